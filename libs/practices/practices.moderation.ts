import { isId } from '@app/platform/database';
import type { SubjectKind } from '@app/discussions';
import type { Reportable } from '@app/moderation';
import { Practices } from './practices.service.js';

/** Threads can be opened on a practice, by whoever may read it. */
export const practiceSubject: SubjectKind = {
  kind: 'practice',
  find: async (get, viewer, id) => {
    const practice = isId(id) ? await get(Practices).find(viewer, id) : null;
    return practice && { title: practice.title, path: `/practices/${practice.slug}`, audience: practice.audience };
  },
};

/** A practice can be reported, and a steward can take it down. */
export const reportablePractice: Reportable = {
  kind: 'practice',
  find: async (get, viewer, id) => {
    const practice = isId(id) ? await get(Practices).find(viewer, id) : null;
    if (!practice) return null;
    const text = [practice.summary, practice.story].filter(Boolean).join('\n\n');
    return { title: practice.title, text, path: `/practices/${practice.slug}`, authorId: practice.authorId, organizationId: practice.organizationId };
  },
  takeDown: (get, id, reason) => get(Practices).hide(id, reason),
  restore: (get, id) => get(Practices).hide(id, null),
};
