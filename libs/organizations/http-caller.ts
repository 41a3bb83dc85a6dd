import type { HttpCallers } from '@app/platform/http';
import { Sessions } from '@app/people';
import { seatsOf } from './membership.js';
import { speaks } from './seat.templates.js';

/** Tells plain routes who is asking by their session; a seat that is not an observer's lets them send something. */
export const seatedCallers: HttpCallers = {
  identify: async (get, request) => {
    const viewer = await get(Sessions).viewerOf(request);
    return viewer && { accountId: viewer.accountId, mayWrite: seatsOf(viewer).some((seat) => speaks(seat.role)), who: viewer };
  },
};
