import { DISTRICT_SEATS, type Organization, roleWords, type SeatRole } from '@app/organizations';

/** A seat that is to sign: a role of an organization, whoever sits there. */
export interface SeatToSign {
  organizationId: string;
  role: string;
}

type Signing = Pick<Organization, 'id' | 'kind' | 'name' | 'laborWord'>;

/** The seats that sign for an organization, in their order; empty where nobody signs. */
export function seatsToSign(organization: Pick<Signing, 'id' | 'kind'>): SeatToSign[] {
  const roles: readonly string[] = organization.kind === 'district' ? DISTRICT_SEATS : [];
  return roles.map((role) => ({ organizationId: organization.id, role }));
}

/** The title that goes with a role, where nobody has another: "Union leader". */
export function roleTitle(role: SeatRole, laborWord: Signing['laborWord']): string {
  const words = roleWords(role, laborWord);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A seat as a document names it: "Union leader, Maple Hollow Unified". */
export function seatWords(role: string, { name, laborWord }: Pick<Signing, 'name' | 'laborWord'>): string {
  return `${roleTitle(role as SeatRole, laborWord)}, ${name}`;
}
