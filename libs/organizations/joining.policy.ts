import type { Viewer } from '@app/people';
import { isCoSponsor } from './organizations.policy.js';

/** As much of a request as the rules need. */
export interface RuledRequest {
  accountId: string;
  /** The addresses of the leaders it names. */
  addresses: readonly string[];
}

/** Who sees the districts that ask to join: stewards, and whoever speaks for a co-sponsor. */
export function canSeeQueue(viewer: Viewer): boolean {
  return viewer.isSteward || isCoSponsor(viewer);
}

/** Who decides on a request: those who see the queue, and never one of the district's own. */
export function canDecideJoining(viewer: Viewer, request: RuledRequest): boolean {
  return canSeeQueue(viewer) && request.accountId !== viewer.accountId && !request.addresses.includes(viewer.email.toLowerCase());
}

/** How many districts are opened a week is for stewards: it is their time that is spent. */
export function canSetPace(viewer: Viewer): boolean {
  return viewer.isSteward;
}
