import { mayRead, type Viewer } from '@app/people';
import type { OrganizationKind } from './organization.entity.js';
import { seesWholeTeam } from './organizations.policy.js';
import type { TeamSeat } from './organizations.queries.js';
import type { TeamSeatType } from './organizations.types.js';
import { isGuestPlace, isSigningSeat, leadingRoles, needOf, seatTemplates } from './seat.templates.js';

/** A team as somebody may see it: the leading seats in their order, vacant ones too, then everybody else for members. */
export function teamOf(viewer: Viewer | null, kind: OrganizationKind, seats: readonly TeamSeat[]): TeamSeatType[] {
  const templates = seatTemplates(kind);
  const held = seats.filter((seat) => seat.holder).map((seat) => seat.role);
  const first = templates.flatMap((template) => {
    const rows = seats.filter((seat) => seat.role === template.role);
    const shownRows: (TeamSeat | null)[] = rows.length > 0 ? rows : [null];
    return shownRows.map((row) => ({ ...shown(kind, row ?? { id: null, role: template.role, title: null, since: null, holder: null, deputyFor: null, until: null }), need: needOf(template, templates, held) }));
  });
  const leading = leadingRoles(kind);
  // Whom a team lets in as a guest is the team's own affair.
  const seen = (seat: TeamSeat): boolean => !isGuestPlace(seat.role) || mayRead(viewer, `team:${seat.organizationId}`);
  const others = seesWholeTeam(viewer) ? seats.filter((seat) => !leading.includes(seat.role) && seat.holder && seen(seat)).map((seat) => shown(kind, seat)) : [];
  return [...first, ...others];
}

function shown(kind: OrganizationKind, { id, role, title, holder, since, deputyFor, until }: Omit<TeamSeat, 'id' | 'organizationId'> & { id: string | null }): TeamSeatType {
  return { id, role, title, holder, since: holder && since ? new Date(since) : null, signs: isSigningSeat(role, kind), need: null, deputyFor, until: until ? new Date(until) : null };
}
