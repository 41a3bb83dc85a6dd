import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Database, isId, newId } from '@app/platform/database';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { SecretKey } from '@app/platform/secrets';
import { Accounts, Attempts, type Viewer } from '@app/people';
import { type JoinAnswer, JoinLeader, JoinRequest } from './join-request.entity.js';
import { JoiningNotices } from './joining.notices.js';
import { lockRequest } from './joining.queries.js';
import type { SeatRole } from './seat.entity.js';

const DAY = 24 * 60 * 60;

export const DECIDED = 'This request has been decided in the meantime.';

export interface LeaderNamed {
  role: SeatRole;
  name?: string | null;
  title?: string | null;
  email?: string | null;
}

/** What a leader finds behind the link in their mail. */
export interface OpenedJoining {
  organizationId: string;
  askerId: string;
  askerRole: SeatRole;
  statement: string;
  role: SeatRole;
  name: string | null;
  email: string;
  answer: JoinAnswer | null;
  isOpen: boolean;
  needsSignIn: boolean;
}

/** The leaders of a district that asks to join, and the mailed link by which each says whether they want it. */
@Injectable()
export class JoinLeaders {
  constructor(
    private readonly db: Database,
    private readonly secret: SecretKey,
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    private readonly notices: JoiningNotices,
  ) {}

  /** Enters a leader of a request. Whoever has not said that they want it is asked by mail, where their address is known. */
  async enter(requestId: string, leader: LeaderNamed, wanted: boolean): Promise<void> {
    const id = newId();
    await this.db.query(
      `insert into join_leader (id, request_id, role, name, title, email, answer, answered_at) values ($1, $2, $3, $4, $5, $6, $7, case when $7::text is not null then now() end)`,
      [id, requestId, leader.role, leader.name || null, leader.title || null, leader.email || null, wanted ? 'wanted' : null],
    );
    if (wanted || !leader.email) return;
    // Whoever types a stranger's address can have them written to a few times a day at most.
    await this.attempts.count([{ key: `join-mail:${leader.email}`, max: 5, per: DAY }]);
    await this.notices.named(id, leader.email);
  }

  /** What a mailed link asks; null when no link of ours has this token. Changes nothing. */
  async opened(viewer: Viewer | null, token: string): Promise<OpenedJoining | null> {
    const leader = await this.byToken(token);
    const request = leader && (await this.db.of(JoinRequest).findOneBy({ id: leader.requestId }));
    if (!leader?.email || !request) return null;
    const account = await this.accounts.findByEmail(leader.email);
    return asked(request, leader, account !== null && account.id !== viewer?.accountId);
  }

  /** A leader says by their mailed link whether they want it too; they may change their mind until it is decided. */
  async answer(viewer: Viewer | null, token: string, wanted: boolean, name: string | null): Promise<OpenedJoining> {
    return this.db.transaction(async () => {
      const seen = await this.byToken(token);
      if (!seen) throw new NotAllowed('This link is not one of ours. Copy all of it from the mail.');
      const request = await lockRequest(this.db, seen.requestId);
      const leader = await this.byToken(token);
      if (!request || !leader?.email) throw new NotAllowed('This link is no longer open: another address was named for this seat.');
      if (request.decidedAt) throw new Conflict(DECIDED);
      const account = await this.accounts.findByEmail(leader.email);
      if (account && account.id !== viewer?.accountId) throw new NotAllowed(`Sign in as ${leader.email} first, then open the link again.`);
      const own = account?.name ?? (name || leader.name);
      if (wanted && !own) throw new Invalid({ name: 'Your name is needed.' });
      await this.db.query(`update join_leader set answer = $2, answered_at = now(), name = coalesce($3, name) where id = $1`, [leader.id, wanted ? 'wanted' : 'refused', own]);
      return asked(request, await this.db.of(JoinLeader).findOneByOrFail({ id: leader.id }), false);
    });
  }

  private async byToken(token: string): Promise<JoinLeader | null> {
    const [id = '', proof = ''] = token.split('.', 2);
    if (!isId(id)) return null;
    const [given, expected] = [Buffer.from(proof), Buffer.from(this.proofOf(id))];
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return this.db.of(JoinLeader).findOneBy({ id });
  }

  /** The last part of the address in a leader's mail; made when the mail is written and never stored. */
  tokenOf(leaderId: string): string {
    return `${leaderId}.${this.proofOf(leaderId)}`;
  }

  private proofOf(leaderId: string): string {
    return createHmac('sha256', this.secret.derive('join-leader')).update(leaderId).digest('base64url');
  }
}

function asked(request: JoinRequest, { role, name, email, answer }: JoinLeader, needsSignIn: boolean): OpenedJoining {
  const { organizationId, accountId: askerId, role: askerRole, statement, decidedAt } = request;
  return { organizationId, askerId, askerRole, statement, role, name, email: email ?? '', answer, isOpen: decidedAt === null, needsSignIn };
}
