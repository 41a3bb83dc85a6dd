import { viewerPart, type Viewer } from '@app/people';
import { isSigningSeat, READERS_ONLY, type SeatHeld, seatsOf, speakingSeat, speaks } from '@app/organizations';
import type { MentoringState } from './mentoring-link.entity.js';

/** What the rules need to know of a link. */
export interface LinkFacts {
  mentorId: string;
  menteeId: string;
  state: MentoringState;
}

/** What the rules need to know of a presenting district. */
export interface MentorFacts {
  id: string;
  /** Whether somebody sits there. */
  here: boolean;
  capacity: number;
  taken: number;
  linkState: 'asked' | 'accepted' | null;
}

/**
 * Adds `link:ID` to those who speak for one of the two districts of a link, in whatever state it is: what was written
 * stays readable to both. Observers, other districts, sponsors and stewards never get it.
 */
export const linksPart = viewerPart<string[] | null>(
  'mentoring',
  `select jsonb_agg(distinct ml.id) from seat ms join mentoring_link ml on ml.mentor_organization_id = ms.organization_id or ml.mentee_organization_id = ms.organization_id
   where ms.account_id = a.id and ms.role not in (${READERS_ONLY})`,
  (links) => (links ?? []).map((id) => `link:${id}`),
);

/** The district for which somebody looks for a mentor: the one named, else the first they speak for. */
export function districtOf(viewer: Viewer, organizationId?: string | null): SeatHeld | null {
  const mine = seatsOf(viewer).filter((seat) => seat.kind === 'district' && speaks(seat.role));
  return (organizationId ? mine.find((seat) => seat.organizationId === organizationId) : mine[0]) ?? null;
}

/** Whether somebody may see who can be asked: whoever speaks for a member. */
export function canLook(viewer: Viewer): boolean {
  return seatsOf(viewer).some((seat) => speaks(seat.role));
}

export function isFull(mentor: Pick<MentorFacts, 'capacity' | 'taken'>): boolean {
  return mentor.taken >= mentor.capacity;
}

/** A district asks another that is here, has room, and that it has no open link with. */
export function canAsk(viewer: Viewer, menteeId: string | null, mentor: MentorFacts): boolean {
  return menteeId !== null && menteeId !== mentor.id && speakingSeat(viewer, menteeId) !== null && mentor.here && !isFull(mentor) && mentor.linkState === null;
}

export function canAnswer(viewer: Viewer, link: LinkFacts): boolean {
  return link.state === 'asked' && speakingSeat(viewer, link.mentorId) !== null;
}

export function canWithdraw(viewer: Viewer, link: LinkFacts): boolean {
  return link.state === 'asked' && speakingSeat(viewer, link.menteeId) !== null;
}

/** Either side may end it, without the other's leave. */
export function canEnd(viewer: Viewer, link: LinkFacts): boolean {
  return link.state === 'accepted' && (speakingSeat(viewer, link.mentorId) !== null || speakingSeat(viewer, link.menteeId) !== null);
}

/** How much a mentor takes on is for one of the three who sign. */
export function canSetCapacity(viewer: Viewer, organizationId: string): boolean {
  return seatsOf(viewer).some((seat) => seat.organizationId === organizationId && seat.presenting && seat.kind === 'district' && isSigningSeat(seat.role, seat.kind));
}
