import { job, schedule } from '@app/platform/jobs';
import { easternToday } from '@app/organizations';
import { Links } from './links.service.js';
import { ResourceMail } from './resources.mails.js';

const MINUTE = 60 * 1000;

/** Asks the links whose turn it is: new ones for what they say of themselves, old ones whether they still answer. One batch a minute spares both sides. */
export const askLinks = job('resources.ask-links', async (get) => {
  await get(Links).askDue();
});

/** Asks teams about what they wanted to look at again. */
export const askForReviews = job('resources.ask-for-reviews', async (get) => {
  while ((await get(ResourceMail).askForReview(easternToday())) > 0);
});

export const resourceSchedules = [schedule(askLinks, { every: MINUTE }), schedule(askForReviews, { every: 60 * MINUTE })];
