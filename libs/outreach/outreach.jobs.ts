import { listener } from '@app/platform/events';
import { job, JobQueue, schedule } from '@app/platform/jobs';
import { ConferenceEnded } from '@app/conferences';
import { Followup } from './followup.service.js';
import { Ladders } from './ladder.service.js';

/** Carries out the steps of ladders whose moment has come. */
export const dueSteps = job('outreach.due-steps', (get) => get(Followup).run());

export const outreachSchedules = [schedule(dueSteps, { every: 10_000 })];

/** When a conference ends its steps get their dates, and what is due at once does not wait for the schedule. */
export const datesLadders = listener('outreach.date-ladders', ConferenceEnded, async (get) => {
  await get(Ladders).date();
  await get(JobQueue).add([{ name: dueSteps.name, data: {} }]);
});
