import type { Viewer } from '@app/people';
import { seatsOf, speakingSeat } from '@app/organizations';

/** Every member may report what they may read, observers too: to warn is not to write. */
export function canReport(viewer: Viewer): boolean {
  return viewer.keys.includes('members');
}

export function canDecide(viewer: Viewer): boolean {
  return viewer.isSteward;
}

/** The author may read why their text was taken down and answer, and so may whoever speaks for their organization. */
export function isTheirs(viewer: Viewer, reported: { authorId: string | null; authorOrganizationId: string | null }): boolean {
  if (reported.authorId === viewer.accountId) return true;
  return reported.authorOrganizationId !== null && speakingSeat(viewer, reported.authorOrganizationId) !== null;
}

/** The organization a report is counted for: the one the reporter has sat in longest, or none. */
export function reportingFor(viewer: Viewer): string | null {
  return seatsOf(viewer)[0]?.organizationId ?? null;
}
