import { randomFrom } from '../../faults/mail/random.js';

const SYLLABLES = 'ba be bi bo ca co cu da de di do fa fe fi ga go ha he ja jo ka ke la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro ru sa se si so ta te ti to tu va ve vi wa we za zo'.split(' ');
const COUNT = 8000;

/** Invented words, the most frequent first, so that no search is quick by knowing English. */
export const WORDS: readonly string[] = (() => {
  const random = randomFrom(3);
  const made = new Set<string>();
  while (made.size < COUNT) made.add(Array.from({ length: 3 + Math.floor(random() * 2) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('') + 'rn');
  return [...made];
})();

/** The frequencies of a natural language: the word of rank r comes up 1/r as often as the first. */
const BOUNDS = (() => {
  let sum = 0;
  return WORDS.map((_, rank) => (sum += 1 / (rank + 3)));
})();

export function wordFrom(random: () => number): string {
  const at = random() * (BOUNDS.at(-1) ?? 1);
  let [low, high] = [0, COUNT - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((BOUNDS[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return WORDS[low] ?? '';
}

export function sentence(random: () => number, words: number): string {
  return Array.from({ length: words }, () => wordFrom(random)).join(' ');
}
