import { loader } from '@app/platform/graphql';
import type { Decision } from './decision.entity.js';
import type { ModerationReads } from './moderation.queries.js';

/** What was decided on things so far, by the thing's id. */
export const trailBySubject = loader(async (reads: ModerationReads, ids): Promise<Decision[][]> => {
  const trail = await reads.trailOf(ids);
  return ids.map((id) => trail.filter((decision) => decision.subjectId === id));
});

/** How many open reports things have, by the thing's id. */
export const openBySubject = loader(async (reads: ModerationReads, ids): Promise<number[]> => {
  const open = await reads.openOn(ids);
  return ids.map((id) => open.get(id) ?? 0);
});
