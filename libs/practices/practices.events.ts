import { event } from '@app/platform/events';

/** A district's team has added something to the record. */
export const PracticeShared = event<{ practiceId: string; organizationId: string; principle: number }>('practices.practice-shared');
/** What it says, who may read it, how far it is vouched for or whether it is hidden has changed; search reads it again. */
export const PracticeChanged = event<{ practiceId: string }>('practices.practice-changed');
/** Its district no longer offers it. */
export const PracticeWithdrawn = event<{ practiceId: string; organizationId: string }>('practices.practice-withdrawn');
/** Every required seat of its district has signed it as it is. */
export const PracticeAffirmed = event<{ practiceId: string; organizationId: string; again: boolean }>('practices.practice-affirmed');
/** A co-sponsor stands behind it. */
export const PracticeApproved = event<{ practiceId: string; organizationId: string; approverId: string }>('practices.practice-approved');
/** It holds no more. The record stays, with the reason. */
export const PracticeLapsed = event<{ practiceId: string; organizationId: string; cause: 'ended' | 'signature' | 'unconfirmed' }>('practices.practice-lapsed');
