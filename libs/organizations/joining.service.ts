import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { Attempts, type Viewer } from '@app/people';
import { DECIDED, JoinLeaders, type LeaderNamed } from './join-leaders.service.js';
import { JoinLeader, type JoinRequest } from './join-request.entity.js';
import { JoiningNotices } from './joining.notices.js';
import { type JoinRequestRow, lockRequest, OPEN, requestById, requestsOf } from './joining.queries.js';
import { Organizations } from './organizations.service.js';
import type { SeatRole } from './seat.entity.js';
import { leadingRoles } from './seat.templates.js';

const DAY = 24 * 60 * 60;

/** A whole district asks to join: one leader writes, the others say by mail whether they want it too. */
@Injectable()
export class Joining {
  constructor(
    private readonly db: Database,
    private readonly attempts: Attempts,
    private readonly organizations: Organizations,
    private readonly leaders: JoinLeaders,
    private readonly notices: JoiningNotices,
  ) {}

  mine(viewer: Viewer): Promise<JoinRequestRow[]> {
    return requestsOf(this.db, viewer);
  }

  /** Asks for a district. The other leaders, as far as their addresses are known, are asked by mail; the stewards hear of it. */
  async ask(viewer: Viewer, asked: { organizationId: string; role: SeatRole; title?: string | null; statement: string; leaders: readonly LeaderNamed[] }): Promise<JoinRequestRow> {
    const organization = await this.organizations.find(asked.organizationId);
    if (organization?.kind !== 'district') throw new NotAllowed();
    const roles = leadingRoles('district');
    if (!roles.includes(asked.role)) throw new Invalid({ role: 'Choose which of the three seats is yours.' });
    this.checkLeaders(viewer, asked.role, asked.leaders);
    if (await this.isHere(organization.id)) throw new Conflict(`Somebody from ${organization.name} is here already. Claim your own seat instead; they confirm that it is you.`);
    await this.attempts.count([{ key: `join:${viewer.accountId}`, max: 5, per: DAY }]);
    return this.db.transaction(async () => {
      const made = await this.db.one<{ id: string }>(
        `insert into join_request (id, organization_id, account_id, role, statement) values ($1, $2, $3, $4, $5)
         on conflict (organization_id) where state in ${OPEN} do nothing returning id`,
        [newId(), organization.id, viewer.accountId, asked.role, asked.statement],
      );
      if (!made) throw new Conflict(`${organization.name} has asked to join already, and waits. Ask your colleagues, or write to the stewards.`);
      for (const role of roles) {
        const leader: LeaderNamed = role === asked.role ? { role, name: viewer.name, title: asked.title, email: viewer.email } : (asked.leaders.find((one) => one.role === role) ?? { role });
        await this.leaders.enter(made.id, leader, role === asked.role);
      }
      await this.notices.requested({ id: made.id, organizationId: organization.id, accountId: viewer.accountId });
      return this.get(viewer, made.id);
    });
  }

  private checkLeaders(viewer: Viewer, own: SeatRole, leaders: readonly LeaderNamed[]): void {
    const [roles, addresses] = [new Set<string>([own]), new Set([viewer.email.toLowerCase()])];
    leaders.forEach(({ role, email }, at) => {
      if (!leadingRoles('district').includes(role)) throw new Invalid({ [`leaders.${at}.role`]: 'Name only who sits in one of the three seats.' });
      if (roles.has(role)) throw new Invalid({ [`leaders.${at}.role`]: 'Each seat is named once, and yours is yours.' });
      if (email && addresses.has(email)) throw new Invalid({ [`leaders.${at}.email`]: 'Each of the three needs an address of their own.' });
      roles.add(role);
      if (email) addresses.add(email);
    });
  }

  /** Whether somebody sits in one of the seats that lead it: then one claims one's own seat. */
  private async isHere(organizationId: string): Promise<boolean> {
    const seats = await this.organizations.seatsIn([organizationId]);
    return seats.some((seat) => seat.accountId && leadingRoles('district').includes(seat.role));
  }

  /** Names another leader, or mends an address that was wrong: they get a mail, and a link sent before ends. Whoever has answered stays. */
  async nameLeader(viewer: Viewer, requestId: string, leader: LeaderNamed): Promise<JoinRequestRow> {
    return this.db.transaction(async () => {
      const request = await this.ownOpen(viewer, requestId);
      const leaders = await this.db.of(JoinLeader).findBy({ requestId });
      const before = leaders.find((one) => one.role === leader.role);
      if (!before || leader.role === request.role) throw new Invalid({ role: 'Name one of the two other seats.' });
      if (before.answer === 'wanted') throw new Conflict('This leader has said yes already.');
      if (leader.email && leaders.some((one) => one.role !== leader.role && one.email === leader.email)) throw new Invalid({ email: 'Each of the three needs an address of their own.' });
      const fresh = { role: leader.role, name: leader.name ?? before.name, title: leader.title ?? before.title, email: leader.email ?? before.email };
      if (fresh.email === before.email) {
        await this.db.query(`update join_leader set name = $2, title = $3 where id = $1`, [before.id, fresh.name, fresh.title]);
      } else {
        await this.attempts.count([{ key: `join-leader:${viewer.accountId}`, max: 20, per: DAY }]);
        await this.db.query(`delete from join_leader where id = $1`, [before.id]);
        await this.leaders.enter(requestId, fresh, false);
      }
      return this.get(viewer, requestId);
    });
  }

  /** Answers what those who decide asked back; the request waits for them again, in its old place. */
  async reply(viewer: Viewer, requestId: string, words: string): Promise<JoinRequestRow> {
    return this.db.transaction(async () => {
      const request = await this.ownOpen(viewer, requestId);
      if (request.state !== 'asked_back') throw new Conflict('Nobody has asked you anything that is still open.');
      await this.db.query(`update join_request set state = 'waiting', reply = $2 where id = $1`, [requestId, words]);
      await this.notices.answered(request, 'waiting', requestId);
      return this.get(viewer, requestId);
    });
  }

  async withdraw(viewer: Viewer, requestId: string): Promise<JoinRequestRow> {
    return this.db.transaction(async () => {
      const request = await this.ownOpen(viewer, requestId);
      await this.db.query(`update join_request set state = 'withdrawn', decided_at = now() where id = $1`, [requestId]);
      await this.notices.answered(request, 'withdrawn', requestId);
      return this.get(viewer, requestId);
    });
  }

  private async ownOpen(viewer: Viewer, requestId: string): Promise<JoinRequest> {
    const request = await lockRequest(this.db, requestId);
    if (request?.accountId !== viewer.accountId) throw new NotAllowed();
    if (request.decidedAt) throw new Conflict(DECIDED);
    return request;
  }

  async get(viewer: Viewer | null, requestId: string): Promise<JoinRequestRow> {
    const row = await requestById(this.db, viewer, requestId);
    if (!row) throw new NotAllowed();
    return row;
  }
}
