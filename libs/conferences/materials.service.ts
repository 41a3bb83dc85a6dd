import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { shut } from '@app/platform/search';
import type { Viewer } from '@app/people';
import { ConferenceMaterial } from './conference-material.entity.js';
import { ConferenceChanged, MaterialAdded, MaterialRemoved } from './conferences.events.js';
import type { AddMaterialInput } from './conferences.inputs.js';
import { canRun, sponsoringSeat } from './conferences.policy.js';
import type { ConferenceRow } from './conferences.queries.js';
import { Conferences } from './conferences.service.js';

const PATH = /^\/(?!\/)[^\s\\]*$/;

/** Something in the library that can be handed out. */
export interface PossibleMaterial {
  id: string;
  title: string;
  by: string;
}

/** $1 the keys of whoever hands out, $2 the organizations of the conference, $3 its own key. What only one team reads is nothing to hand out. */
const POSSIBLE = `select r.id, r.title, o.name as by, r.audience from resource r join organization o on o.id = r.organization_id
  where r.audience = any($1) and r.hidden_at is null and r.organization_id = any($2::uuid[]) and r.audience in ('public', 'members', $3)`;

const shared = (viewer: Viewer, { id, sponsors, teams }: ConferenceRow): [readonly string[], string[], string] => [
  viewer.keys,
  [...sponsors, ...teams.filter(({ status }) => status === 'attending')].map(({ organizationId }) => organizationId),
  `conference:${id}`,
];

/** What was handed out at a conference. */
@Injectable()
export class ConferenceMaterials {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly conferences: Conferences,
  ) {}

  async add(viewer: Viewer, input: AddMaterialInput): Promise<ConferenceRow> {
    return this.db.transaction(async () => {
      const conference = await this.conferences.need(viewer, input.conferenceId);
      const seat = sponsoringSeat(viewer, conference);
      const audience = { everyone: 'public', members: 'members', attendees: `conference:${conference.id}` }[input.readers];
      const resourceId = input.resourceId ?? null;
      if (resourceId) await this.needResource(viewer, conference, resourceId, audience);
      if (!resourceId && !input.link) throw new Invalid({ link: 'Give a link, or choose something from the library.' });
      if (input.teamId && !conference.teams.some((team) => team.organizationId === input.teamId && team.presenting)) throw new Invalid({ teamId: 'This team does not present there. Choose one from the list.' });
      await this.enter({
        conferenceId: conference.id, title: input.title, link: resourceId ? `/library/${resourceId}` : safeLink(input.link ?? ''), resourceId, teamId: input.teamId ?? null, note: input.note || null, audience,
        organizationId: seat?.organizationId ?? null, authorId: viewer.accountId, at: new Date(),
      });
      return this.conferences.get(viewer, conference.id);
    });
  }

  /** What those behind a conference can hand out of the library: shared by a team that comes or by one of their own, by a part of the title. */
  async possible(viewer: Viewer, conferenceId: string, title: string): Promise<PossibleMaterial[]> {
    const [conference] = await this.conferences.byIds(viewer, [conferenceId]);
    const words = title.trim().toLowerCase().slice(0, 80).replace(/[\\%_]/g, '\\$&');
    if (!conference || !canRun(viewer, conference) || words.length < 2) return [];
    return this.db.query<PossibleMaterial>(`${POSSIBLE} and lower(r.title) like '%' || $4 || '%' order by lower(r.title) not like $4 || '%', lower(r.title), r.id limit 10`, [...shared(viewer, conference), words]);
  }

  /** Refuses what nobody of the conference shared, and what some of those who see the material could not read. */
  private async needResource(viewer: Viewer, conference: ConferenceRow, id: string, audience: string): Promise<void> {
    const [found] = await this.db.query<PossibleMaterial & { audience: string }>(`${POSSIBLE} and r.id = $4`, [...shared(viewer, conference), id]);
    if (!found) throw new Invalid({ resourceId: 'This is not in the list. Choose something that a team of the conference or an organization behind it has shared.' });
    const enough = ['public', audience, ...(audience === 'public' ? [] : ['members'])];
    if (!enough.includes(found.audience)) throw new Invalid({ readers: 'Not all of these may read it in the library. Choose fewer readers, or let more people read it there.' });
  }

  async enter({ resourceId = null, teamId = null, ...material }: Omit<ConferenceMaterial, 'id' | 'resourceId' | 'teamId'> & Partial<Pick<ConferenceMaterial, 'resourceId' | 'teamId'>>): Promise<string> {
    const id = newId();
    const entered = await this.db.one(
      `insert into conference_material (id, conference_id, title, link, note, audience, organization_id, author_id, at, resource_id, team_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (conference_id, link) do nothing returning id`,
      [id, material.conferenceId, material.title, material.link, material.note, material.audience, material.organizationId, material.authorId, material.at, resourceId, teamId],
    );
    if (!entered) throw new Conflict('This link is among the materials already.');
    await this.events.publish(MaterialAdded, { conferenceId: material.conferenceId, materialId: id });
    await this.events.publish(ConferenceChanged, { conferenceId: material.conferenceId });
    return id;
  }

  async remove(viewer: Viewer, materialId: string): Promise<ConferenceRow> {
    return this.db.transaction(async () => {
      const material = await this.db.of(ConferenceMaterial).findOneBy({ id: materialId });
      if (!material) throw new NotAllowed();
      const conference = await this.conferences.need(viewer, material.conferenceId);
      await this.db.of(ConferenceMaterial).delete({ id: materialId });
      await shut(this.db, 'conference-material', [materialId]);
      await this.events.publish(MaterialRemoved, { conferenceId: conference.id, materialId });
      await this.events.publish(ConferenceChanged, { conferenceId: conference.id });
      return this.conferences.get(viewer, conference.id);
    });
  }
}

/** A page of ours or a safe address elsewhere; nothing that could run in the reader's browser. */
function safeLink(link: string): string {
  if (PATH.test(link)) return link;
  try {
    const url = new URL(link);
    if (url.protocol === 'https:' && !url.username) return url.href;
  } catch {
    // falls through to the one answer
  }
  throw new Invalid({ link: 'This must be an address that begins with https:// or a page here that begins with /.' });
}
