import { inOrder, loader } from '@app/platform/graphql';
import type { Organization } from './organization.entity.js';
import type { Details } from './organizations.queries.js';
import type { Organizations } from './organizations.service.js';
import type { Seat } from './seat.entity.js';

/** Reads organizations by id, all that one request asks for in one statement. */
export const organizationById = loader(
  async (organizations: Organizations, ids): Promise<(Organization | null)[]> => inOrder(ids, await organizations.byIds(ids), (organization) => organization.id),
);

/** Reads the seats of organizations by the organization's id. */
export const seatsByOrganization = loader(async (organizations: Organizations, ids): Promise<Seat[][]> => {
  const seats = await organizations.seatsIn(ids);
  return ids.map((id) => seats.filter((seat) => seat.organizationId === id));
});

/** Reads seats with their holders, grants and federal ids by the organization's id. */
export const detailsByOrganization = loader((organizations: Organizations, ids): Promise<(Details | null)[]> => organizations.details(ids));

/** Reads by which public seat people speak, by the person's id. */
export const speakingAs = loader((organizations: Organizations, ids): Promise<(string | null)[]> => organizations.speakingAs(ids));
