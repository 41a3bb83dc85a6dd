import { Organizations, pathOf } from '@app/organizations';
import type { Reportable } from '@app/moderation';
import { Signatures } from '@app/signatures';
import { STATEMENT, Statements } from './statements.service.js';

/** The text that stands can be reported, by the id of its joint act, and taken down. Whoever put it up answers for it, and their district. */
export const reportableStatement: Reportable = {
  kind: STATEMENT,
  find: async (get, viewer, id) => {
    const act = await get(Signatures).find(viewer, id);
    if (act?.subjectKind !== STATEMENT || act.state !== 'complete' || act.audience !== 'public') return null;
    const district = await get(Organizations).find(act.subjectId);
    return district && { title: act.title, text: act.text, path: pathOf(district), authorId: act.proposedBy?.id ?? null, organizationId: district.id };
  },
  takeDown: (get, id, reason) => get(Statements).hide(id, reason),
  restore: (get, id) => get(Statements).hide(id, null),
};
