import { live, type LiveMessage } from '@app/platform/events';
import { room } from '@app/platform/realtime';
import type { Viewer } from '@app/people';
import { ACT_ROOM } from './contract/limits.js';
import { ActClosed, ActCompleted, type ActFacts, ActSeatChanged, ActSigned, SignatureWithdrawn } from './signatures.events.js';
import { Signatures } from './signatures.service.js';

/** Whoever may read an act hears that somebody has signed it. */
export const actRoom = room<Viewer>(ACT_ROOM, async (get, viewer, id) => (await get(Signatures).find(viewer, id)) !== null);

export const actNews = [ActSigned, SignatureWithdrawn, ActCompleted, ActClosed, ActSeatChanged].map((type) => live<ActFacts>(type, ({ payload }) => [changed(payload)]));

function changed({ actId }: ActFacts): LiveMessage {
  return { room: `${ACT_ROOM}:${actId}`, kind: 'changed', actId };
}
