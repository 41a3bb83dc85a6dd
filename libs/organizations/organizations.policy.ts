import { keysOfViewer, type Viewer } from '@app/people';
import { seatsOf, speakingSeat } from './membership.js';
import type { OrganizationKind } from './organization.entity.js';
import { DISTRICT_SEATS, type SeatRole } from './seat.entity.js';

/** As much of an organization as the rules need. */
export interface Ruled {
  id: string;
  kind: OrganizationKind;
}

/** The seats that lead an organization: a district's three, another's representative. They are claimed; staff and observers are invited. */
export function leadingRoles(kind: OrganizationKind): readonly SeatRole[] {
  return kind === 'district' ? DISTRICT_SEATS : ['representative'];
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

/** Who may invite to a role: a steward anybody, a co-sponsor to a district's leading seats, a leading seat to its own team. */
export function canInvite(viewer: Viewer | null, organization: Ruled, role: SeatRole): boolean {
  if (viewer === null) return false;
  const leading = leadingRoles(organization.kind).includes(role);
  const fits = leading || role === 'staff' || role === 'observer';
  if (!fits) return false;
  if (viewer.isSteward || leads(viewer, organization)) return true;
  return leading && organization.kind === 'district' && isCoSponsor(viewer);
}

/** The profile is the organization's own word about itself: only who speaks for it edits it. */
export function canEditProfile(viewer: Viewer | null, organization: Ruled): boolean {
  return speakingSeat(viewer, organization.id) !== null;
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
