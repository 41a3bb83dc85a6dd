import { Claims } from './claims.service.js';
import { BRIEF_ITEMS, type HandoverSection } from './handover-section.js';
import { Organizations } from './organizations.service.js';
import type { SeatRole } from './seat.entity.js';
import { roleWords, seatWords } from './seat.words.js';

/** Who sits beside whoever takes over a seat, and which places are vacant. */
export const teamSection: HandoverSection = {
  name: 'organizations.team',
  title: 'Your team',
  rank: 10,
  read: async (get, viewer, organizationId) => {
    const organizations = get(Organizations);
    const [organization, [details]] = await Promise.all([organizations.find(organizationId), organizations.details([organizationId])]);
    const others = (details?.seats ?? []).filter((seat) => seat.holder?.id !== viewer.accountId);
    return others.slice(0, BRIEF_ITEMS).map((seat) => {
      const name = seatWords(seat.role, seat.title, organization?.laborWord ?? null);
      const words = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return seat.holder ? { title: seat.holder.name, path: '/team/seats', note: words } : { title: 'Vacant', path: '/team/seats', note: words };
    });
  },
};

/** Claims that wait for the word of whoever takes over a seat. */
export const claimsSection: HandoverSection = {
  name: 'organizations.claims',
  title: 'Who asks to join your team',
  rank: 15,
  read: async (get, viewer, organizationId) => {
    const { nodes } = await get(Claims).toDecide(viewer, BRIEF_ITEMS);
    return nodes
      .filter((claim) => claim.organizationId === organizationId)
      .map((claim) => ({ title: claim.claimantName, path: '/team/seats', note: `claims the seat of ${roleWords(claim.role as SeatRole)}` }));
  },
};
