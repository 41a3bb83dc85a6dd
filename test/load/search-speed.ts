import type pg from 'pg';
import { suggestStatements } from '@app/search/testing';
import { STATES } from './data/community.js';
import { BenchServer } from './data/database.js';
import { addFiles, searchSize } from './data/files.js';
import { WORDS } from './data/words.js';
import { compare } from './measure/compare.js';
import { type Floor, table } from './measure/floors.js';
import { Asker, type Load, median } from './measure/load.js';
import { commonest, documents, type Wish, wisher } from './servers/requests.js';
import { startBare, startProduct, type Started } from './servers/start.js';

const WISHES = 6000;
const WARM_MS = 5000;
const CONNECTIONS = 16;
const FIXED = { rate: 50, writes: 10, ms: 6000, connections: 32 };
const SUGGESTED = 300;

export interface Speed {
  held: boolean;
  floors: Floor[];
  text: string;
}

interface Side {
  started: Started;
  path: string;
  kind: 'product' | 'bare';
}

const atLeast = (name: string, what: string, found: number, floor: number): Floor => ({ name, what, floor: `>= ${floor.toFixed(2)}`, found, held: found >= floor });
const atMost = (name: string, what: string, found: number, floor: number): Floor => ({ name, what, floor: `<= ${floor.toFixed(2)}`, found, held: found <= floor });

/** How fast search is on 100,000 resources, file texts among them, over the same statement sent by nothing but `node:http` and `pg`. */
export async function measureSpeed(server: BenchServer, scale: number, rounds: number, say: (line: string) => void): Promise<Speed> {
  const ends: (() => unknown)[] = [];
  try {
    const texts = await documents();
    const open = async (at: number) => {
      const size = searchSize(at);
      const database = await server.copyOf(await server.kept(at, { name: 'search', size, also: addFiles }));
      ends.unshift(() => server.drop(database));
      const client = await server.client(database);
      ends.unshift(() => client.end());
      await client.query(`update session set seen_at = now() + interval '1 day'`);
      return { database, client, wish: wisher(size, texts) };
    };
    const whole = await open(scale);
    const small = await open(scale / 10);
    const start = async (kind: Side['kind'], database: string): Promise<Side> => {
      const started = await (kind === 'product' ? startProduct(server.urlOf(database)) : startBare(server.urlOf(database)));
      ends.unshift(started.stop);
      return { started, kind, path: kind === 'product' ? '/graphql' : '/' };
    };
    const [bare, product, little] = [await start('bare', whole.database), await start('product', whole.database), await start('product', small.database)];
    const asker = await Asker.start();
    ends.unshift(() => asker.stop());
    say('the same answers from both …');
    await compare(bare.started.port, product.started.port, ['q4'], whole.wish);

    const load = async (side: Side, wish: () => Wish, wide: number, ms: number, rate?: number): Promise<Load> => {
      const asked = Array.from({ length: WISHES }, wish).map((one) => ({ cookie: one.cookie, body: one[side.kind] }));
      const found = await asker.load(side.started.port, side.path, asked, wide, ms, rate);
      if (found.errors > 0) throw new Error(`${side.kind} failed ${found.errors} of ${found.answers} searches`);
      return found;
    };
    const search = (): Wish => whole.wish('q4');
    const littleSearch = (): Wish => small.wish('q4');
    let n = 0;
    const common = (): Wish => ({ ...search(), product: JSON.stringify({ query: texts.q4, variables: { filter: { text: commonest(n++ % 5) }, first: 20 } }) });
    for (const side of [bare, product]) await load(side, search, CONNECTIONS, WARM_MS);
    await load(little, littleSearch, CONNECTIONS, WARM_MS);

    const found = { rate: [] as number[], growth: [] as number[], common: [] as number[], fixed: [] as number[], fixedP99: [] as number[], bareP99: [] as number[], suggest: [] as number[], perSecond: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 ? [product, bare] : [bare, product];
      const [first, second] = [await load(order[0] as Side, search, CONNECTIONS, 3000), await load(order[1] as Side, search, CONNECTIONS, 3000)];
      const [ours, theirs] = round % 2 ? [first, second] : [second, first];
      found.rate.push(ours.answers / ours.seconds / (theirs.answers / theirs.seconds));
      found.perSecond.push(ours.answers / ours.seconds);
      const [few, many] = [await load(little, littleSearch, 1, 1500), await load(product, search, 1, 1500)];
      found.growth.push(many.p50 / few.p50);
      found.common.push((await load(product, common, 1, 1500)).p99 / many.p50);
      const fixed: Load[] = [];
      for (const side of order) fixed.push(await beside(whole.client, FIXED.writes, () => load(side, search, FIXED.connections, FIXED.ms, FIXED.rate)));
      const [ourFixed, theirFixed] = round % 2 ? fixed : fixed.toReversed();
      found.fixed.push((ourFixed?.p99 ?? NaN) / (theirFixed?.p99 ?? NaN));
      found.fixedP99.push(ourFixed?.p99 ?? NaN);
      found.bareP99.push(theirFixed?.p99 ?? NaN);
      found.suggest.push(await suggestions(whole.client));
      say(`round ${round + 1} of ${rounds}: over bare ${found.rate.at(-1)?.toFixed(2)}, growth ${found.growth.at(-1)?.toFixed(2)}, p99 at 50/s ${found.fixed.at(-1)?.toFixed(2)}, suggestions ${found.suggest.at(-1)?.toFixed(2)}`);
    }
    const floors = [
      atLeast('P4', 'search with facets over bare, file texts among 100,000', median(found.rate), 0.6),
      atMost('P9', 'growth of search from a tenth to the whole', median(found.growth), 4),
      atMost('P9', 'slowest of the commonest words over a usual search', median(found.common), 40),
      atMost('', 'p99 at 50 searches a second beside 10 writes, over bare', median(found.fixed), 2.5),
      atMost('', 'suggestions over one indexed prefix look-up', median(found.suggest), 2),
    ];
    const text = [
      table(['', 'what', 'floor', 'found', ''], floors.map(({ name, what, floor, found: value, held }) => [name, what, floor, value.toFixed(2), held ? 'held' : 'MISSED'])),
      '',
      `${median(found.perSecond).toFixed(0)} searches a second; at 50 a second p99 ${median(found.fixedP99).toFixed(0)} ms, bare ${median(found.bareP99).toFixed(0)} ms`,
    ].join('\n');
    return { held: floors.every(({ held }) => held), floors, text };
  } finally {
    for (const end of ends) await end();
  }
}

