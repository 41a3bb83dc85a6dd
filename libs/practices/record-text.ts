import { vocabulary } from '@app/framework';
import type { Instrument, Outcome, Pathway, Threshold } from './practice.entity.js';

/** What of a practice the seats of its district vouch for. */
export interface RecordedFacts {
  principle: number;
  title: string;
  summary: string;
  story: string | null;
  instrument: Instrument | null;
  pilot: boolean | null;
  startYear: number | null;
  expandedYear: number | null;
  endYear: number | null;
  thresholds: readonly Threshold[];
  pathway: Pathway | null;
  cost: string | null;
  timeNeeded: string | null;
  whatFailed: string | null;
  funder: string | null;
  consultant: string | null;
  outcomes: readonly Outcome[];
}

const INSTRUMENTS: Record<Instrument, string> = { contract: 'the contract', mou: 'a memorandum of understanding', policy: 'a policy of the board', practice: 'habit; it is written down nowhere that binds' };
const PATHWAYS: Record<Pathway, string> = { long_standing: 'both sides have worked together for many years', crisis: 'out of a crisis', new_leadership: 'new people at the top began anew' };
const BOUNDS: Record<Threshold['comparison'], string> = { '=': '', '>=': 'at least ', '>': 'more than ', '<=': 'at most ', '<': 'less than ' };

/** A figure in words: "Staff vote: at least 80 % (outside turnaround schools)". */
export function figureWords({ label, comparison, value, unit, note }: Threshold): string {
  return `${label}: ${BOUNDS[comparison]}${value}${unit ? ` ${unit}` : ''}${note ? ` (${note})` : ''}`;
}

/** Under which title it is signed. The title is part of what is signed, as the text is. */
export function recordTitle({ title }: Pick<RecordedFacts, 'title'>): string {
  return `What we practise: ${title}`;
}

/** Whether two records are the same to whoever signs them, by title and text. */
export function isSameRecord(one: RecordedFacts, other: RecordedFacts): boolean {
  return recordTitle(one) === recordTitle(other) && recordText(one) === recordText(other);
}

/** The whole record as a plain text: what the seats read and sign. Whatever is not said is left out. */
export function recordText(facts: RecordedFacts): string {
  const principle = vocabulary.principles.find(({ number }) => number === facts.principle);
  const years = [
    facts.startYear && `Since ${facts.startYear}`,
    facts.expandedYear && `carried further in ${facts.expandedYear}`,
    facts.endYear && `ended in ${facts.endYear}`,
  ].filter(Boolean);
  const parts: [string, string | null][] = [
    ['Principle', principle ? `${principle.number} ${principle.name}` : String(facts.principle)],
    ['What we do', facts.summary],
    ['It holds by', facts.instrument && `${INSTRUMENTS[facts.instrument]}.`],
    ['Tried out or adopted', facts.pilot === null ? null : facts.pilot ? 'It is tried out.' : 'It is adopted.'],
    ['Years', years.length > 0 ? `${years.join(', ').replace(/^./, (letter) => letter.toUpperCase())}.` : null],
    ['In figures', facts.thresholds.map(figureWords).join('\n') || null],
    ['How it came about', facts.story],
    ['How we came to work together', facts.pathway && `${PATHWAYS[facts.pathway].replace(/^./, (letter) => letter.toUpperCase())}.`],
    ['What it costs', facts.cost],
    ['How long it takes', facts.timeNeeded],
    ['What did not work', facts.whatFailed],
    ['Paid from outside by', facts.funder],
    ['Helped from outside by', facts.consultant],
    ['What came of it', facts.outcomes.map(({ text, source, year }) => `${text} (${source}, ${year})`).join('\n') || null],
  ];
  return parts.flatMap(([heading, text]) => (text ? [`${heading}\n${text}`] : [])).join('\n\n');
}
