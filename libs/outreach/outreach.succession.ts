import { Database } from '@app/platform/database';
import { BRIEF_ITEMS, type HandoverSection } from '@app/organizations';

interface StepRow {
  slug: string;
  conference: string;
  kind: 'digest' | 'message';
  from_name: string | null;
  day: string;
}

/** What the follow-up of the conferences that a team came to will still bring, for whoever takes over one of its seats. */
export const comingSteps: HandoverSection = {
  name: 'outreach',
  title: 'What comes next',
  rank: 40,
  read: async (get, _viewer, organizationId) => {
    const rows = await get(Database).query<StepRow>(
      `select c.slug, c.title as conference, s.kind, s.from_name, to_char(s.due_at at time zone c.zone, 'FMMonth FMDD, YYYY') as day
       from conference_team ct join conference c on c.id = ct.conference_id join ladder_step s on s.conference_id = c.id
       where ct.organization_id = $1 and ct.status = 'attending' and s.audience = 'attended' and s.state = 'planned' and s.due_at > now()
       order by s.due_at, s.id limit ${BRIEF_ITEMS}`,
      [organizationId],
    );
    return rows.map(({ slug, conference, kind, from_name, day }) => ({
      title: kind === 'message' ? `A message from ${from_name}` : 'A digest of what is new for your district',
      path: `/conferences/${slug}`,
      note: `${day}, after ${conference}`,
    }));
  },
};
