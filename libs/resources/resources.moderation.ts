import { Database, isId } from '@app/platform/database';
import { FileTexts } from '@app/platform/files';
import { keysOfViewer } from '@app/people';
import type { Reportable } from '@app/moderation';
import type { SubjectKind } from '@app/discussions';
import { ResourceReads } from './resources.queries.js';
import { Resources } from './resources.service.js';
import { Uses } from './uses.service.js';

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
      text: [found.summary, found.body, found.url, found.file?.name, found.file?.description, inside].filter(Boolean).join('\n\n'),
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

/** What a team says of having used a resource can be reported by whoever reads it, and taken down. */
export const reportableUse: Reportable = {
  kind: 'resource-use',
  find: async (get, viewer, id) => {
    if (!isId(id)) return null;
    const found = await get(Database).one<{ title: string; context: string; result: string; resource_id: string; account_id: string | null; organization_id: string }>(
      `select r.title, w.context, w.result, w.resource_id, w.account_id, w.organization_id from resource_use w join resource r on r.id = w.resource_id
       where w.id = $1 and r.audience = any($2) and r.hidden_at is null and (w.hidden_at is null or w.account_id = $3)`,
      [id, keysOfViewer(viewer), viewer?.accountId ?? null],
    );
    return found && { title: `On “${found.title}”`, text: `${found.context}\n\n${found.result}`, path: `/library/${found.resource_id}`, authorId: found.account_id, organizationId: found.organization_id };
  },
  takeDown: (get, id, reason) => get(Uses).setHidden(id, reason),
  restore: (get, id) => get(Uses).setHidden(id, null),
};
