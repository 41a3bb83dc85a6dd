import { NotAllowed } from '@app/platform/graphql';
import { type Viewer, viewerPart } from '@app/people';
import type { OrganizationKind } from './organization.entity.js';
import type { SeatRole } from './seat.entity.js';
import { isGuestPlace, speaks, STILL_VALID } from './seat.templates.js';

/** A seat that the viewer holds. */
export interface SeatHeld {
  seatId: string;
  role: SeatRole;
  organizationId: string;
  kind: OrganizationKind;
  presenting: boolean;
}

const PART = 'seats';

/** Adds to every viewer the seats they hold, and with them `members` and `team:ID`; a guest has the latter alone, until their last day. */
export const seatsPart = viewerPart<SeatHeld[] | null>(
  PART,
  `select jsonb_agg(jsonb_build_object('seatId', st.id, 'role', st.role, 'organizationId', st.organization_id, 'kind', o.kind, 'presenting', o.presenting) order by st.since, st.id)
   from seat st join organization o on o.id = st.organization_id where st.account_id = a.id and ${STILL_VALID('st')}`,
  // A guest is let into one team's space, not into the community.
  (seats) => [...(seats?.some((seat) => !isGuestPlace(seat.role)) ? ['members'] : []), ...(seats ?? []).map((seat) => `team:${seat.organizationId}`)],
);

/** The seats somebody holds, the longest-held first; empty for visitors and those who wait. */
export function seatsOf(viewer: Viewer | null): readonly SeatHeld[] {
  return (viewer?.parts[PART] as SeatHeld[] | null | undefined) ?? [];
}

/** The seat in which somebody speaks for an organization; null when they hold none there. Observers and guests do not speak. */
export function speakingSeat(viewer: Viewer | null, organizationId: string): SeatHeld | null {
  return seatsOf(viewer).find((seat) => seat.organizationId === organizationId && speaks(seat.role)) ?? null;
}

/** The seat by which somebody may write at all: their first that is not an observer's or guest's. Throws NotAllowed otherwise. */
export function needVoice(viewer: Viewer, organizationId?: string | null): SeatHeld {
  const seat = organizationId ? speakingSeat(viewer, organizationId) : seatsOf(viewer).find((held) => speaks(held.role));
  if (!seat) throw new NotAllowed('Only somebody who holds a seat may do this.');
  return seat;
}
