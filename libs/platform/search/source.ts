import { type EventType } from '@app/platform/events';
import { type Get, Point } from '@app/platform/feature';

/** How much of a thing's parts is kept: so many, and so many characters in all, of which the first `placed` with the place of each word. What comes first is kept first. */
export const KEPT_OF_PARTS = { count: 1000, characters: 1_500_000, placed: 300_000 } as const;

/** A part of a thing that can be found by itself, such as a page or a letter. */
export interface SearchPart {
  /** What the hit shows beside its excerpt: "page 7". */
  label: string;
  text: string;
  /** Which of the parts it is, where that stays the same when others come and go; else its place among them, from 1. */
  number?: number;
  /** Where it opens, where that is another place than the thing's own page. */
  path?: string;
}

/** What the one search box knows of a thing. */
export interface SearchDraft {
  id: string;
  title: string;
  /** The words to find it by, without markup. */
  body: string;
  /** Text that has places of its own, such as the pages of a file: a hit in it shows the label, "page 7", beside its excerpt. */
  parts?: readonly SearchPart[];
  audience: string;
  /** Its page, as a path of this web app. */
  path: string;
  organizationId?: string | null;
  state?: string | null;
  /** Numbers of the principles it is tagged with. */
  principles?: number[];
  topics?: string[];
  /** A finer kind within the source: `link`, `file`, `contract` … */
  form?: string | null;
  /** Under which terms others may use it, as one word of the source. */
  licence?: string | null;
  /** Which sides of the table endorse it: `labor`, `management`, and `both_sides` where one district's two sides do. */
  endorsed?: readonly string[];
  /** The id of the thing of the same kind that has taken its place: whoever may read that finds it first. */
  supersededBy?: string | null;
  at: Date;
  /** All that is known of when, where that is a month, such as 2011-07: readers see it instead of `at`, which only orders. */
  month?: string | null;
}

/** A kind of thing that can be found, and the events after which it must be read again. */
export interface SearchSource {
  kind: string;
  /** Where it stands among equal matches: 1 unless said, less for what there are thousands of, such as districts. */
  weight?: number;
  feeds: { hears: string; ids: (payload: never, get: Get) => string[] | Promise<string[]> }[];
  /** Reads things by id as they are now; an id that is missing in the answer is taken out of search. */
  read: (get: Get, ids: string[]) => Promise<SearchDraft[]>;
  /** All ids, for building the index anew. */
  all: (get: Get) => Promise<string[]>;
}

export const searchSources = new Point<SearchSource>('search.sources');

/** Says after which event which things are read again, or how they are looked up then. */
export function feed<Payload>(type: EventType<Payload>, ids: (payload: Payload, get: Get) => string[] | Promise<string[]>): SearchSource['feeds'][number] {
  return { hears: type.name, ids: ids as SearchSource['feeds'][number]['ids'] };
}
