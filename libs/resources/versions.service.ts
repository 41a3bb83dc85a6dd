import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Files } from '@app/platform/files';
import { Invalid, NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { releaseOthers } from './former.js';
import { ResourceChanged } from './resources.events.js';
import type { ResourceView } from './resources.queries.js';
import { Resources } from './resources.service.js';

/** A chain of successors is followed so far; nobody replaces one thing more often. */
const LONGEST_CHAIN = 50;

/** What came before a resource and what comes after it: former versions, a successor, and the day of the next look. */
@Injectable()
export class Versions {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly files: Files,
    private readonly resources: Resources,
  ) {}

  /** Takes a former version away for good, with its file: for what should never have been in it. */
  async remove(viewer: Viewer, resourceId: string, number: number): Promise<ResourceView> {
    return this.db.transaction(async () => {
      await this.resources.lock(resourceId);
      await this.resources.needOwn(viewer, resourceId);
      const gone = await this.db.one(`delete from resource_version where resource_id = $1 and number = $2 returning number`, [resourceId, number]);
      if (!gone) throw new NotAllowed('This version is not here any more.');
      await releaseOthers(this.db, this.files, resourceId);
      return this.resources.need(viewer, resourceId);
    });
  }

  /** Says what has taken a resource's place, or with null that nothing has. */
  async supersede(viewer: Viewer, resourceId: string, byId: string | null): Promise<ResourceView> {
    return this.db.transaction(async () => {
      // All successions one after the other: two of them at once could close a circle.
      await this.db.query(`select pg_advisory_xact_lock(hashtextextended('resources.succession', 0))`);
      await this.resources.needOwn(viewer, resourceId);
      if (byId !== null) await this.needSuccessor(viewer, resourceId, byId);
      await this.db.query(`update resource set superseded_by = $2, updated_at = now() where id = $1`, [resourceId, byId]);
      await this.events.publish(ResourceChanged, { resourceId });
      return this.resources.need(viewer, resourceId);
    });
  }

  private async needSuccessor(viewer: Viewer, resourceId: string, byId: string): Promise<void> {
    await this.resources.need(viewer, byId).catch(() => {
      throw new Invalid({ byId: 'There is no such resource that you may read. Copy the address of its page in the library.' });
    });
    const circle = await this.db.one(
      `with recursive chain (id, step) as (
         select $2::uuid, 1 union all select r.superseded_by, step + 1 from chain join resource r on r.id = chain.id where r.superseded_by is not null and step < ${LONGEST_CHAIN})
       select from chain where id = $1::uuid`,
      [resourceId, byId],
    );
    if (circle) throw new Invalid({ byId: byId === resourceId ? 'A resource cannot take its own place.' : 'That one says already that this one takes its place.' });
  }

  /** Its team has looked at it and says when to look again; null for never. */
  async reviewed(viewer: Viewer, resourceId: string, reviewOn: string | null, today: string): Promise<ResourceView> {
    if (reviewOn !== null && reviewOn <= today) throw new Invalid({ reviewOn: 'Choose a day that is still to come, or none.' });
    return this.db.transaction(async () => {
      await this.resources.lock(resourceId);
      const resource = await this.resources.need(viewer, resourceId);
      if (!resource.viewerCan.edit) throw new NotAllowed();
      await this.db.query(`update resource set review_on = $2 where id = $1`, [resourceId, reviewOn]);
      return this.resources.need(viewer, resourceId);
    });
  }
}
