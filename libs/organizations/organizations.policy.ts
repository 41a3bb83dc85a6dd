import { keysOfViewer, type Viewer } from '@app/people';
import { OTHER_PLACES } from './contract/templates.js';
import { seatsOf, speakingSeat } from './membership.js';
import type { OrganizationKind } from './organization.entity.js';
import type { SeatRole } from './seat.entity.js';
import { leadingRoles } from './seat.templates.js';

/** As much of an organization as the rules need. */
export interface Ruled {
  id: string;
  kind: OrganizationKind;
}

/** Whether somebody holds one of the leading seats of an organization. */
export function leads(viewer: Viewer | null, organization: Ruled): boolean {
  return seatsOf(viewer).some((seat) => seat.organizationId === organization.id && leadingRoles(organization.kind).includes(seat.role));
}

/** Whether somebody speaks for a co-sponsor. */
export function isCoSponsor(viewer: Viewer | null): boolean {
  return seatsOf(viewer).some((seat) => seat.kind === 'co_sponsor' && seat.role === 'representative');
}

/** Who may vouch for others in an organization: its own leading seats, a co-sponsor for a district, a steward. */
export function canVouchIn(viewer: Viewer | null, organization: Ruled): boolean {
  return viewer !== null && (viewer.isSteward || leads(viewer, organization) || (organization.kind === 'district' && isCoSponsor(viewer)));
}

/** As {@link canVouchIn}, and never for oneself. */
export function canDecide(viewer: Viewer, claim: { accountId: string }, organization: Ruled): boolean {
  return claim.accountId !== viewer.accountId && canVouchIn(viewer, organization);
}

/** Who may invite to a role: a steward anybody save deputies and guests, a co-sponsor to a district's leading seats, a leading seat to its own team. */
export function canInvite(viewer: Viewer | null, organization: Ruled, role: SeatRole): boolean {
  if (viewer === null) return false;
  const leading = leadingRoles(organization.kind).includes(role);
  const fits = leading || OTHER_PLACES.some((place) => place.role === role);
  if (!fits) return false;
  // A deputy stands in for somebody and a guest sits at their table: nobody but the team itself lets them in.
  if (role === 'deputy' || role === 'guest') return leads(viewer, organization);
  if (viewer.isSteward || leads(viewer, organization)) return true;
  return leading && organization.kind === 'district' && isCoSponsor(viewer);
}

/** Who takes somebody off a team's list: who leads it, but a deputy only whoever holds the seat they stand in for, or a steward. */
export function canTakeOff(viewer: Viewer, place: { role: SeatRole; deputyFor: SeatRole | null }, organization: Ruled): boolean {
  if (leadingRoles(organization.kind).includes(place.role)) return false;
  if (place.role !== 'deputy') return leads(viewer, organization);
  return viewer.isSteward || seatsOf(viewer).some((seat) => seat.organizationId === organization.id && seat.role === place.deputyFor);
}

/** The profile is the organization's own word about itself: only who speaks for it edits it. */
export function canEditProfile(viewer: Viewer | null, organization: Ruled): boolean {
  return speakingSeat(viewer, organization.id) !== null;
}

/** Who a sponsor's affiliates are is its own word: who speaks for it sets them. */
export function canSetAffiliates(viewer: Viewer | null, organization: Ruled): boolean {
  return organization.kind === 'co_sponsor' && canEditProfile(viewer, organization);
}

/** Whether somebody who is signed in may claim a seat: everybody who does not yet lead there. */
export function canClaim(viewer: Viewer | null, organization: Ruled): boolean {
  return viewer !== null && !leads(viewer, organization);
}

/** Everybody sees who leads; staff and observers are for those who are members themselves. */
export function seesWholeTeam(viewer: Viewer | null): boolean {
  return keysOfViewer(viewer).includes('members');
}

/** Who sees the history of a team's seats, what is asked about them and who is to follow: those who speak for the team, and stewards. */
export function seesRecords(viewer: Viewer, organizationId: string): boolean {
  return viewer.isSteward || speakingSeat(viewer, organizationId) !== null;
}

/** Who may say whether somebody else still sits where they sat: the other leading seats, and a steward, who stands on no side. */
export function canAnswerFor(viewer: Viewer, holder: { accountId: string | null }, organization: Ruled): boolean {
  return viewer.accountId !== holder.accountId && (viewer.isSteward || leads(viewer, organization));
}
