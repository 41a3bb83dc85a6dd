import { loader } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import type { Desk, Mentoring } from './mentoring.service.js';

const NOBODY = 'nobody';

const desks = loader(async (asking: { mentoring: Mentoring; viewer: Viewer }, ids): Promise<Desk[]> =>
  Promise.all(ids.map((id) => asking.mentoring.desk(asking.viewer, id === NOBODY ? null : id))),
);

/** One district's mentoring page, read once in a request however many fields ask for it. */
export function deskById(context: Parameters<typeof desks>[0], mentoring: Mentoring, viewer: Viewer, districtId: string | null): Promise<Desk> {
  return desks(context, { mentoring, viewer }).load(districtId ?? NOBODY).then((desk) => desk ?? { own: null, levels: {}, mentors: [] });
}
