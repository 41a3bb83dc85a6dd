import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Invalid, NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { FIRST_YEAR } from './contract/limits.js';
import { ResourceChanged, ResourceUsed } from './resources.events.js';
import { seatToPraise } from './resources.policy.js';
import { factsOf, type ResourceView } from './resources.queries.js';
import { Resources } from './resources.service.js';

export interface UseWords {
  year: number;
  context: string;
  result: string;
}

/** What teams say of having used a resource: when, in what context and with what result. One word a team, which it changes or takes back. */
@Injectable()
export class Uses {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly resources: Resources,
  ) {}

  async attest(viewer: Viewer, resourceId: string, words: UseWords, organizationId?: string | null): Promise<ResourceView> {
    const thisYear = new Date().getUTCFullYear();
    if (words.year < FIRST_YEAR || words.year > thisYear) throw new Invalid({ year: `Give a year between ${FIRST_YEAR} and ${thisYear}.` });
    return this.db.transaction(async () => {
      const seat = seatToPraise(viewer, factsOf(await this.resources.need(viewer, resourceId)), organizationId);
      if (!seat) throw new NotAllowed('Only another team can say that it used this.');
      await this.enter(resourceId, seat.organizationId, viewer.accountId, words);
      return this.resources.need(viewer, resourceId);
    });
  }

  /** As {@link attest} for a team of which it is known that it may. */
  async enter(resourceId: string, organizationId: string, accountId: string, { year, context, result }: UseWords, at = new Date()): Promise<string> {
    return this.db.transaction(async () => {
      const row = await this.db.one<{ id: string; fresh: boolean }>(
        `insert into resource_use (id, resource_id, organization_id, account_id, year, context, result, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
         on conflict (resource_id, organization_id) do update set account_id = $4, year = $5, context = $6, result = $7, updated_at = $8 returning id, created_at = updated_at as fresh`,
        [newId(), resourceId, organizationId, accountId, year, context, result, at],
      );
      if (row?.fresh) await this.events.publish(ResourceUsed, { resourceId, organizationId });
      await this.events.publish(ResourceChanged, { resourceId });
      return row?.id ?? '';
    });
  }

  /** A team takes its word back; nothing of it stays. */
  async remove(viewer: Viewer, resourceId: string, organizationId?: string | null): Promise<ResourceView> {
    return this.db.transaction(async () => {
      const seat = seatToPraise(viewer, factsOf(await this.resources.need(viewer, resourceId)), organizationId);
      const gone = seat && (await this.db.one(`delete from resource_use where resource_id = $1 and organization_id = $2 returning id`, [resourceId, seat.organizationId]));
      if (!gone) throw new NotAllowed('Your team has said nothing of using this.');
      await this.events.publish(ResourceChanged, { resourceId });
      return this.resources.need(viewer, resourceId);
    });
  }

  /** A steward takes a word down, or puts it back with null; twice is once. */
  async setHidden(id: string, reason: string | null): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.db.one<{ resource_id: string }>(
        `update resource_use set hidden_at = case when $2::text is null then null else coalesce(hidden_at, now()) end, hidden_reason = $2 where id = $1 returning resource_id`,
        [id, reason],
      );
      if (row) await this.events.publish(ResourceChanged, { resourceId: row.resource_id });
    });
  }
}
