import type { Config } from '@app/platform/config';
import { listener } from '@app/platform/events';
import { job, schedule } from '@app/platform/jobs';
import { easternToday } from '@app/organizations';
import { ThreadOpened } from '@app/discussions';
import { Links } from './links.service.js';
import { ResourceMail } from './resources.mails.js';

const MINUTE = 60 * 1000;

/** Asks the links whose turn it is: new ones for what they say of themselves, old ones whether they still answer. One batch a minute spares both sides. */
export const askLinks = job('resources.ask-links', async (get) => {
  if ((get('CONFIG' as never) as Config).LINK_CHECKS) await get(Links).askDue();
}, { slow: true });

/** Asks teams about what they wanted to look at again. */
export const askForReviews = job('resources.ask-for-reviews', async (get) => {
  while ((await get(ResourceMail).askForReview(easternToday())) > 0);
});

/** Whoever looks after a resource hears when somebody begins to talk about it; twice is once, by the mail's edition. */
export const tellsOfThreads = listener('resources.tells-of-threads', ThreadOpened, async (get, events) => {
  for (const { payload } of events) await get(ResourceMail).threadOpened(payload.threadId);
});

export const resourceSchedules = [schedule(askLinks, { every: MINUTE }), schedule(askForReviews, { every: 60 * MINUTE })];
