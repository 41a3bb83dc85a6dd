import { mayRead, type Viewer } from '@app/people';
import { type SeatHeld, seatsOf, speakingSeat, speaks } from '@app/organizations';
import type { CaseStudy } from './case-study.entity.js';
import { after, type Verb } from './states.js';

export type Ruled = Pick<CaseStudy, 'state' | 'audience' | 'districtId' | 'writerId' | 'assignedFor' | 'publishedAt' | 'hiddenAt'>;

/** The seats by which somebody speaks for a co-sponsor. */
export function sponsorSeats(viewer: Viewer | null): SeatHeld[] {
  return seatsOf(viewer).filter((seat) => seat.kind === 'co_sponsor' && speaks(seat.role));
}

/** The seat by which somebody may have a district written about: one that speaks for that district, or for a co-sponsor. */
export function assigningSeat(viewer: Viewer | null, districtId: string, forId?: string | null): SeatHeld | null {
  const seats = [...seatsOf(viewer).filter((seat) => seat.organizationId === districtId && seat.kind === 'district' && speaks(seat.role)), ...sponsorSeats(viewer)];
  return seats.find((seat) => !forId || seat.organizationId === forId) ?? null;
}

const isWriter = (viewer: Viewer, study: Ruled): boolean => study.writerId === viewer.accountId;

/** Whether somebody may read it. Before it is out: its writer, the district's team, the team of whoever had it written, and co-sponsors once it can be approved. */
export function canRead(viewer: Viewer | null, study: Ruled): boolean {
  if (study.hiddenAt) return viewer !== null && isWriter(viewer, study);
  if (mayRead(viewer, study.audience)) return true;
  if (!viewer) return false;
  return isWriter(viewer, study) || viewer.keys.includes(`team:${study.assignedFor}`) || (study.state === 'confirmed' && sponsorSeats(viewer).length > 0);
}

/** Who may take which step, were it possible. */
const WHO: Record<Exclude<Verb, 'confirm'>, (viewer: Viewer, study: Ruled) => boolean> = {
  write: isWriter,
  offer: isWriter,
  reassign: (viewer, study) => speakingSeat(viewer, study.assignedFor) !== null,
  close: (viewer, study) => speakingSeat(viewer, study.assignedFor) !== null,
  sendBack: (viewer, study) => speakingSeat(viewer, study.districtId) !== null,
  retire: (viewer, study) => speakingSeat(viewer, study.districtId) !== null,
  revise: (viewer, study) => assigningSeat(viewer, study.districtId) !== null,
  // Nobody approves what they wrote themselves.
  approve: (viewer, study) => sponsorSeats(viewer).length > 0 && !isWriter(viewer, study),
  unapprove: (viewer) => sponsorSeats(viewer).length > 0,
};

/** Whether somebody may take a step now: it is theirs, and the case study stands where it leads on. */
export function can(viewer: Viewer | null, verb: Exclude<Verb, 'confirm'>, study: Ruled): boolean {
  return viewer !== null && !study.hiddenAt && after(study.state, verb) !== null && WHO[verb](viewer, study);
}

/** Whether a step would be theirs in another state: they are told that the moment has passed, not that it is not for them. */
export function wasTheirs(viewer: Viewer, verb: Exclude<Verb, 'confirm'>, study: Ruled): boolean {
  return !study.hiddenAt && canRead(viewer, study) && WHO[verb](viewer, study);
}
