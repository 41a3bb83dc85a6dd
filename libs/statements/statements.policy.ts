import type { Viewer } from '@app/people';
import { speakingSeat } from '@app/organizations';

/** Whoever speaks for a district's team drafts its statement and puts it up for signature: staff too, observers not. */
export function canDraft(viewer: Viewer | null, organization: { id: string; kind: string }): boolean {
  return organization.kind === 'district' && speakingSeat(viewer, organization.id) !== null;
}
