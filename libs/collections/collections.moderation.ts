import type { Reportable } from '@app/moderation';
import { CollectionReads } from './collections.queries.js';
import { Collections } from './collections.service.js';

/** Collections can be reported for their own words and taken down; what stands in them is reported by itself. */
export const reportableCollection: Reportable = {
  kind: 'collection',
  find: async (get, viewer, id) => {
    const found = await get(CollectionReads).byId(viewer, id);
    if (!found) return null;
    return {
      title: found.title,
      text: [found.summary, ...found.items.map((item) => item.note)].filter(Boolean).join('\n\n'),
      path: `/collections/${found.slug}`,
      authorId: found.authorId,
      organizationId: found.owner.id,
    };
  },
  takeDown: (get, id, reason) => get(Collections).setHidden(id, reason),
  restore: (get, id) => get(Collections).setHidden(id, null),
};
