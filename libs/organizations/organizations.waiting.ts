import type { WaitingSource } from '@app/people';
import { Claims } from './claims.service.js';
import { seatsOf } from './membership.js';
import type { SeatRole } from './seat.entity.js';
import { leadingRoles } from './seat.templates.js';
import { roleWords } from './seat.words.js';

/** Claims that wait for somebody who knows the team. A co-sponsor is asked too, with less haste than those who sit there. */
export const claimsWaiting: WaitingSource = {
  name: 'organizations.claims',
  read: async (get, viewer) => {
    if (!viewer.isSteward && !seatsOf(viewer).some((seat) => leadingRoles(seat.kind).includes(seat.role))) return [];
    const { nodes } = await get(Claims).toDecide(viewer, 20);
    const own = new Set(seatsOf(viewer).map((seat) => seat.organizationId));
    return nodes.map((claim) => ({
      key: `organizations.claim:${claim.id}`,
      title: `${claim.claimantName} claims the seat of ${roleWords(claim.role as SeatRole)} of ${claim.organizationName}`,
      path: '/team/seats',
      since: claim.createdAt,
      urgency: viewer.isSteward || own.has(claim.organizationId) ? 1 : 3,
    }));
  },
};
