import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Database, isId, newId } from '@app/platform/database';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { Mails } from '@app/platform/mail';
import { SecretKey } from '@app/platform/secrets';
import { Account, Accounts, Attempts, needSteward, type Viewer } from '@app/people';
import type { Organization } from './organization.entity.js';
import { canInvite, canTakeOff } from './organizations.policy.js';
import { Organizations, type Place } from './organizations.service.js';
import type { SeatRole } from './seat.entity.js';
import { placeOf } from './places.js';
import { leadingRoles } from './seat.templates.js';
import { SeatInvitation } from './seat-invitation.entity.js';

const LASTS_DAYS = 30;
const GONE = 'This invitation is no longer open. Ask whoever sent it for a new one.';

export interface Accepted {
  invitation: SeatInvitation;
  account: Account;
  /** The account was made just now: nobody can have been signed in to it. */
  isNew: boolean;
}

/** Places in teams, offered by mail. Opening the link changes nothing; the button on its page does. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly secret: SecretKey,
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    private readonly organizations: Organizations,
  ) {}

  /** Offers a place. The same place offered twice to one address is one invitation, good for another thirty days. */
  async invite(viewer: Viewer, offer: { organizationId: string; role: SeatRole; email: string; title?: string | null; until?: string | null }): Promise<SeatInvitation> {
    const organization = await this.organizations.find(offer.organizationId);
    if (!organization || !canInvite(viewer, organization, offer.role)) throw new NotAllowed();
    if (await this.organizations.isTaken(organization.id, offer.role)) throw new Conflict('Somebody sits there already. A seat is offered only while it is vacant.');
    const account = await this.accounts.findByEmail(offer.email);
    const seats = account ? await this.organizations.seatsIn([organization.id]) : [];
    if (account && seats.some((seat) => seat.accountId === account.id && seat.role === offer.role)) throw new Invalid({ email: 'Whoever uses this address has this place already.' });
    await this.attempts.count([{ key: `invite:${viewer.accountId}`, max: 100, per: 24 * 60 * 60 }]);
    return this.offer(organization, offer, viewer.accountId, placeOf(viewer, organization, offer));
  }

  /** As {@link invite}, for a place whose seat somebody has decided to offer already. */
  async offer(organization: Pick<Organization, 'id'>, { role, email, title }: { role: SeatRole; email: string; title?: string | null }, invitedBy: string, place: Place = {}): Promise<SeatInvitation> {
    const account = await this.accounts.findByEmail(email);
    return this.db.transaction(async () => {
      const [row] = await this.db.query<{ id: string; fresh: boolean }>(
        `insert into seat_invitation (id, organization_id, role, title, email, invited_by, deputy_for, valid_until, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, now() + interval '${LASTS_DAYS} days')
         on conflict (organization_id, role, email) where accepted_at is null and withdrawn_at is null
         do update set expires_at = excluded.expires_at, title = coalesce(excluded.title, seat_invitation.title), invited_by = excluded.invited_by, valid_until = excluded.valid_until
         returning id`,
        [newId(), organization.id, role, title || null, email, invitedBy, place.deputyFor ?? null, place.validUntil ?? null],
      );
      const invitation = await this.db.of(SeatInvitation).findOneByOrFail({ id: row?.id ?? '' });
      if (invitation.deputyFor !== (place.deputyFor ?? null)) throw new Conflict('This address has been invited as the deputy of another seat of your team.');
      // A day's mail is enough, however often the button is pressed.
      const edition = `${invitation.id} ${new Date().toISOString().slice(0, 10)}`;
      await this.mails.send({ to: { personId: account?.id ?? null, address: email }, kind: 'organizations.seat-invitation', edition, category: 'notice', data: { invitationId: invitation.id } });
      return invitation;
    });
  }

  /** The open invitations of a team, for those who may invite into it. */
  async openIn(viewer: Viewer, organizationId: string): Promise<SeatInvitation[]> {
    const organization = await this.organizations.find(organizationId);
    if (!organization || !canInvite(viewer, organization, leadingRoles(organization.kind)[0] ?? 'staff')) return [];
    return this.db
      .of(SeatInvitation)
      .createQueryBuilder('i')
      .where('i.organization_id = :organizationId and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()', { organizationId })
      .orderBy('i.created_at')
      .limit(100)
      .getMany();
  }

  /** Every open invitation, for stewards: the one that ends first comes first, at most 200. */
  async allOpen(viewer: Viewer): Promise<SeatInvitation[]> {
    needSteward(viewer);
    return this.db
      .of(SeatInvitation)
      .createQueryBuilder('i')
      .where('i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()')
      .orderBy('i.expires_at')
      .addOrderBy('i.id')
      .limit(200)
      .getMany();
  }

  async withdraw(viewer: Viewer, invitationId: string): Promise<SeatInvitation> {
    return this.db.transaction(async () => {
      const invitation = await this.db.of(SeatInvitation).findOneBy({ id: invitationId });
      const organization = invitation && (await this.organizations.find(invitation.organizationId));
      if (!invitation || !organization || !(canInvite(viewer, organization, invitation.role) || viewer.isSteward)) throw new NotAllowed();
      if (invitation.deputyFor && !canTakeOff(viewer, invitation, organization)) throw new NotAllowed();
      const taken = await this.db.query(`update seat_invitation set withdrawn_at = now() where id = $1 and accepted_at is null and withdrawn_at is null returning id`, [invitationId]);
      if (taken.length === 0) throw new Conflict('This invitation has been answered already.');
      return { ...invitation, withdrawnAt: new Date() };
    });
  }

  /** What a mailed link offers; null when no link of ours has this token. Changes nothing. */
  async opened(viewer: Viewer | null, token: string): Promise<{ invitation: SeatInvitation; needsSignIn: boolean; needsName: boolean } | null> {
    const invitation = await this.byToken(token);
    if (!invitation) return null;
    const account = await this.accounts.findByEmail(invitation.email);
    return { invitation, needsSignIn: account !== null && account.id !== viewer?.accountId, needsName: account === null };
  }

  /**
   * Takes the place. An address without an account gets one, because only its reader has the link; one that has an
   * account must be signed in to it, so that a forwarded mail opens nobody's account.
   */
  async accept(viewer: Viewer | null, token: string, name: string | null): Promise<Accepted> {
    return this.db.transaction(async () => {
      const invitation = await this.byToken(token);
      if (!invitation) throw new NotAllowed('This link is not one of ours. Copy all of it from the mail.');
      const known = await this.accounts.findByEmail(invitation.email);
      if (known && known.id !== viewer?.accountId) throw new NotAllowed(`Sign in as ${invitation.email} first, then open the link again.`);
      if (!known && !name) throw new Invalid({ name: 'Your name is needed.' });
      await this.organizations.lock(invitation.organizationId);
      const taken = await this.db.query(
        `update seat_invitation set accepted_at = now() where id = $1 and accepted_at is null and withdrawn_at is null and expires_at > now() and (valid_until is null or valid_until > now()) returning id`,
        [invitation.id],
      );
      if (taken.length === 0) throw new Conflict(GONE);
      const account = known ?? (await this.accounts.ensure({ email: invitation.email, name: name ?? '' }));
      const seat = await this.organizations.seat(invitation.organizationId, invitation.role, account.id, invitation.title, { deputyFor: invitation.deputyFor, validUntil: invitation.validUntil });
      if (!seat) throw new Conflict('Somebody else has taken this seat in the meantime.');
      return { invitation: { ...invitation, acceptedAt: new Date() }, account, isNew: !known };
    });
  }

  private async byToken(token: string): Promise<SeatInvitation | null> {
    const [id = '', proof = ''] = token.split('.', 2);
    if (!isId(id) || !same(proof, this.proofOf(id))) return null;
    return this.db.of(SeatInvitation).findOneBy({ id });
  }

  /** The last part of the address in the mail; made when the mail is written and never stored. */
  tokenOf(invitationId: string): string {
    return `${invitationId}.${this.proofOf(invitationId)}`;
  }

  private proofOf(invitationId: string): string {
    return createHmac('sha256', this.secret.derive('seat-invitation')).update(invitationId).digest('base64url');
  }
}

/** Whether an invitation can still be accepted. */
export function invitationState({ acceptedAt, withdrawnAt, expiresAt, validUntil }: SeatInvitation): 'open' | 'accepted' | 'closed' {
  if (acceptedAt) return 'accepted';
  return withdrawnAt || expiresAt < new Date() || (validUntil && validUntil < new Date()) ? 'closed' : 'open';
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
