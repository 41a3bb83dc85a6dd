import { ModuleRef, NestFactory } from '@nestjs/core';
import { loadConfig } from '@app/platform/config';
import { Database, newId, runMigrations } from '@app/platform/database';
import { LiveVoice } from '@app/platform/events';
import { Contributions, type Get } from '@app/platform/feature';
import { openHouseDatabase, workerHouse } from '@app/platform/house';
import { JobQueue } from '@app/platform/jobs';
import { silentLog } from '@app/platform/log';
import { layFoundations } from '@app/platform/story';
import { Accounts, Sessions, type Viewer } from '@app/people';
import { Organizations } from '@app/organizations';
import { Search, SearchIndex, searchSources, type SearchSource } from '@app/search';
import { features } from '../../libs/features.js';
import { DISTRICTS, type Shared, SORTS } from './library.js';

class NoQueue extends JobQueue {
  override async add(): Promise<void> {}
}

class NoVoice extends LiveVoice {
  override say(): void {}
}

/** The product on an empty database with the practices of 2011 and the invented library in its index, and four readers. */
export interface Shelves {
  db: Database;
  search: Search;
  /** One for each sort of districts, the superintendent of the first. */
  readers: readonly (Viewer | null)[];
  /** Slugs of practices by their id. */
  slugs: ReadonlyMap<string, string>;
  close: () => Promise<void>;
}

export async function openShelves(url: string, things: readonly Shared[]): Promise<Shelves> {
  const config = loadConfig({ DATABASE_URL: url, SECRET_KEY: 'a secret that is only good for a bench on loopback' });
  const database = await openHouseDatabase(features, config);
  await runMigrations(database);
  const app = await NestFactory.createApplicationContext(workerHouse(features, { config, log: silentLog, database, queue: new NoQueue(), voice: new NoVoice() }), { logger: false, abortOnError: false });
  const get: Get = (service) => app.get(service as never, { strict: false });
  await layFoundations(get);
  await get(SearchIndex).mend();
  const db = get(Database);
  await db.query(
    `insert into organization (id, kind, slug, name, state, enrollment, locale, affiliation)
     select d.id, 'district', 'judged-' || d.id, d.name, d.state, d.enrollment, d.locale, d.affiliation
     from jsonb_to_recordset($1::jsonb) as d (id uuid, name text, state text, enrollment int, locale text, affiliation text)`,
    [JSON.stringify(DISTRICTS)],
  );
  for (const kind of ['resource', 'thread'] as const) await index(get, kind, things.filter((one) => one.kind === kind));
  await db.query(`analyze search_entry, search_word`);
  const readers: (Viewer | null)[] = [];
  for (let n = 0; n < SORTS.length; n++) {
    const { id } = await get(Accounts).ensure({ email: `reader-${n}@judged.example`, name: `Reader ${n}` });
    await get(Organizations).seat(DISTRICTS[n]?.id ?? '', 'superintendent', id);
    readers.push(await get(Sessions).viewerOfPerson(id));
  }
  const practices = await db.query<{ id: string; slug: string }>(`select id, slug from practice`);
  return { db, search: get(Search), readers, slugs: new Map(practices.map(({ id, slug }) => [id, slug])), close: async () => { await app.close(); if (database.source.isInitialized) await database.source.destroy(); } };
}

/** Puts invented things into the index as a feature would: through the index's own code. */
async function index(get: Get, kind: string, things: readonly Shared[]): Promise<void> {
  const byId = new Map(things.map((one) => [one.id, one]));
  const source: SearchSource = {
    kind,
    feeds: [],
    read: async (_, ids) => ids.flatMap((id) => {
      const one = byId.get(id);
      return one ? [{ id, title: one.title, body: one.body, audience: 'public', path: `/${kind}/${id}`, organizationId: DISTRICTS[one.district]?.id ?? newId(), at: one.at }] : [];
    }),
    all: async () => [...byId.keys()],
  };
  await new SearchIndex(get(Database), new Contributions([{ name: 'judged', contributes: [searchSources.with(source)] }]), get(ModuleRef)).rebuild([kind]);
}
