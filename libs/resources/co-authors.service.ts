import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { needVoice, READERS_ONLY, seatsOf, speaks } from '@app/organizations';
import { CO_AUTHORS_MAX } from './contract/limits.js';
import { ResourceChanged } from './resources.events.js';
import { ResourceMail } from './resources.mails.js';
import type { ResourceView } from './resources.queries.js';
import { Resources } from './resources.service.js';

interface CoAuthorRow {
  resource_id: string;
  organization_id: string | null;
  account_id: string | null;
  agreed_at: Date | null;
}

/** Who else is named on a resource and may change it: asked by its team, and only once they have agreed. */
@Injectable()
export class CoAuthors {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly mail: ResourceMail,
    private readonly resources: Resources,
  ) {}

  /** Asks a team, or one person out of a team. */
  async ask(viewer: Viewer, { resourceId, organizationId, personId }: { resourceId: string; organizationId: string; personId?: string | null }): Promise<ResourceView> {
    return this.db.transaction(async () => {
      await this.resources.lock(resourceId);
      const resource = await this.resources.needOwn(viewer, resourceId);
      if (organizationId === resource.owner.id) throw new Invalid({ organizationId: 'It is theirs already.' });
      // Whoever cannot read it cannot write it either.
      if (resource.audience.startsWith('team:')) throw new Conflict('Only your own team reads this. Let others read it first, then ask them to write with you.');
      const seated = await this.db.one(
        `select from seat st join organization o on o.id = st.organization_id
         where st.organization_id = $1 and st.role not in (${READERS_ONLY}) and st.account_id is not null and ($2::uuid is null or st.account_id = $2) limit 1`,
        [organizationId, personId ?? null],
      );
      if (!seated) throw new Invalid(personId ? { personId: 'This person holds no seat there.' } : { organizationId: 'Nobody speaks for this organization here yet.' });
      const count = await this.db.one<{ n: number }>(`select count(*)::int as n from resource_co_author where resource_id = $1`, [resourceId]);
      if ((count?.n ?? 0) >= CO_AUTHORS_MAX) throw new Conflict(`At most ${CO_AUTHORS_MAX} are named beside you. Take somebody off the list first.`);
      const id = newId();
      const asked = await this.db.one(
        `insert into resource_co_author (id, resource_id, organization_id, account_id, asked_by) values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
        [id, resourceId, personId ? null : organizationId, personId ?? null, viewer.accountId],
      );
      if (!asked) throw new Conflict('They have been asked already.');
      await this.mail.coAuthorAsked(id);
      return this.resources.need(viewer, resourceId);
    });
  }

  /** Whoever was asked says yes or no; a no leaves nothing behind. Later the same word takes one's name off again. */
  async answer(viewer: Viewer, id: string, agree: boolean): Promise<ResourceView> {
    return this.db.transaction(async () => {
      const row = await this.find(id);
      if (!row || !isAsked(viewer, row)) throw new NotAllowed();
      await this.resources.need(viewer, row.resource_id);
      if (agree) await this.agree(id, row);
      else await this.db.query(`delete from resource_co_author where id = $1`, [id]);
      await this.events.publish(ResourceChanged, { resourceId: row.resource_id });
      return this.resources.need(viewer, row.resource_id);
    });
  }

  private async agree(id: string, { resource_id, organization_id }: CoAuthorRow): Promise<void> {
    await this.db.query(`update resource_co_author set agreed_at = coalesce(agreed_at, now()) where id = $1`, [id]);
    if (!organization_id) return;
    // Nobody praises what is their own; what they said before they wrote with the others ends.
    await this.db.query(`delete from resource_useful where resource_id = $1 and organization_id = $2`, [resource_id, organization_id]);
    await this.db.query(`delete from resource_use where resource_id = $1 and organization_id = $2`, [resource_id, organization_id]);
    await this.db.query(`update resource_endorsement set withdrawn_at = now() where resource_id = $1 and organization_id = $2 and withdrawn_at is null`, [resource_id, organization_id]);
  }

  /** The team that shares it takes a co-author, or a question, off the list. */
  async remove(viewer: Viewer, id: string): Promise<ResourceView> {
    return this.db.transaction(async () => {
      const row = await this.find(id);
      if (!row) throw new NotAllowed();
      await this.resources.needOwn(viewer, row.resource_id);
      await this.db.query(`delete from resource_co_author where id = $1`, [id]);
      await this.events.publish(ResourceChanged, { resourceId: row.resource_id });
      return this.resources.need(viewer, row.resource_id);
    });
  }

  /** Names a team of which it is known that it has agreed; for what comes with a story of its own. */
  async enter(resourceId: string, organizationId: string, askedBy: string, at: Date): Promise<void> {
    await this.db.query(`insert into resource_co_author (id, resource_id, organization_id, asked_by, asked_at, agreed_at) values ($1, $2, $3, $4, $5, $5)`, [newId(), resourceId, organizationId, askedBy, at]);
  }

  private find(id: string): Promise<CoAuthorRow | null> {
    return this.db.one<CoAuthorRow>(`select resource_id, organization_id, account_id, agreed_at from resource_co_author where id = $1 for update`, [id]);
  }
}

/** Whether a question is for this person: for themselves, or for a team they speak for. */
function isAsked(viewer: Viewer, row: CoAuthorRow): boolean {
  if (row.account_id) return row.account_id === viewer.accountId && needVoice(viewer) !== null;
  return seatsOf(viewer).some((seat) => speaks(seat.role) && seat.organizationId === row.organization_id);
}
