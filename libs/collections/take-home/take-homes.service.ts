import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { type Viewer } from '@app/people';
import { easternToday, seatsOf } from '@app/organizations';
import { Conferences, type ConferenceRow } from '@app/conferences';
import { Statements } from '@app/statements';
import { type CollectionItemView, CollectionReads } from '../collections.queries.js';

/** What a team takes home: what it may read of a conference, on a day. */
export interface TakeHome {
  conference: Pick<ConferenceRow, 'title' | 'slug' | 'materials'>;
  team: { id: string; name: string };
  day: string;
  statement: string | null;
  items: CollectionItemView[];
  /** Where the bytes of files lie, by the id of the file. */
  stored: Map<string, string>;
}

/** What teams take home from conferences they came to: put together for one person, who gets what they may read themselves. */
@Injectable()
export class TakeHomes {
  constructor(
    private readonly db: Database,
    private readonly conferences: Conferences,
    private readonly collections: CollectionReads,
    private readonly statements: Statements,
  ) {}

  async offered(viewer: Viewer | null, conferenceId: string): Promise<{ organizationId: string; name: string; path: string }[]> {
    const teams = seatsOf(viewer).map((seat) => seat.organizationId);
    if (teams.length === 0) return [];
    const rows = await this.db.read<{ id: string; name: string; slug: string }>(
      `select o.id, o.name, c.slug from conference_team ct join organization o on o.id = ct.organization_id join conference c on c.id = ct.conference_id
       where ct.conference_id = $1::uuid and ct.status = 'attending' and not c.history and o.id = any($2::uuid[]) and c.audience = any($3::text[]) order by o.name, o.id`,
      [conferenceId, teams, viewer?.keys ?? []],
    );
    return rows.map(({ id, name, slug }) => ({ organizationId: id, name, path: `/files/take-home/${slug}/${id}` }));
  }

  /** Null where the conference is not there, the team did not come, or this person does not belong to it. */
  async of(viewer: Viewer | null, slug: string, organizationId: string): Promise<TakeHome | null> {
    const conference = viewer && (await this.conferences.findBySlug(viewer, slug));
    if (!conference) return null;
    const offered = (await this.offered(viewer, conference.id)).find((one) => one.organizationId === organizationId);
    const team = conference.teams.find((one) => one.organizationId === organizationId);
    if (!offered) return null;
    const collection = await this.collections.ofConference(viewer, conference.id);
    const items = collection && !collection.hidden ? collection.items : [];
    const statement = team?.kind === 'district' ? await this.statements.of(viewer, team.slug) : null;
    const files = items.flatMap(({ resource }) => (resource.file ? [resource.file.id] : []));
    const rows = await this.db.query<{ id: string; stored_name: string }>(`select id, stored_name from file where id = any($1::uuid[])`, [files]);
    return {
      conference, items, day: easternToday(),
      team: { id: organizationId, name: offered.name },
      statement: statement?.takenDownAt ? null : (statement?.standing?.text ?? null),
      stored: new Map(rows.map((row) => [row.id, row.stored_name])),
    };
  }
}
