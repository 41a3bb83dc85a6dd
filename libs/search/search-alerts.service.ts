import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Mails } from '@app/platform/mail';
import { Sessions, type Viewer } from '@app/people';
import type { Often, SavedFilter, ToldThing } from './saved-searches.service.js';
import { noteNew } from './search-alerts.queries.js';

export const ALERT_MAIL = 'search.alert';

/** What the mail is about: which search, and which telling of it. */
export interface AlertData {
  search: string;
  batch: string;
}

export interface Alert {
  name: string;
  filter: SavedFilter;
  /** The newest of them, at most {@link SHOWN}. */
  things: ToldThing[];
  /** How many there are in all. */
  total: number;
}

interface Due {
  id: string;
  account_id: string;
  email: string;
  filter: SavedFilter;
  often: Often;
  since: Date;
}

/** How many searches one run looks through; the next run goes on. */
const AT_A_TIME = 200;
/** How many of the things that are told are named. */
const SHOWN = 10;
/** What changed this long before the last look is looked at again: its transaction may have ended after it. */
const OVERLAP = '10 minutes';

const DUE: Readonly<Record<Exclude<Often, 'never'>, string>> = {
  // Nothing has changed: nothing to look for.
  at_once: `exists (select from search_entry e where e.changed_at > s.looked_at - interval '${OVERLAP}')`,
  weekly: `s.looked_at <= clock_timestamp() - interval '7 days'`,
};

/** Tells people of what is new for the searches they keep: each thing once, and only what they may read then. */
@Injectable()
export class SearchAlerts {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly mails: Mails,
  ) {}

  /** Looks through all searches that are due; answers how many people get a mail. */
  async tell(often: Exclude<Often, 'never'>): Promise<number> {
    let told = 0;
    const due = await this.db.query<{ id: string }>(`select s.id from saved_search s where s.often = $1 and ${DUE[often]} order by s.looked_at, s.id limit ${AT_A_TIME}`, [often]);
    for (const { id } of due) if (await this.db.transaction(() => this.tellOne(id, often))) told += 1;
    return told;
  }

  /** Notes for a digest what is new for the weekly searches of its readers; answers whether there is more to note. Their week begins anew with it. */
  async noteForDigest(edition: { id: string; at: Date }, people: readonly string[]): Promise<boolean> {
    const due = await this.db.query<Due>(
      `select s.id, s.account_id, a.email, s.filter, s.often, s.looked_at - interval '${OVERLAP}' as since
       from saved_search s join account a on a.id = s.account_id where s.often = 'weekly' and s.account_id = any($1::uuid[]) and s.looked_at < $2 order by s.id limit ${AT_A_TIME} for update of s`,
      [people, edition.at],
    );
    for (const search of due) {
      await this.db.query(`update saved_search set looked_at = clock_timestamp() where id = $1`, [search.id]);
      const viewer = await this.sessions.viewerOfPerson(search.account_id);
      if (viewer) await this.note(search, viewer, edition.id);
    }
    return due.length === AT_A_TIME;
  }

  /** For whom something was noted in an edition. */
  async notedFor(editionId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(`select distinct s.account_id as id from saved_search_told t join saved_search s on s.id = t.saved_search_id where t.batch = $1`, [editionId]);
    return rows.map(({ id }) => id);
  }

  /** What an edition says to one person of the searches they keep, read again when it is written. */
  async notedIn(editionId: string, personId: string): Promise<Alert[]> {
    const searches = await this.db.query<{ id: string }>(`select distinct t.saved_search_id as id from saved_search_told t join saved_search s on s.id = t.saved_search_id where t.batch = $1 and s.account_id = $2 and s.often <> 'never' order by 1`, [editionId, personId]);
    const alerts: Alert[] = [];
    for (const { id } of searches) {
      const alert = await this.alertFor(personId, { search: id, batch: editionId });
      if (alert) alerts.push(alert);
    }
    return alerts;
  }

  private async tellOne(id: string, often: Exclude<Often, 'never'>): Promise<boolean> {
    // Whoever else is at it has it; a second look in the same moment would tell nothing new.
    const due = await this.db.one<Due>(
      `select s.id, s.account_id, a.email, s.filter, s.often, s.looked_at - interval '${OVERLAP}' as since
       from saved_search s join account a on a.id = s.account_id where s.id = $1 and s.often = $2 and ${DUE[often]} for update of s skip locked`,
      [id, often],
    );
    if (!due) return false;
    await this.db.query(`update saved_search set looked_at = clock_timestamp() where id = $1`, [id]);
    const viewer = await this.sessions.viewerOfPerson(due.account_id);
    if (!viewer) return false;
    const batch = newId();
    if ((await this.note(due, viewer, batch)) === 0) return false;
    await this.mails.send({ to: { personId: due.account_id, address: due.email }, kind: ALERT_MAIL, edition: batch, category: often === 'weekly' ? 'digest' : 'notice', data: { search: id, batch } satisfies AlertData });
    return true;
  }

  /** Notes what is new as told; answers how much of it had not been told before. */
  private async note(due: Due, viewer: Viewer, batch: string): Promise<number> {
    const { sql, parameters } = noteNew({ search: due.id, filter: due.filter, keys: viewer.keys }, due.since, batch);
    return (await this.db.one<{ noted: number }>(sql, parameters))?.noted ?? 0;
  }

  /** What a mail says, read again when it is written: null when nothing of it may be read any more. */
  async alertFor(personId: string | null, { search, batch }: AlertData): Promise<Alert | null> {
    const viewer = personId ? await this.sessions.viewerOfPerson(personId) : null;
    if (!viewer) return null;
    const alert = await this.db.one<Alert>(
      `select s.name, s.filter, told.things, told.total from saved_search s cross join lateral (
         select coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'id', n.id, 'title', n.title, 'path', n.path, 'organizationName', n.organization_name, 'at', n.at) order by n.place) filter (where n.place <= ${SHOWN}), '[]') as things, count(*)::int as total
         from (select e.*, row_number() over (order by e.at desc, e.id desc) as place
           from saved_search_told t join search_entry e on e.kind = t.kind and e.id = t.id where t.saved_search_id = s.id and t.batch = $2 and e.audience = any($4)) n) told
       where s.id = $1 and s.account_id = $3`,
      [search, batch, viewer.accountId, viewer.keys],
    );
    return alert && alert.total > 0 ? alert : null;
  }
}
