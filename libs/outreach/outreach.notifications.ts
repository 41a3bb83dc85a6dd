import { Database } from '@app/platform/database';
import type { WaitingSource } from '@app/notifications';
import { seatsOf, speaks } from '@app/organizations';

const CLOSE_DAYS = 14;

/** A sponsor is told while nothing is planned for after its conference: later it is too late to begin. */
export const unplannedLadders: WaitingSource = {
  name: 'outreach.unplanned-ladders',
  read: async (get, viewer) => {
    const organizations = seatsOf(viewer).filter(({ role, kind }) => speaks(role) && kind === 'co_sponsor').map(({ organizationId }) => organizationId);
    if (organizations.length === 0) return [];
    const rows = await get(Database).read<{ id: string; title: string; slug: string; createdAt: string; near: boolean }>(
      `select distinct c.id, c.title, c.slug, c.created_at as "createdAt", c.starts_at < now() + make_interval(days => $2) as near
       from conference c join conference_sponsor cs on cs.conference_id = c.id and cs.part <> 'supporter' and cs.organization_id = any($1::uuid[])
       where not c.history and (c.closed_at is null or c.closed_at > now() - interval '60 days')
         and not exists (select 1 from ladder_step s where s.conference_id = c.id and s.state <> 'cancelled')
       order by c.created_at limit 20`,
      [organizations, CLOSE_DAYS],
    );
    return rows.map(({ id, title, slug, createdAt, near }) => ({
      key: `outreach.unplanned:${id}`,
      title: `${title} has no follow-up planned. Plan what its teams will get afterwards.`,
      path: `/conferences/${slug}`,
      since: new Date(createdAt),
      urgency: near ? 1 : 2,
    }));
  },
};
