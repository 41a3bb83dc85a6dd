import { Database } from '@app/platform/database';
import type { DirectoryCircle } from '@app/organizations';

/** The directory's districts that came to a conference. Who came is for members, as on the conference's own page. */
export const cameToConference: DirectoryCircle = {
  prefix: 'conference',
  districts: (id, keys) =>
    `select ct.organization_id from conference_team ct join conference c on c.id = ct.conference_id
     where ct.conference_id = ${id} and ct.status = 'attending' and c.audience = any(${keys}) and 'members' = any(${keys})`,
  offered: (get, viewer) =>
    get(Database).read<{ key: string; name: string }>(
      `select 'conference:' || c.id as key, c.title as name from conference c
       where c.audience = any($1::text[]) and 'members' = any($1::text[])
         and exists (select from conference_team ct join organization o on o.id = ct.organization_id and o.kind = 'district' where ct.conference_id = c.id and ct.status = 'attending')
       order by coalesce(c.first_day, (c.starts_at at time zone c.zone)::date) desc nulls last, c.id desc limit 100`,
      [viewer.keys],
    ),
};
