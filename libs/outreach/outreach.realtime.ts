import { live } from '@app/platform/events';
import { LadderChanged, StepSent } from './outreach.events.js';

/** The page of a conference moves when its ladder does. */
export const ladderNews = [live(LadderChanged, ({ payload }) => [{ room: `conference:${payload.conferenceId}`, kind: 'ladder' }]), live(StepSent, ({ payload }) => [{ room: `conference:${payload.conferenceId}`, kind: 'ladder' }])];
