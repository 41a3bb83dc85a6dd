import { CLASSES, type Class, type Judged, judgedSet } from './judged.js';
import { library } from './library.js';
import { ndcg } from './ndcg.js';
import { openShelves, type Shelves } from './shelves.js';

/** The least that search may reach over all questions. */
export const FLOOR = 0.85;
const KINDS = { practices: ['practice'], library: ['resource', 'thread'] } as const;

/** What one question came to. */
export interface Outcome {
  class: Class;
  text: string;
  held: boolean;
  product: number;
  baseline: number;
}

export interface Figures {
  questions: number;
  product: number;
  baseline: number;
}

export interface Relevance {
  held: boolean;
  all: Figures;
  tuned: Figures;
  heldBack: Figures | null;
  byClass: Record<Class, { tuned: Figures; heldBack: Figures | null }>;
  outcomes: Outcome[];
}

/** Plain full text with trigrams: what a table, two indexes and an afternoon give. */
const BASELINE = `
  select e.kind, e.id from search_entry e, websearch_to_tsquery('english', $1) q, to_tsvector('english', e.title || ' ' || e.body) words
  where e.kind = any($2) and e.audience = 'public' and (words @@ q or $1 <% e.title)
  order by ts_rank(words, q) + word_similarity($1, e.title) desc, e.at desc, e.id limit 10`;

/** Asks every question of both; with `tunedOnly` those held back stay unasked. */
export async function measureRelevance(url: string, tunedOnly: boolean): Promise<Relevance> {
  const things = library();
  const shelves = await openShelves(url, things);
  try {
    const outcomes: Outcome[] = [];
    for (const question of judgedSet(things)) {
      if (tunedOnly && question.held) continue;
      const { class: name, text, held, grades } = question;
      outcomes.push({ class: name, text, held, product: ndcg(await byProduct(shelves, question), grades), baseline: ndcg(await byBaseline(shelves, question), grades) });
    }
    return summed(outcomes);
  } finally {
    await shelves.close();
  }
}

async function byProduct({ search, readers, slugs }: Shelves, { text, over, reader }: Judged): Promise<string[]> {
  const { nodes } = await search.find(reader === null ? null : (readers[reader] ?? null), { text, kinds: KINDS[over] }, { first: 10 });
  return nodes.map(({ id }) => slugs.get(id) ?? id);
}

async function byBaseline({ db, slugs }: Shelves, { text, over }: Judged): Promise<string[]> {
  const rows = await db.query<{ id: string }>(BASELINE, [text, KINDS[over]]);
  return rows.map(({ id }) => slugs.get(id) ?? id);
}

function figures(outcomes: readonly Outcome[]): Figures {
  const mean = (of: 'product' | 'baseline'): number => outcomes.reduce((sum, one) => sum + one[of], 0) / Math.max(1, outcomes.length);
  return { questions: outcomes.length, product: mean('product'), baseline: mean('baseline') };
}

function summed(outcomes: Outcome[]): Relevance {
  const [tuned, back] = [outcomes.filter(({ held }) => !held), outcomes.filter(({ held }) => held)];
  const split = (all: readonly Outcome[]) => ({ tuned: figures(all.filter(({ held }) => !held)), heldBack: back.length > 0 ? figures(all.filter(({ held }) => held)) : null });
  const all = figures(outcomes);
  return {
    held: all.product >= FLOOR,
    all,
    tuned: figures(tuned),
    heldBack: back.length > 0 ? figures(back) : null,
    byClass: Object.fromEntries(CLASSES.map((name) => [name, split(outcomes.filter((one) => one.class === name))])) as Relevance['byClass'],
    outcomes,
  };
}
