import type { FieldProblem } from '@app/ui';
import type { PathwayName } from '../contract/asked.js';
import type { FigureDraft, OutcomeDraft } from './FactFields.js';
import type { Instrument } from './InstrumentMark.js';
import type { PracticeWhole } from './PracticeView.js';
import { words } from './words.js';

/** A practice as it is being written: years and figures are still what was typed. */
export interface PracticeDraft {
  principle: number | null;
  title: string;
  summary: string;
  story: string;
  instrument: Instrument | null;
  pilot: boolean | null;
  startYear: string;
  expandedYear: string;
  endYear: string;
  thresholds: FigureDraft[];
  whatFailed: string;
  cost: string;
  timeNeeded: string;
  funder: string;
  consultant: string;
  pathway: PathwayName | null;
  outcomes: OutcomeDraft[];
  audience: 'public' | 'members';
}

export const emptyDraft: PracticeDraft = {
  principle: null, title: '', summary: '', story: '', instrument: null, pilot: null, startYear: '', expandedYear: '', endYear: '', thresholds: [],
  whatFailed: '', cost: '', timeNeeded: '', funder: '', consultant: '', pathway: null, outcomes: [], audience: 'public',
};

/** A practice that stands, for changing it. */
export function draftOf(practice: PracticeWhole): PracticeDraft {
  const year = (value: number | null) => (value === null ? '' : String(value));
  return {
    principle: practice.principle?.number ?? null,
    title: practice.title, summary: practice.summary, story: practice.story ?? '', instrument: practice.instrument, pilot: practice.pilot,
    startYear: year(practice.startYear), expandedYear: year(practice.expandedYear), endYear: year(practice.endYear),
    thresholds: practice.thresholds.map((figure, at) => ({ key: String(at), label: figure.label, comparison: figure.comparison, value: String(figure.value), unit: figure.unit, note: figure.note ?? '' })),
    whatFailed: practice.whatFailed ?? '', cost: practice.cost ?? '', timeNeeded: practice.timeNeeded ?? '', funder: practice.funder ?? '', consultant: practice.consultant ?? '',
    pathway: practice.pathway,
    outcomes: practice.outcomes.map((outcome, at) => ({ key: String(at), text: outcome.text, source: outcome.source, year: String(outcome.year) })),
    audience: practice.audience,
  };
}

/** What was recorded of a district in 2011, for saying what it does of it today. */
export function draftFrom(recorded: PracticeWhole): PracticeDraft {
  return { ...draftOf(recorded), pilot: null, endYear: '' };
}

const YEAR = /^\d{4}$/;
const FIGURE = /^\d+([.,]\d{1,2})?$/;

/** What is wrong before anything is sent: what is chosen, not typed, and what is no number. */
export function mistakesIn(draft: PracticeDraft): FieldProblem[] {
  const years = (['startYear', 'expandedYear', 'endYear'] as const).filter((name) => draft[name].trim() !== '' && !YEAR.test(draft[name].trim()));
  return [
    ...(draft.principle === null ? [{ field: 'principle', message: words.choosePrinciple }] : []),
    ...draft.thresholds.flatMap(({ value }, at) => (FIGURE.test(value.trim()) ? [] : [{ field: `thresholds.${at}.value`, message: words.badFigure }])),
    ...years.map((field) => ({ field, message: words.badYear })),
    ...draft.outcomes.flatMap(({ year }, at) => (YEAR.test(year.trim()) ? [] : [{ field: `outcomes.${at}.year`, message: words.badOutcomeYear }])),
  ];
}

export type PracticeInputWords = NonNullable<ReturnType<typeof inputOf>>;

/** What is sent; null while the principle is missing. */
export function inputOf(draft: PracticeDraft) {
  if (draft.principle === null) return null;
  const year = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    ...draft,
    principle: draft.principle,
    startYear: year(draft.startYear), expandedYear: year(draft.expandedYear), endYear: year(draft.endYear),
    thresholds: draft.thresholds.map(({ key: _, value, ...figure }) => ({ ...figure, value: Number(value.trim().replace(',', '.')) })),
    outcomes: draft.outcomes.map(({ key: _, year: typed, ...outcome }) => ({ ...outcome, year: Number(typed) })),
  };
}
