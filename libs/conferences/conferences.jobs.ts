import { job, schedule } from '@app/platform/jobs';
import { Conferences } from './conferences.service.js';

/** Ends conferences whose hour has come. */
export const endDue = job('conferences.end-due', (get) => get(Conferences).endDue());

export const conferenceSchedules = [schedule(endDue, { every: 15_000 })];
