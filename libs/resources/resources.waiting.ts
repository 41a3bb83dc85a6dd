import { Database } from '@app/platform/database';
import type { WaitingSource } from '@app/people';
import { easternToday, seatsOf, speaks } from '@app/organizations';
import { BROKEN } from './links.service.js';

interface WaitingRow {
  what: 'asked' | 'silent' | 'review' | 'endorsed';
  id: string;
  resource_id: string;
  title: string;
  team: string;
  since: string;
}

const WORDS: Record<WaitingRow['what'], (title: string, team: string) => string> = {
  asked: (title, team) => `${team} asks to name you as co-author of “${title}”`,
  silent: (title) => `The link in “${title}” does not answer`,
  review: (title) => `You wanted to look at “${title}” again`,
  endorsed: (title) => `Your seat endorsed a former version of “${title}”. Does that hold for the new one?`,
};

/** What waits about the library: a question whether to be named, a link that fell silent, a day of review that has come, a version that one's seat has not endorsed yet. */
export const libraryWaiting: WaitingSource = {
  name: 'resources',
  read: async (get, viewer) => {
    const seats = seatsOf(viewer).filter((seat) => speaks(seat.role));
    const teams = seats.map((seat) => seat.organizationId);
    if (teams.length === 0) return [];
    const rows = await get(Database).read<WaitingRow>(
      `select w.*, r.title, o.name as team from (
         select 'asked' as what, c.id, c.resource_id, c.asked_at as since from resource_co_author c where c.agreed_at is null and (c.account_id = $1 or c.organization_id = any($2::uuid[]))
         union all
         select 'silent', l.resource_id, l.resource_id, l.silent_since from resource x join resource_link l on l.resource_id = x.id where x.organization_id = any($2::uuid[]) and ${BROKEN('l')}
         union all
         select 'review', x.id, x.id, x.review_on::timestamptz from resource x where x.organization_id = any($2::uuid[]) and x.review_on <= $4::date and x.superseded_by is null
         union all
         select 'endorsed', e.id, x.id, x.versioned_at from unnest($2::uuid[], $5::text[]) as s (organization_id, role)
           join resource_endorsement e on e.organization_id = s.organization_id and e.role = s.role and e.withdrawn_at is null
           join resource x on x.id = e.resource_id where e.version < x.version and x.superseded_by is null
       ) w join resource r on r.id = w.resource_id join organization o on o.id = r.organization_id
       where r.audience = any($3) and r.hidden_at is null order by w.since limit 20`,
      [viewer.accountId, teams, viewer.keys, easternToday(), seats.map((seat) => seat.role)],
    );
    return rows.map(({ what, id, resource_id, title, team, since }) => ({
      key: `resources.${what}:${id}`,
      title: WORDS[what](title, team),
      path: `/library/${resource_id}`,
      since: new Date(since),
      urgency: what === 'asked' ? 2 : 3,
    }));
  },
};
