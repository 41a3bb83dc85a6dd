import { event } from '@app/platform/events';

export const SeatTaken = event<{ organizationId: string; seatId: string; role: string; accountId: string }>('organizations.seat-taken');
/** The profile changed; search and directories read it again. */
export const OrganizationChanged = event<{ organizationId: string }>('organizations.organization-changed');
