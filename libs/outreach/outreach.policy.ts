import type { Viewer } from '@app/people';
import { speakingSeat } from '@app/organizations';
import { canRun, type ConferenceRow } from '@app/conferences';

/** Whether somebody may plan a conference's follow-up. */
export function canPlan(viewer: Viewer | null, conference: ConferenceRow): boolean {
  return canRun(viewer, conference);
}

/**
 * Whether somebody may write, change or drop a message that one organization's leader signs: they speak for that
 * organization, which stands behind the conference. No co-sponsor puts words into another's mouth.
 */
export function canSignFor(viewer: Viewer, conference: ConferenceRow, organizationId: string): boolean {
  const behind = conference.sponsors.some((sponsor) => sponsor.organizationId === organizationId && sponsor.part !== 'supporter');
  return behind && (viewer.isSteward || speakingSeat(viewer, organizationId) !== null);
}