/** Runs `work` while so many entries a second are written anew, as the index does when things change. */
async function beside<T>(client: pg.Client, writes: number, work: () => Promise<T>): Promise<T> {
  const ids = (await client.query<{ id: string }>(`select id from search_entry where kind = 'resource' order by random() limit 2000`)).rows;
  let [at, ended] = [0, false];
  const writing = (async () => {
    while (!ended) {
      const due = performance.now() + 1000 / writes;
      await client.query(`update search_entry set body = body || ' ' || $2 where kind = 'resource' and id = $1`, [ids[at++ % ids.length]?.id, WORDS[(at * 97) % WORDS.length]]);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    }
  })();
  try {
    return await work();
  } finally {
    ended = true;
    await writing;
  }
}

/** One indexed look-up of titles by their beginning, for the same readers: the least that suggesting can be. */
const LOOK_UP = `select id, kind, title, path, organization_name, state from search_entry
  where lower(title) ~>=~ $1 and lower(title) ~<~ $2 and audience = any($3::text[]) order by lower(title) using ~<~ limit 8`;

/** The median of suggestions over that of the look-up, asked in turns for beginnings of words and of titles. */
async function suggestions(client: pg.Client): Promise<number> {
  const titles = (await client.query<{ title: string }>(`select title from search_entry where kind = 'resource' order by random() limit ${SUGGESTED}`)).rows;
  const keys = ['public', 'members', ...STATES.slice(0, 3).map((state) => `team:${state}`)];
  const [ours, theirs]: number[][] = [[], []];
  const timed = async (into: number[] | undefined, statements: readonly { name: string; text: string; values: unknown[] }[]): Promise<void> => {
    const from = performance.now();
    // As the product does: the first that answers is enough.
    for (const statement of statements) if ((await client.query(statement)).rows.length > 0) break;
    into?.push(performance.now() - from);
  };
  for (const [n, { title }] of titles.entries()) {
    const [first = '', second = ''] = title.split(' ');
    // Two in three have typed a part of one word, the others a word and the beginning of the next.
    const typed = n % 3 < 2 ? (n % 2 ? first : second).slice(0, 3 + (n % 4)) : `${first} ${second.slice(0, 1 + (n % 3))}`;
    const asked = suggestStatements(typed, keys, null);
    const look = (): Promise<void> => timed(theirs, [{ name: 'look-up', text: LOOK_UP, values: [typed, `${typed}\u{10FFFF}`, keys] }]);
    const suggest = (): Promise<void> => timed(ours, asked.map(({ sql, parameters }, at) => ({ name: `suggest-${asked.length}-${at}`, text: sql, values: parameters })));
    for (const one of n % 2 ? [look, suggest] : [suggest, look]) await one();
  }
  return median(ours ?? []) / median(theirs ?? []);
}
