import { Inject, Injectable } from '@nestjs/common';
import { type Config, publicUrl } from '@app/platform/config';
import { Database } from '@app/platform/database';
import { type Viewer } from '@app/people';
import { easternToday, seatsOf } from '@app/organizations';
import { Conferences, type ConferenceRow } from '@app/conferences';
import { ResourceReads, type ResourceView } from '@app/resources';
import { Statements } from '@app/statements';
import { type CollectionItemView, CollectionReads } from '../collections.queries.js';

/** What a team takes home: what it may read of a conference, on a day. */
export interface TakeHome {
  conference: Pick<ConferenceRow, 'title' | 'slug' | 'teams'>;
  team: { id: string; name: string };
  day: string;
  statement: string | null;
  items: CollectionItemView[];
  /** What was handed out; with the thing itself where it is one of the library that they may read. */
  materials: (Pick<ConferenceRow['materials'][number], 'title' | 'note' | 'link'> & { resource: ResourceView | null })[];
  /** Where the bytes of files lie, by the id of the file. */
  stored: Map<string, string>;
}

/** What teams take home from conferences they came to: put together for one person, who gets what they may read themselves. */
@Injectable()
export class TakeHomes {
  private readonly base: string;

  constructor(
    private readonly db: Database,
    private readonly conferences: Conferences,
    private readonly collections: CollectionReads,
    private readonly statements: Statements,
    private readonly resources: ResourceReads,
    @Inject('CONFIG') config: Config,
  ) {
    this.base = publicUrl(config).replace(/\/$/, '');
  }

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
    const materials = await this.handedOut(viewer, conference);
    const files = [...items, ...materials].flatMap(({ resource }) => (resource?.file ? [resource.file.id] : []));
    const rows = await this.db.query<{ id: string; stored_name: string }>(`select id, stored_name from file where id = any($1::uuid[])`, [files]);
    return {
      conference, items, materials, day: easternToday(),
      team: { id: organizationId, name: offered.name },
      statement: statement?.takenDownAt ? null : (statement?.standing?.text ?? null),
      stored: new Map(rows.map((row) => [row.id, row.stored_name])),
    };
  }

  private async handedOut(viewer: Viewer, { materials }: ConferenceRow): Promise<TakeHome['materials']> {
    const found = new Map((await this.resources.among(viewer, materials.flatMap(({ link }) => this.resourceAt(link) ?? []))).map((resource) => [resource.id, resource]));
    return materials.map(({ title, note, link }) => ({ title, note, link, resource: found.get(this.resourceAt(link) ?? '') ?? null }));
  }

  /** Which thing of the library an address leads to; null where it leads elsewhere, or to a former version. */
  private resourceAt(link: string): string | null {
    const path = link.startsWith(`${this.base}/`) ? link.slice(this.base.length) : link;
    return /^\/library\/([0-9a-f-]{36})\/?(?:#.*)?$/i.exec(path)?.[1]?.toLowerCase() ?? null;
  }
}
