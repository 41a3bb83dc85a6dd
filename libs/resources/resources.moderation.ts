import { FileTexts } from '@app/platform/files';
import type { Reportable } from '@app/moderation';
import type { SubjectKind } from '@app/discussions';
import { ResourceReads } from './resources.queries.js';
import { Resources } from './resources.service.js';

const INSIDE_MAX = 3000;

/** Resources can be reported and taken down. */
export const reportableResource: Reportable = {
  kind: 'resource',
  find: async (get, viewer, id) => {
    const found = await get(ResourceReads).find(viewer, id);
    if (!found) return null;
    // A steward judges what others would read, and that is inside the file.
    const inside = found.file ? await get(FileTexts).beginningOf(found.file.id, INSIDE_MAX) : '';
    return {
      title: found.title,
      text: [found.summary, found.body, found.url, found.file?.name, inside].filter(Boolean).join('\n\n'),
      path: `/library/${found.id}`,
      authorId: found.author?.id ?? null,
      organizationId: found.owner.id,
    };
  },
  takeDown: (get, id, reason) => get(Resources).setHidden(id, reason),
  restore: (get, id) => get(Resources).setHidden(id, null),
};

/** Threads can be opened on a resource. */
export const resourceSubject: SubjectKind = {
  kind: 'resource',
  find: async (get, viewer, id) => {
    const found = await get(ResourceReads).find(viewer, id);
    return found && !found.hidden ? { title: found.title, path: `/library/${found.id}`, audience: found.audience } : null;
  },
};
