import { judgedFor, judgedForLikes, type Shared, SORTS } from './library.js';
import { JUDGED_PRACTICES } from './practices.judged.js';
import { SUBJECTS } from './subjects.js';

export const CLASSES = ['plain', 'misspelt', 'synonym', 'phrase', 'acronym', 'likeUs'] as const;
export type Class = (typeof CLASSES)[number];

/** A question with what answers it, and how well. */
export interface Judged {
  class: Class;
  text: string;
  /** Over the 77 practices, by slug, or over the invented library, by id. */
  over: 'practices' | 'library';
  /** From where the reader asks, as a place in DISTRICTS; null for a reader who speaks for no district. */
  reader: number | null;
  grades: ReadonlyMap<string, number>;
  /** Not looked at while the ranking is tuned: every second question of a class. */
  held: boolean;
}

/** All questions, in the same order in every run. */
export function judgedSet(things: readonly Shared[]): Judged[] {
  const all = [...overPractices(), ...overLibrary(things)];
  return CLASSES.flatMap((name) => all.filter((one) => one.class === name).map((one, at) => ({ ...one, held: at % 2 === 1 })));
}

function overPractices(): Omit<Judged, 'held'>[] {
  return JUDGED_PRACTICES.trim()
    .split('\n')
    .map((line) => {
      const [name = '', text = '', grades = ''] = line.split(' | ');
      return { class: classOf(name), text, over: 'practices' as const, reader: null, grades: new Map(grades.split(' ').map((one) => [one.split(':')[0] ?? '', Number(one.split(':')[1])])) };
    });
}

function overLibrary(things: readonly Shared[]): Omit<Judged, 'held'>[] {
  return SUBJECTS.flatMap((subject, n) =>
    Object.entries(subject.asked).map(([name, text]) => {
      const type = classOf(name);
      // The first of each sort of districts asks in turn.
      const reader = type === 'likeUs' ? n % SORTS.length : null;
      return { class: type, text, over: 'library' as const, reader, grades: reader === null ? judgedFor(things, subject) : judgedForLikes(things, subject, reader) };
    }),
  );
}

function classOf(name: string): Class {
  const found = CLASSES.find((one) => one === name);
  if (!found) throw new Error(`There is no class of questions named ${name}.`);
  return found;
}
