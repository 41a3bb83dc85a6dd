import { event } from '@app/platform/events';

/** A district's statement begins or ceases to stand. */
export const StatementChanged = event<{ organizationId: string; actId: string }>('statements.changed');
