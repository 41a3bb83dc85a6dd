import { Slot } from '@app/platform/web';

/** What a part of a conference's page is told. */
export interface ConferencePartProps {
  id: string;
  slug: string;
  title: string;
  zone: string;
  phase: 'before' | 'during' | 'after';
  /** Whether the reader may run it. */
  canRun: boolean;
}

/** Right below the title: what has happened since and what comes next. */
export const conferenceLeadSlot = new Slot<ConferencePartProps>('conference.lead');
/** Below the teams: threads and whatever else later features tell of it. */
export const conferenceSlot = new Slot<ConferencePartProps>('conference');
