import { event } from '@app/platform/events';

/** A ladder was planned or changed. */
export const LadderChanged = event<{ conferenceId: string }>('outreach.ladder-changed');
/** All mail of a step is queued. */
export const StepSent = event<{ conferenceId: string; stepId: string }>('outreach.step-sent');
