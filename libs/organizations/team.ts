import type { Viewer } from '@app/people';
import type { OrganizationKind } from './organization.entity.js';
import { leadingRoles, seesWholeTeam } from './organizations.policy.js';
import type { TeamSeat } from './organizations.queries.js';
import type { TeamSeatType } from './organizations.types.js';
import { DISTRICT_SEATS, type SeatRole } from './seat.entity.js';

const SIGNING: readonly SeatRole[] = DISTRICT_SEATS;

/** A team as somebody may see it: the leading seats in their order, vacant ones too, then staff and observers for members. */
export function teamOf(viewer: Viewer | null, kind: OrganizationKind, seats: readonly TeamSeat[]): TeamSeatType[] {
  const leading = leadingRoles(kind);
  const first = leading.flatMap((role) => {
    const rows = seats.filter((seat) => seat.role === role).map(shown);
    return rows.length > 0 ? rows : [{ id: null, role, title: null, holder: null, since: null, signs: SIGNING.includes(role) }];
  });
  const others = seesWholeTeam(viewer) ? seats.filter((seat) => !leading.includes(seat.role) && seat.holder).map(shown) : [];
  return [...first, ...others];
}

function shown({ id, role, title, holder, since }: TeamSeat): TeamSeatType {
  return { id, role, title, holder, since: holder && since ? new Date(since) : null, signs: SIGNING.includes(role) };
}
