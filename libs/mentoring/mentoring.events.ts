import { event } from '@app/platform/events';

export interface LinkChange {
  linkId: string;
  mentorId: string;
  menteeId: string;
}

export const MentoringAsked = event<LinkChange>('mentoring.asked');
/** The mentor has accepted or declined. */
export const MentoringAnswered = event<LinkChange & { state: 'accepted' | 'declined' }>('mentoring.answered');
/** The asking team took its ask back before an answer. */
export const MentoringWithdrawn = event<LinkChange>('mentoring.withdrawn');
/** One of the two teams has ended an accepted link. */
export const MentoringEnded = event<LinkChange>('mentoring.ended');
