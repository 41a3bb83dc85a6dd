import { Injectable } from '@nestjs/common';
import { Database, isId, newId } from '@app/platform/database';
import { Invalid, NotAllowed } from '@app/platform/graphql';
import { Sessions, type Viewer } from '@app/people';
import { noteKnown } from './search-alerts.queries.js';

/** How often somebody is told of what is new for a search they keep. */
export const OFTEN = ['weekly', 'at_once', 'never'] as const;
export type Often = (typeof OFTEN)[number];

/** What a saved search looks for; the same names as in the address of the search page. */
export interface SavedFilter {
  text: string | null;
  kinds: string[] | null;
  principle: number | null;
  topic: string | null;
  state: string | null;
  form: string | null;
  licence?: string;
  endorsed?: string;
}

/** Something that was new when its owner was told of it. */
export interface ToldThing {
  kind: string;
  id: string;
  title: string;
  path: string;
  organizationName: string | null;
  at: Date;
}

export interface SavedSearch {
  id: string;
  name: string;
  often: Often;
  filter: SavedFilter;
  createdAt: Date;
  /** The latest of what was told and may still be read, at most five. */
  told: ToldThing[];
}

const MOST = 30;
const SHOWN = 5;

/** What was told about the search `s`, as far as the keys at `$n` still read it. */
const TOLD = (keys: string): string => `(
  select coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'title', x.title, 'path', x.path, 'organizationName', x.organization_name, 'at', x.told_at) order by x.told_at desc, x.id desc), '[]')
  from (select e.kind, e.id, e.title, e.path, e.organization_name, t.at as told_at from saved_search_told t join search_entry e on e.kind = t.kind and e.id = t.id
    where t.saved_search_id = s.id and t.batch is not null and e.audience = any(${keys}) order by t.at desc, e.id desc limit ${SHOWN}) x)`;
const ROW = (keys: string): string => `select s.id, s.name, s.often, s.filter, s.created_at as "createdAt", ${TOLD(keys)} as told from saved_search s`;

/** The searches that a person keeps. They are theirs alone. */
@Injectable()
export class SavedSearches {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
  ) {}

  mine(viewer: Viewer): Promise<SavedSearch[]> {
    return this.db.query<SavedSearch>(`${ROW('$2::text[]')} where s.account_id = $1 order by s.created_at desc, s.id desc`, [viewer.accountId, viewer.keys]);
  }

  /** Keeps a search. The same search kept again is the one that stands, by its new name and frequency. */
  async save(viewer: Viewer, name: string, filter: SavedFilter, often: Often): Promise<SavedSearch> {
    if (Object.values(filter).every((value) => value === null)) throw new Invalid({ text: 'Look for something first, or choose a filter: this would tell you of everything.' });
    return this.db.transaction(async () => {
      // Two tabs that save at once would otherwise both find room for one more.
      await this.db.query(`select from account where id = $1 for no key update`, [viewer.accountId]);
      const kept = await this.db.query<{ same: boolean; often: Often }>(`select md5(filter::text) = md5($2::jsonb::text) as same, often from saved_search where account_id = $1`, [viewer.accountId, JSON.stringify(filter)]);
      if (kept.filter(({ same }) => !same).length >= MOST) throw new Invalid({ name: `You keep ${MOST} searches, which is as many as anybody can. Take one away first.` });
      const row = await this.db.one<{ id: string }>(
        `insert into saved_search (id, account_id, name, filter, often) values ($1, $2, $3, $4, $5)
         on conflict (account_id, md5(filter::text)) do update set name = excluded.name, often = excluded.often returning id`,
        [newId(), viewer.accountId, name, JSON.stringify(filter), often],
      );
      const saved = await this.get(viewer, row?.id ?? '');
      if ((kept.find(({ same }) => same)?.often ?? 'never') === 'never') await this.begin(saved, viewer);
      return saved;
    });
  }

  /** Changes how often its owner is told; from never on, only what comes after this is new. */
  async change(viewer: Viewer, id: string, name: string | null, often: Often | null): Promise<SavedSearch> {
    return this.db.transaction(async () => {
      const before = await this.get(viewer, id);
      await this.db.query(`update saved_search set name = coalesce($3, name), often = coalesce($4, often) where id = $1 and account_id = $2`, [id, viewer.accountId, name, often]);
      const after = await this.get(viewer, id);
      if (before.often === 'never') await this.begin(after, viewer);
      return after;
    });
  }

  /** What the stop link of its mail is about: a search of this person, as it stands. */
  async stopOf(accountId: string | null, id: string): Promise<Pick<SavedSearch, 'name' | 'often'> | null> {
    return this.db.one(`select name, often from saved_search where id = $1 and account_id = $2`, [id, accountId]);
  }

  /** As {@link change} by a link that was proven to be this person's: only what comes after it is taken up again is new. */
  async setOften(accountId: string | null, id: string, often: Often): Promise<void> {
    if (often === 'never') await this.db.query(`update saved_search set often = 'never' where id = $1 and account_id = $2`, [id, accountId]);
    else if (await this.stopOf(accountId, id)) {
      const viewer = accountId ? await this.sessions.viewerOfPerson(accountId) : null;
      if (viewer) await this.change(viewer, id, null, often);
    }
  }

  /** From now on its owner is told: what the search finds already is known to them, also where it changes later. */
  private async begin({ id, filter, often }: SavedSearch, { keys }: Viewer): Promise<void> {
    if (often === 'never') return;
    await this.db.query(`update saved_search set looked_at = clock_timestamp() where id = $1`, [id]);
    const { sql, parameters } = noteKnown({ search: id, filter, keys });
    await this.db.query(sql, parameters);
  }

  async remove(viewer: Viewer, id: string): Promise<SavedSearch> {
    const gone = await this.get(viewer, id);
    await this.db.query(`delete from saved_search where id = $1 and account_id = $2`, [id, viewer.accountId]);
    return gone;
  }

  private async get(viewer: Viewer, id: string): Promise<SavedSearch> {
    const row = isId(id) ? await this.db.one<SavedSearch>(`${ROW('$3::text[]')} where s.id = $1 and s.account_id = $2`, [id, viewer.accountId, viewer.keys]) : null;
    if (!row) throw new NotAllowed();
    return row;
  }
}

/** The page of the search, as an address of this web app. */
export function pathOfSearch({ text, kinds, principle, topic, state, form, licence, endorsed }: SavedFilter): string {
  const params = new URLSearchParams();
  if (text) params.set('q', text);
  if (kinds?.[0]) params.set('kind', kinds[0]);
  if (principle !== null) params.set('principle', String(principle));
  if (topic) params.set('topic', topic);
  if (state) params.set('state', state);
  if (form) params.set('form', form);
  if (licence) params.set('licence', licence);
  if (endorsed) params.set('endorsed', endorsed);
  return `/search?${params.toString()}`;
}
