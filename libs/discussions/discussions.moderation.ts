import type { Reportable } from '@app/moderation';
import { DiscussionReads } from './discussions.queries.js';
import { Threads } from './threads.service.js';

/** Letters can be reported and taken down. With the first letter goes its thread. */
export const reportablePost: Reportable = {
  kind: 'post',
  find: async (get, viewer, id) => {
    const found = await get(DiscussionReads).post(viewer, id);
    if (!found || found.post.state !== 'here') return null;
    const { post, thread } = found;
    return {
      title: post.number === 1 ? `The thread “${thread.title}”` : `Letter ${post.number} in “${thread.title}”`,
      text: post.body,
      path: `/threads/${thread.id}?from=${post.number}`,
      authorId: post.voice.person?.id ?? null,
      organizationId: post.voice.organization.id,
    };
  },
  takeDown: (get, id, reason) => get(Threads).takeDown(id, reason),
  restore: (get, id) => get(Threads).restore(id),
};
