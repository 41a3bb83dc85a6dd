import { live } from '@app/platform/events';
import { room } from '@app/platform/realtime';
import { Audiences, type Viewer } from '@app/people';
import { LINK_ROOM } from './contract/limits.js';
import { MentoringAnswered, MentoringEnded, MentoringWithdrawn } from './mentoring.events.js';

/** Those who speak for one of the two districts may hear that something happened to their link, also when it is younger than their connection. */
export const linkRoom = room<Viewer>(LINK_ROOM, async (get, { accountId }, id) => (await get(Audiences).keysOf([accountId])).get(accountId)?.includes(`link:${id}`) ?? false);

export const linkNews = [
  live(MentoringAnswered, ({ payload: { linkId } }) => [changed(linkId)]),
  live(MentoringWithdrawn, ({ payload: { linkId } }) => [changed(linkId)]),
  live(MentoringEnded, ({ payload: { linkId } }) => [changed(linkId)]),
];

function changed(linkId: string): { room: string; kind: string; linkId: string } {
  return { room: `${LINK_ROOM}:${linkId}`, kind: 'changed', linkId };
}
