import { job, schedule } from '@app/platform/jobs';
import { SearchAlerts } from './search-alerts.service.js';

/** Looks through the searches whose owners want to know at once. */
export const tellAtOnce = job('search.tell-at-once', async (get) => {
  await get(SearchAlerts).tell('at_once');
});

/** Looks through those whose week is over. */
export const tellWeekly = job('search.tell-weekly', async (get) => {
  await get(SearchAlerts).tell('weekly');
});

const MINUTE = 60_000;
export const alertSchedules = [schedule(tellAtOnce, { every: MINUTE }), schedule(tellWeekly, { every: 15 * MINUTE })];
