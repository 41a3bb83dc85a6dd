import { mayRead, type Viewer } from '@app/people';
import { type SeatHeld, seatsOf, speakingSeat, speaks } from '@app/organizations';

/** What the rules need to know of a resource. */
export interface ResourceFacts {
  audience: string;
  organizationId: string;
  authorId: string | null;
  hidden: boolean;
}

/** A resource that was taken down is still there for its author, who should know. */
export function canRead(viewer: Viewer | null, resource: ResourceFacts): boolean {
  return mayRead(viewer, resource.audience) && (!resource.hidden || (viewer !== null && viewer.accountId === resource.authorId));
}

/** Those who speak for the district that shares it change it and take it away. */
export function canEdit(viewer: Viewer | null, resource: ResourceFacts): boolean {
  return viewer !== null && canRead(viewer, resource) && speakingSeat(viewer, resource.organizationId) !== null;
}

/** The seat by which a team would say that a resource is useful to it; not for what is its own. */
export function seatToPraise(viewer: Viewer | null, resource: ResourceFacts, organizationId?: string | null): SeatHeld | null {
  if (!canRead(viewer, resource) || resource.hidden) return null;
  const voices = seatsOf(viewer).filter((seat) => speaks(seat.role) && seat.organizationId !== resource.organizationId);
  return voices.find((seat) => !organizationId || seat.organizationId === organizationId) ?? null;
}

/** Who may be chosen to read what somebody posts: audiences they belong to, and of teams only those they speak for. */
export function audiencesFor(viewer: Viewer): string[] {
  const teams = seatsOf(viewer).filter((seat) => speaks(seat.role)).map((seat) => `team:${seat.organizationId}`);
  const conferences = viewer.keys.filter((key) => key.startsWith('conference:'));
  return [...new Set(['members', 'public', ...conferences, ...teams])].filter((key) => viewer.keys.includes(key));
}
