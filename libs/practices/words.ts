import type { Practice } from './practice.entity.js';
import { dueAt, stateOf } from './stage.js';

const TOOLKIT = 'U.S. Department of Education, Labor-Management Collaboration Conference Toolkit, July 2011, Appendix C';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function monthWords(year: number, month: number): string {
  return `${MONTHS[month - 1] ?? ''} ${year}`.trim();
}

const dayWords = (at: Date): string => `${at.getUTCDate()} ${monthWords(at.getUTCFullYear(), at.getUTCMonth() + 1)}`;

/** How far a practice's words can be relied on today. */
export function standingOf(practice: Practice): string {
  const { affirmedAt, lapsedAt } = practice;
  const state = stateOf(practice);
  if (state === 'recorded') {
    const [year = 0, month = 0] = (practice.asOf ?? '').split('-').map(Number);
    return `As of ${monthWords(year, month)}; whether it is still done is not known.`;
  }
  if (state === 'lapsed' && lapsedAt) return `Lapsed on ${dayWords(lapsedAt)}.`;
  if (state === 'due' && affirmedAt) return `Last confirmed on ${dayWords(affirmedAt)}; it has been due to be confirmed again since ${dayWords(dueAt(affirmedAt))}.`;
  if (state === 'in_force' && affirmedAt) return `In force: confirmed by its district’s seats on ${dayWords(affirmedAt)}.`;
  if (state === 'affirmed' && affirmedAt) return `Confirmed by its district’s seats on ${dayWords(affirmedAt)}; no co-sponsor has approved it yet.`;
  const at = practice.changedAt ?? practice.sharedAt ?? new Date();
  return `Told by the district itself, ${monthWords(at.getUTCFullYear(), at.getUTCMonth() + 1)}.`;
}

/** Where the record comes from, with the lines of the toolkit's text; null for what a district shared itself. */
export function sourceOf({ status, sourceLines }: Practice): string | null {
  if (status !== 'recorded') return null;
  const [from, to] = (sourceLines ?? '').split('-');
  const lines = to && to !== from ? `lines ${from} to ${to}` : from && `line ${from}`;
  return lines ? `${TOOLKIT}, ${lines} of its text` : TOOLKIT;
}

/** In which lines of that text the facts of a record stand; empty for what a district shared itself. */
export function factLinesOf({ factLines }: Pick<Practice, 'factLines'>): { fact: string; lines: number[] }[] {
  return Object.entries(factLines ?? {}).map(([fact, lines]) => ({ fact, lines: [lines].flat() }));
}

/** The same in words, figures first: "Staff vote: line 682". */
export function linesInWords({ thresholds, ...practice }: Pick<Practice, 'thresholds' | 'factLines'>, names: Record<string, string>): string[] {
  const told = (lines: number[]): string => `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
  const facts = factLinesOf(practice).map(({ fact, lines }) => `${names[fact] ?? fact}: ${told([...new Set(lines)])}`);
  return [...thresholds.flatMap(({ label, line }) => (line ? [`${label}: line ${line}`] : [])), ...facts];
}
