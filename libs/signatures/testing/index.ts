import { type Database, newId } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { Accounts, Confirmations, Sessions } from '@app/people';
import { Organizations } from '@app/organizations';
import { Proposals } from '../proposals.service.js';
import { seatsToSign, type SeatToSign } from '../signing-seats.js';
import type { ActRow } from '../signatures.queries.js';
import { Signatures } from '../signatures.service.js';

interface House {
  db: Database;
  get: Get;
}

/** A text put up for signature by one account for one organization; its three seats sign unless said. Answers its id. */
export async function anAct(
  house: House,
  by: { accountId: string; organizationId: string },
  { subject = { kind: 'test', id: newId() }, text = 'We meet every second Tuesday.', seats, audienceWhenComplete = 'public' }: { subject?: { kind: string; id: string }; text?: string; seats?: SeatToSign[]; audienceWhenComplete?: string } = {},
): Promise<string> {
  const [account] = await house.get(Accounts).byIds([by.accountId]);
  const organization = await house.get(Organizations).find(by.organizationId);
  return house.get(Proposals).propose({
    subject, text, title: 'A test of joint acts', seats: seats ?? (organization ? seatsToSign(organization) : []), audience: `team:${by.organizationId}`, audienceWhenComplete,
    by: { ...by, name: account?.name ?? 'Somebody' },
  });
}

/** Signs an act for the seat in which a person sits, with a code that is asked for and typed. */
export async function signs(house: House, accountId: string, actId: string): Promise<ActRow> {
  const viewer = await house.get(Sessions).viewerOfPerson(accountId);
  const act = viewer && (await house.get(Signatures).find(viewer, actId));
  const seat = act?.seats.find((one) => one.holders.some((holder) => holder.id === accountId));
  if (!viewer || !act || !seat) throw new Error('This person sits in no seat of the act.');
  const { challengeId } = await house.get(Signatures).requestCode(viewer, seat.id);
  return house.get(Signatures).sign(viewer, { seatId: seat.id, textHash: act.textHash, challengeId, code: house.get(Confirmations).codeOf(challengeId), name: viewer.name, intent: true });
}
