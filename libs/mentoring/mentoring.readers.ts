import { Database } from '@app/platform/database';
import type { AudienceTeams } from '@app/organizations';

/** The room of a link is read by those who speak for one of its two teams, the one that asked first. */
export const linkReaders: AudienceTeams = {
  prefix: 'link',
  readersToo: false,
  teams: async (get, id) => {
    const link = await get(Database).one<{ teams: string[] }>(`select array[mentee_organization_id, mentor_organization_id]::text[] as teams from mentoring_link where id = $1`, [id]);
    return link?.teams ?? [];
  },
};
