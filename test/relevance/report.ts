import { table } from '../load/measure/floors.js';
import { CLASSES } from './judged.js';
import { type Figures, FLOOR, type Relevance } from './measure.js';

const shown = (value: number): string => value.toFixed(3);
const row = (name: string, tuned: Figures, back: Figures | null): string[] => [name, `${tuned.questions}`, shown(tuned.product), shown(tuned.baseline), ...(back ? [`${back.questions}`, shown(back.product), shown(back.baseline)] : [])];

/** What was measured, as a table; with `each` every question, the worst first. */
export function relevanceText({ all, tuned, heldBack, byClass, outcomes, held }: Relevance, each: boolean): string {
  const head = ['nDCG@10', 'tuned on', 'product', 'plain', ...(heldBack ? ['held back', 'product', 'plain'] : [])];
  const lines = [
    table(head, [...CLASSES.map((name) => row(name, byClass[name].tuned, byClass[name].heldBack)), row('all', tuned, heldBack)]),
    '',
    `over all ${all.questions} questions: ${shown(all.product)} (plain full text with trigrams: ${shown(all.baseline)}); floor ${FLOOR.toFixed(2)} ${held ? 'held' : 'MISSED'}`,
  ];
  if (each) lines.push('', ...outcomes.toSorted((a, b) => a.product - b.product).map((one) => `${shown(one.product)}  ${shown(one.baseline)}  ${one.class.padEnd(9)} ${one.text}`));
  return lines.join('\n');
}
