import { Database } from '@app/platform/database';
import type { WaitingSource } from '@app/people';
import { canDecideJoining, canSeeQueue } from './joining.policy.js';
import { requestQueue, requestsOf } from './joining.queries.js';

const OVERDUE_DAYS = 14;

/** Districts that ask to join, for those who decide; a question that was asked back, for whoever asked. */
export const joiningWaiting: WaitingSource = {
  name: 'organizations.joining',
  read: async (get, viewer) => {
    const [asked, queue] = await Promise.all([requestsOf(get(Database), viewer), canSeeQueue(viewer) ? requestQueue(get(Database), viewer, 20, null) : []]);
    const own = asked.filter(({ state }) => state === 'asked_back');
    const toDecide = queue.filter((request) => request.state === 'waiting' && request.complete && canDecideJoining(viewer, { accountId: request.accountId, addresses: request.leaders.flatMap(({ email }) => email ?? []) }));
    return [
      ...own.map((request) => ({ key: `organizations.join-question:${request.id}`, title: `Those who decide ask you something about ${request.organizationName}`, path: '/joining', since: request.createdAt, urgency: 1 as const })),
      ...toDecide.map((request) => ({
        key: `organizations.join:${request.id}`,
        title: `${request.organizationName} asks to join; all three leaders want it`,
        path: '/joining/queue',
        since: request.createdAt,
        urgency: viewer.isSteward || request.isAffiliate ? (request.waitsDays >= OVERDUE_DAYS ? (1 as const) : (2 as const)) : (3 as const),
      })),
    ].slice(0, 20);
  },
};
