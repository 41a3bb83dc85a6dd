import { event } from '@app/platform/events';

/** A district's team has added something to the record. */
export const PracticeShared = event<{ practiceId: string; organizationId: string; principle: number }>('practices.practice-shared');
/** What it says, who may read it or whether it is hidden has changed; search reads it again. */
export const PracticeChanged = event<{ practiceId: string }>('practices.practice-changed');
/** Its district no longer offers it. */
export const PracticeWithdrawn = event<{ practiceId: string; organizationId: string }>('practices.practice-withdrawn');
