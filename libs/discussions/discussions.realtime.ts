import { live } from '@app/platform/events';
import { room } from '@app/platform/realtime';
import type { Viewer } from '@app/people';
import { threadRoom } from './contract/limits.js';
import { PostEdited, PostRemoved, PostReplied, ThreadChanged } from './discussions.events.js';
import { DiscussionReads } from './discussions.queries.js';

/** Who may read a thread may hear that something is new in it. */
export const threadRoomRule = room<Viewer>('thread', async (get, viewer, id) => (await get(DiscussionReads).thread(viewer, id)) !== null);

export const threadNews = [
  live(PostReplied, ({ payload: { threadId, number } }) => [{ room: threadRoom(threadId), kind: 'post', threadId, number }]),
  live(PostEdited, ({ payload: { threadId, number } }) => [{ room: threadRoom(threadId), kind: 'edited', threadId, number }]),
  live(PostRemoved, ({ payload: { threadId, number } }) => [{ room: threadRoom(threadId), kind: 'removed', threadId, number }]),
  live(ThreadChanged, ({ payload: { threadId } }) => [{ room: threadRoom(threadId), kind: 'changed', threadId }]),
];
