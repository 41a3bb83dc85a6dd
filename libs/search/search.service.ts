import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { cursorOf, keysOf, type Page } from '@app/platform/graphql';
import { keysOfViewer, type Viewer } from '@app/people';
import { alikeIn, Likenesses, likenessBy, type View } from '@app/likeness';
import { HIT_END, HIT_START } from './search-entry.js';
import { type Beside, type FacetCount, type FoundEntry, type SearchAnswer, type SearchQuestion, searchStatement } from './search.queries.js';
import { spellingStatement } from './spelling.js';
import { SUCCESSORS, suggestStatements } from './suggesting.js';
import { askedFor } from './search-words.js';

/** A stretch of text, and whether it is what the reader looked for. */
export interface TextPart {
  text: string;
  hit: boolean;
}

export interface SearchHit extends Omit<FoundEntry, 'title' | 'excerpt' | 'score' | 'moment' | 'traits'> {
  title: TextPart[];
  excerpt: TextPart[];
  /** In what the district that shared it is like the reader's; empty where that has not lifted it. */
  alike: string[];
}

/** What to look for, and what to leave out. */
export interface SearchWish {
  text?: string | null;
  /** Only these kinds; all when left out. */
  kinds?: readonly string[] | null;
  principle?: number | null;
  topic?: string | null;
  state?: string | null;
  form?: string | null;
  licence?: string | null;
  /** `labor`, `management` or `both_sides`. */
  endorsed?: string | null;
  /** Only what comes from this organization. */
  organizationId?: string | null;
  /** Counts what every kind has; leave it off where only one kind is shown. */
  countKinds?: boolean;
  /** Counts what narrowing would leave; leave it off where nobody narrows. */
  countFacets?: boolean;
  /** Reads more of each hit in the same statement: `hit.beside` has it. */
  beside?: Beside;
}

export interface SearchFound extends Page<SearchHit> {
  didYouMean: string | null;
  /** Nothing has all the words, so that what has some of them was taken. */
  loosened: boolean;
  facets: { kinds: FacetCount[]; principles: FacetCount[]; topics: FacetCount[]; states: FacetCount[]; forms: FacetCount[]; licences: FacetCount[]; endorsed: FacetCount[] };
}

export interface SuggestedTitle {
  kind: string;
  id: string;
  title: string;
  path: string;
  organizationName: string | null;
  state: string | null;
  /** Whether something that the reader may read has taken its place. */
  superseded: boolean;
}

/** Finds what a reader may read, and says why it was found. */
@Injectable()
export class Search {
  constructor(
    private readonly db: Database,
    private readonly likenesses: Likenesses,
  ) {}

  /** One statement, whatever is asked. Throws Invalid for a cursor that is not ours. */
  async find(viewer: Viewer | null, wish: SearchWish, page: { first: number; after?: string | null }): Promise<SearchFound> {
    const question: SearchQuestion = {
      ...sought(viewer, wish),
      organizationId: wish.organizationId ?? null,
      first: page.first,
      after: placeOf(page.after),
      countKinds: wish.countKinds ?? false,
      countFacets: wish.countFacets ?? true,
      beside: wish.beside ?? null,
      view: this.likenesses.viewOf(viewer),
    };
    const { sql, parameters } = searchStatement(question);
    const answer = await this.db.readOne<SearchAnswer>(sql, parameters);
    if (!answer) throw new Error('The search answered no row, which it always does.');
    const { items, total, didYouMean, loosened, ...facets } = answer;
    const shown = items.slice(0, page.first);
    const last = shown.at(-1);
    return {
      nodes: shown.map((entry) => hitFrom(entry, question.view)),
      pageInfo: { endCursor: last ? cursorOf([last.score, last.moment, last.id]) : null, hasNextPage: items.length > page.first },
      totalCount: total,
      didYouMean,
      loosened,
      facets,
    };
  }

  /** What to offer beside a few results: words spelt much like those typed that find far more. Costs nothing unless there are few. */
  async alsoTry(viewer: Viewer | null, wish: SearchWish, found: Pick<SearchFound, 'totalCount' | 'didYouMean'>): Promise<string | null> {
    const statement = found.didYouMean === null ? spellingStatement(sought(viewer, wish), found.totalCount ?? 0) : null;
    if (!statement) return null;
    return (await this.db.readOne<{ text: string }>(statement.sql, statement.parameters))?.text ?? null;
  }

  /** At most eight titles while somebody types, what has been superseded last; none for less than two letters. */
  async suggest(viewer: Viewer | null, text: string, kinds: readonly string[] | null = null): Promise<SuggestedTitle[]> {
    for (const { sql, parameters } of suggestStatements(text, keysOfViewer(viewer), kinds)) {
      const rows = await this.db.prepared<SuggestedRow>(sql, parameters);
      if (rows.length > 0) return this.withSuperseded(viewer, rows);
    }
    return [];
  }

  /** Says of each whether something that the reader may read has taken its place. */
  private async withSuperseded(viewer: Viewer | null, rows: readonly SuggestedRow[]): Promise<SuggestedTitle[]> {
    const followed = rows.filter((row) => row.supersededBy !== null);
    const read = followed.length > 0 ? await this.db.prepared<{ id: string }>(SUCCESSORS, [followed.map((row) => row.kind), followed.map((row) => row.supersededBy), keysOfViewer(viewer)]) : [];
    const successors = new Set(read.map(({ id }) => id));
    const titles = rows.map(({ supersededBy, ...title }) => ({ ...title, superseded: supersededBy !== null && successors.has(supersededBy) }));
    return titles.toSorted((one, other) => Number(one.superseded) - Number(other.superseded));
  }
}

type SuggestedRow = Omit<SuggestedTitle, 'superseded'> & { supersededBy: string | null };

/** What was typed, what it is narrowed to, and under whose keys. */
const sought = (viewer: Viewer | null, wish: SearchWish) => ({
  ...askedFor(wish.text ?? ''),
  keys: keysOfViewer(viewer),
  kinds: wish.kinds && wish.kinds.length > 0 ? wish.kinds : null,
  principle: wish.principle ?? null,
  topic: wish.topic ?? null,
  state: wish.state ?? null,
  form: wish.form ?? null,
  licence: wish.licence ?? null,
  endorsed: wish.endorsed ?? null,
});

function placeOf(cursor: string | null | undefined): (string | number | null)[] | null {
  const keys = keysOf(cursor, 3);
  const isOurs = keys?.every((key, at) => typeof key === 'string' && (at < 2 ? /^-?\d{1,12}(\.\d{1,9})?$/ : /^[0-9a-f-]{36}$/).test(key)) ?? true;
  return isOurs ? keys : keysOf('?', 3);
}

function hitFrom({ title, excerpt, score: _score, moment: _moment, traits, ...entry }: FoundEntry, view: View | null): SearchHit {
  return { ...entry, alike: traits && view ? alikeIn(likenessBy(view.plan, traits)) : [], title: partsOf(title), excerpt: partsOf(excerpt) };
}

/** Takes a marked text apart; the marks themselves are never shown. */
export function partsOf(marked: string): TextPart[] {
  return marked
    .split(new RegExp(`(${HIT_START}[^${HIT_END}]*${HIT_END})`, 'u'))
    .map((piece) => ({ hit: piece.startsWith(HIT_START), text: piece.replaceAll(HIT_START, '').replaceAll(HIT_END, '') }))
    .filter((part) => part.text !== '');
}
