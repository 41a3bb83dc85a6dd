import type { SubjectKind } from '@app/discussions';
import { isId } from '@app/platform/database';
import { Conferences } from './conferences.service.js';

/** Threads can be opened on a conference; all members may read them, unless whoever opens one says fewer. */
export const conferenceSubject: SubjectKind = {
  kind: 'conference',
  find: async (get, viewer, id) => {
    const [conference] = isId(id) ? await get(Conferences).byIds(viewer, [id]) : [];
    return conference ? { title: conference.title, path: `/conferences/${conference.slug}`, audience: 'members' } : null;
  },
};
