import { type Organization, rolesThatMustSign, roleWords, type SeatRole } from '@app/organizations';

/** A seat that is to sign: a role of an organization, whoever sits there. */
export interface SeatToSign {
  organizationId: string;
  role: string;
}

type Signing = Pick<Organization, 'id' | 'kind' | 'name' | 'laborWord'>;

/** The seats that sign for an organization, in their order; empty where nobody signs. Of a state's two union seats only those that are held must. */
export function seatsToSign(organization: Pick<Signing, 'id' | 'kind'>, held: readonly SeatRole[] = []): SeatToSign[] {
  return rolesThatMustSign(organization.kind, held).map((role) => ({ organizationId: organization.id, role }));
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
