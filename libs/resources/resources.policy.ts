import { mayRead, type Viewer } from '@app/people';
import { type SeatHeld, seatsOf, speakingSeat, speaks } from '@app/organizations';

/** Somebody who is named beside the team that shares a resource, and has agreed to it: a whole team, or one person. */
export interface CoAuthorFacts {
  organizationId: string | null;
  accountId: string | null;
}

/** What the rules need to know of a resource. */
export interface ResourceFacts {
  audience: string;
  organizationId: string;
  authorId: string | null;
  hidden: boolean;
  coAuthors: readonly CoAuthorFacts[];
}

/** The seats that endorse, and the side of the table that each brings. */
export const ENDORSING = { superintendent: 'management', board_president: 'management', labor_leader: 'labor' } as const;
export type EndorsingRole = keyof typeof ENDORSING;

/** A resource that was taken down is still there for its author, who should know. */
export function canRead(viewer: Viewer | null, resource: ResourceFacts): boolean {
  return mayRead(viewer, resource.audience) && (!resource.hidden || (viewer !== null && viewer.accountId === resource.authorId));
}

/** Those who speak for the team that shares it take it away, say who writes with them and what follows it. */
export function canOwn(viewer: Viewer | null, resource: ResourceFacts): boolean {
  return viewer !== null && canRead(viewer, resource) && speakingSeat(viewer, resource.organizationId) !== null;
}

/** Its team and its co-authors change it. A co-author who holds no seat any more only reads, as everybody without one. */
export function canEdit(viewer: Viewer | null, resource: ResourceFacts): boolean {
  if (viewer === null || !canRead(viewer, resource)) return false;
  if (canOwn(viewer, resource)) return true;
  const voices = seatsOf(viewer).filter((seat) => speaks(seat.role));
  return voices.length > 0 && resource.coAuthors.some((one) => one.accountId === viewer.accountId || voices.some((seat) => seat.organizationId === one.organizationId));
}

/** The seats by which somebody speaks for teams that did not make a resource. */
function outsideVoices(viewer: Viewer | null, resource: ResourceFacts): readonly SeatHeld[] {
  if (!canRead(viewer, resource) || resource.hidden) return [];
  const makers = new Set([resource.organizationId, ...resource.coAuthors.map((one) => one.organizationId)]);
  return seatsOf(viewer).filter((seat) => speaks(seat.role) && !makers.has(seat.organizationId));
}

/** The seat by which a team would say that a resource is useful to it, or how it used it; not for what is its own. */
export function seatToPraise(viewer: Viewer | null, resource: ResourceFacts, organizationId?: string | null): SeatHeld | null {
  return outsideVoices(viewer, resource).find((seat) => !organizationId || seat.organizationId === organizationId) ?? null;
}

/** The seats by which somebody may endorse a resource: the three leading seats of a district that did not make it. */
export function seatsToEndorse(viewer: Viewer | null, resource: ResourceFacts): readonly (SeatHeld & { role: EndorsingRole })[] {
  return outsideVoices(viewer, resource).filter((seat): seat is SeatHeld & { role: EndorsingRole } => seat.kind === 'district' && seat.role in ENDORSING);
}

/** Who may be chosen to read what somebody posts: audiences they belong to, and of teams only those they speak for. */
export function audiencesFor(viewer: Viewer): string[] {
  const teams = seatsOf(viewer).filter((seat) => speaks(seat.role)).map((seat) => `team:${seat.organizationId}`);
  const conferences = viewer.keys.filter((key) => key.startsWith('conference:'));
  return [...new Set(['members', 'public', ...conferences, ...teams])].filter((key) => viewer.keys.includes(key));
}
