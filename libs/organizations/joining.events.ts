import { event } from '@app/platform/events';

/** A whole district asks to join. */
export const JoinRequested = event<{ requestId: string; organizationId: string }>('organizations.join-requested');
/** A request was opened, declined, asked back, answered or taken back. */
export const JoinAnswered = event<{ requestId: string; organizationId: string; state: string }>('organizations.join-answered');
