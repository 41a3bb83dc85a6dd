import { Injectable } from '@nestjs/common';
import { Database, isId, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, keysOf, NotAllowed, type Page, pageOf } from '@app/platform/graphql';
import { Mails } from '@app/platform/mail';
import { Accounts, Attempts, type Viewer } from '@app/people';
import { claimById, type ClaimRow, claimsOf, claimsToDecideBy } from './claims.queries.js';
import type { Organization } from './organization.entity.js';
import { ClaimAnswered, ClaimMade } from './organizations.events.js';
import { canClaim, canDecide } from './organizations.policy.js';
import { Organizations } from './organizations.service.js';
import type { SeatRole } from './seat.entity.js';
import { isSingleSeat, leadingRoles } from './seat.templates.js';
import { roleWords } from './seat.words.js';
import { SeatClaim } from './seat-claim.entity.js';

const TAKEN_MEANWHILE = 'Another person was confirmed in this seat.';
const PER_DAY = { max: 10, per: 24 * 60 * 60 };

/** Claims to seats: somebody says a seat is theirs, somebody else who knows says yes. */
@Injectable()
export class Claims {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    private readonly organizations: Organizations,
  ) {}

  /** Claims a vacant seat. Those who sit in the organization hear of it by mail; where nobody does, the stewards. */
  async claim(viewer: Viewer, claim: { organizationId: string; role: SeatRole; title?: string | null; words: string }): Promise<ClaimRow> {
    const organization = await this.organizations.find(claim.organizationId);
    if (!organization) throw new NotAllowed();
    if (!leadingRoles(organization.kind).includes(claim.role)) throw new Invalid({ role: 'This place is not claimed: its team invites to it.' });
    if (!canClaim(viewer, organization)) throw new Conflict(`You hold a seat in ${organization.name} already.`);
    if (await this.organizations.isTaken(organization.id, claim.role)) throw new Conflict(`Somebody sits there already. If that is wrong, write to ${organization.name} or to the stewards.`);
    await this.attempts.count([{ key: `claim:${viewer.accountId}`, ...PER_DAY }]);
    return this.db.transaction(async () => {
      const id = newId();
      const made = await this.db.query<{ id: string }>(
        `insert into seat_claim (id, organization_id, role, account_id, title, words) values ($1, $2, $3, $4, $5, $6)
         on conflict (account_id, organization_id, role) where state = 'waiting' do nothing returning id`,
        [id, organization.id, claim.role, viewer.accountId, claim.title || null, claim.words],
      );
      if (made.length === 0) throw new Conflict('You have claimed this seat already, and your claim is waiting.');
      await this.events.publish(ClaimMade, { claimId: id, organizationId: organization.id });
      await this.tellThoseWhoDecide(viewer, organization, id);
      return this.get(id);
    });
  }

  private async tellThoseWhoDecide(viewer: Viewer, organization: Organization, claimId: string): Promise<void> {
    const sitting = (await this.organizations.seatsIn([organization.id])).filter((seat) => leadingRoles(organization.kind).includes(seat.role) && seat.accountId && seat.accountId !== viewer.accountId);
    const people = sitting.length > 0 ? await this.accounts.byIds(sitting.flatMap((seat) => seat.accountId ?? [])) : await this.accounts.stewards();
    await this.mails.sendAll(
      people
        .filter((person) => person.id !== viewer.accountId)
        .map((person) => ({ to: { personId: person.id, address: person.email }, kind: 'organizations.claim-waiting', edition: claimId, category: 'notice', data: { claimId } })),
    );
  }

  mine(viewer: Viewer): Promise<ClaimRow[]> {
    return claimsOf(this.db, viewer.accountId);
  }

  /** Waiting claims that the viewer may decide, the oldest first. */
  async toDecide(viewer: Viewer, first: number, after?: string | null): Promise<Page<ClaimRow>> {
    const keys = keysOf(after, 2);
    if (keys && !(isId(keys[1]) && !Number.isNaN(Date.parse(String(keys[0]))))) throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
    const rows = await claimsToDecideBy(this.db, viewer, first + 1, keys && { at: String(keys[0]), id: String(keys[1]) });
    return pageOf(rows, first, (row) => [row.exact, row.id]);
  }

  async withdraw(viewer: Viewer, claimId: string): Promise<ClaimRow> {
    return this.db.transaction(async () => {
      const taken = await this.db.query<{ id: string; organization_id: string }>(
        `update seat_claim set state = 'withdrawn', decided_at = now() where id = $1 and account_id = $2 and state = 'waiting' returning id, organization_id`,
        [claimId, viewer.accountId],
      );
      if (!taken[0]) throw new NotAllowed();
      await this.events.publish(ClaimAnswered, { claimId, organizationId: taken[0].organization_id, state: 'withdrawn' });
      return this.get(claimId);
    });
  }

  /** Confirms a claim and seats the claimant. However many vouch at once, one person sits there. */
  async vouch(viewer: Viewer, claimId: string): Promise<ClaimRow> {
    return this.db.transaction(async () => {
      const { claim, organization } = await this.decidable(viewer, claimId);
      await this.organizations.lock(organization.id);
      if (await this.organizations.isTaken(organization.id, claim.role)) throw new Conflict('Somebody else has taken this seat in the meantime.');
      await this.answer(viewer, claimId, 'accepted', null);
      await this.organizations.seat(organization.id, claim.role, claim.accountId, claim.title);
      await this.closeRivals(viewer, claim);
      return this.get(claimId);
    });
  }

  async decline(viewer: Viewer, claimId: string, words: string | null): Promise<ClaimRow> {
    return this.db.transaction(async () => {
      await this.decidable(viewer, claimId);
      await this.answer(viewer, claimId, 'declined', words);
      return this.get(claimId);
    });
  }

  private async decidable(viewer: Viewer, claimId: string): Promise<{ claim: SeatClaim; organization: Organization }> {
    const claim = await this.db.of(SeatClaim).findOneBy({ id: claimId });
    const organization = claim && (await this.organizations.find(claim.organizationId));
    if (!claim || !organization || !canDecide(viewer, claim, organization)) throw new NotAllowed();
    return { claim, organization };
  }

  private async answer(viewer: Viewer, claimId: string, state: 'accepted' | 'declined', words: string | null): Promise<void> {
    const decided = await this.db.query<{ account_id: string; organization_id: string }>(
      `update seat_claim set state = $2, answer = $3, decided_by = $4, decided_at = now() where id = $1 and state = 'waiting' returning account_id, organization_id`,
      [claimId, state, words || null, viewer.accountId],
    );
    if (!decided[0]) throw new Conflict('This claim has been answered already.');
    await this.events.publish(ClaimAnswered, { claimId, organizationId: decided[0].organization_id, state });
    const claimant = await this.accounts.find(decided[0].account_id);
    if (claimant) {
      await this.mails.send({ to: { personId: claimant.id, address: claimant.email }, kind: 'organizations.claim-answered', edition: claimId, category: 'notice', data: { claimId } });
    }
  }

  /** A seat that is taken leaves nothing to wait for: others who claimed it are told. */
  async closeRivals(viewer: Viewer, { organizationId, role }: Pick<SeatClaim, 'organizationId' | 'role'>): Promise<void> {
    if (!isSingleSeat(role)) return;
    const rivals = await this.db.query<{ id: string }>(`select id from seat_claim where organization_id = $1 and role = $2 and state = 'waiting' order by id`, [organizationId, role]);
    for (const { id } of rivals) await this.answer(viewer, id, 'declined', TAKEN_MEANWHILE);
  }

  async get(claimId: string): Promise<ClaimRow> {
    const claim = await claimById(this.db, claimId);
    if (!claim) throw new NotAllowed();
    return claim;
  }
}

/** What happens with a claim now, in words for its claimant. */
export function whatHappens(claim: ClaimRow): string {
  const seat = `${roleWords(claim.role as SeatRole)} of ${claim.organizationName}`;
  if (claim.state === 'accepted') return `You sit as ${seat}.`;
  if (claim.state === 'declined') return 'Your claim could not be confirmed. You can claim a seat again, or write to the stewards.';
  if (claim.state === 'withdrawn') return 'You took this claim back.';
  const who =
    claim.sitting > 1
      ? `We have written to the ${claim.sitting} people who sit for ${claim.organizationName}. One of them confirms that it is you.`
      : claim.sitting === 1
        ? `We have written to the person who sits for ${claim.organizationName}. They confirm that it is you.`
        : `Nobody sits for ${claim.organizationName} yet, so we have written to the stewards of this community. They or a co-sponsor confirm that it is you.`;
  return `${who} You will get a mail as soon as it is decided. Until then you can read everything that is public.`;
}
