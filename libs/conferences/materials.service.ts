import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { shut } from '@app/platform/search';
import type { Viewer } from '@app/people';
import { ConferenceMaterial } from './conference-material.entity.js';
import { ConferenceChanged, MaterialAdded, MaterialRemoved } from './conferences.events.js';
import { sponsoringSeat } from './conferences.policy.js';
import type { ConferenceRow } from './conferences.queries.js';
import { Conferences } from './conferences.service.js';
import type { AddMaterialInput } from './conferences.types.js';

const PATH = /^\/(?!\/)[^\s\\]*$/;

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
      await this.enter({ conferenceId: conference.id, title: input.title, link: safeLink(input.link), note: input.note || null, audience, organizationId: seat?.organizationId ?? null, authorId: viewer.accountId, at: new Date() });
      return this.conferences.get(viewer, conference.id);
    });
  }

  async enter(material: Omit<ConferenceMaterial, 'id'>): Promise<string> {
    const id = newId();
    const entered = await this.db.one(
      `insert into conference_material (id, conference_id, title, link, note, audience, organization_id, author_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (conference_id, link) do nothing returning id`,
      [id, material.conferenceId, material.title, material.link, material.note, material.audience, material.organizationId, material.authorId, material.at],
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
