import { filePayer } from '@app/platform/files';
import type { HttpCallers } from '@app/platform/http';
import { Sessions, type Viewer } from '@app/people';
import { seatsOf } from './membership.js';
import { speaks } from './seat.templates.js';

/** Tells plain routes who is asking by their session; a seat that is not an observer's lets them send something. */
export const seatedCallers: HttpCallers = {
  identify: async (get, request) => {
    const viewer = await get(Sessions).viewerOf(request);
    return viewer && { accountId: viewer.accountId, mayWrite: seatsOf(viewer).some((seat) => speaks(seat.role)), who: viewer };
  },
};

/** A file counts against the room of the district for which its sender speaks; of several the first, until the file is given to a thing of another. */
export const districtPays = filePayer<Viewer>((_get, viewer) => seatsOf(viewer).find((seat) => speaks(seat.role))?.organizationId ?? null);
