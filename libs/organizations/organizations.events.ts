import { event } from '@app/platform/events';

export const SeatTaken = event<{ organizationId: string; seatId: string; role: string; accountId: string }>('organizations.seat-taken');
/** Somebody gave up their place, or was taken off the team's list of staff and observers. */
export const SeatLeft = event<{ organizationId: string; role: string; accountId: string }>('organizations.seat-left');
/** Its holder says what a seat is called here. */
export const SeatDescribed = event<{ organizationId: string; accountId: string }>('organizations.seat-described');
/** The profile changed; search and directories read it again. */
export const OrganizationChanged = event<{ organizationId: string }>('organizations.organization-changed');
/** A batch of at most 500 organizations was added or changed from a file. */
export const OrganizationsImported = event<{ ids: string[] }>('organizations.organizations-imported');
export const ClaimMade = event<{ claimId: string; organizationId: string }>('organizations.claim-made');
export const ClaimAnswered = event<{ claimId: string; organizationId: string; state: string }>('organizations.claim-answered');
