import { Injectable } from '@nestjs/common';
import { Database, isId, newId } from '@app/platform/database';
import { Conflict, Invalid, keysOf, NotAllowed, type Page, pageOf } from '@app/platform/graphql';
import { Accounts, type Viewer } from '@app/people';
import { Claims } from './claims.service.js';
import { Invitations } from './invitations.service.js';
import { DECIDED } from './join-leaders.service.js';
import { JoinLeader, type JoinRequest } from './join-request.entity.js';
import { JoiningNotices } from './joining.notices.js';
import { canDecideJoining, canSeeQueue, canSetPace } from './joining.policy.js';
import { type JoinRequestRow, lockRequest, oldestComplete, type Pace, paceNow, requestById, requestQueue } from './joining.queries.js';
import { dayWords } from './joining.words.js';
import { Organizations } from './organizations.service.js';

/** The queue of districts that ask to join, and the decisions on them: open, ask back, decline; so many a week. */
@Injectable()
export class Opening {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly organizations: Organizations,
    private readonly claims: Claims,
    private readonly invitations: Invitations,
    private readonly notices: JoiningNotices,
  ) {}

  /** The open requests, the longest waiting first; empty for whoever does not decide. */
  async queue(viewer: Viewer, first: number, after?: string | null): Promise<Page<JoinRequestRow>> {
    const keys = keysOf(after, 2);
    if (keys && !(isId(keys[1]) && !Number.isNaN(Date.parse(String(keys[0]))))) throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
    if (!canSeeQueue(viewer)) return { ...pageOf([], first, () => []), totalCount: 0 };
    const [rows, pace] = await Promise.all([requestQueue(this.db, viewer, first + 1, keys && { at: String(keys[0]), id: String(keys[1]) }), paceNow(this.db)]);
    return { ...pageOf(rows, first, (row) => [row.createdAt.toISOString(), row.id]), totalCount: pace.waiting };
  }

  pace(): Promise<Pace> {
    return paceNow(this.db);
  }

  /** Sets how many districts are opened a week, from a day on. What held before stays on record. */
  async setPace(viewer: Viewer, perWeek: number, fromDay: string | null): Promise<Pace> {
    if (!canSetPace(viewer)) throw new NotAllowed();
    await this.db.query(`insert into joining_pace (id, per_week, from_day, set_by) values ($1, $2, coalesce($3::date, (now() at time zone 'utc')::date), $4)`, [newId(), perWeek, fromDay, viewer.accountId]);
    return paceNow(this.db);
  }

  async open(viewer: Viewer, requestId: string): Promise<JoinRequestRow> {
    return this.db.transaction(async () => {
      await this.takeTurns();
      const request = await this.decidable(viewer, requestId);
      await this.room();
      await this.seatThose(viewer, request);
      return this.row(viewer, requestId);
    });
  }

  /** Opens the oldest requests that all three leaders want: as many as are asked for, as there are, and as this week has room for. */
  async openOldest(viewer: Viewer, count: number): Promise<JoinRequestRow[]> {
    if (!canSeeQueue(viewer)) throw new NotAllowed();
    return this.db.transaction(async () => {
      await this.takeTurns();
      const room = await this.room();
      const opened: JoinRequestRow[] = [];
      // Some may be the viewer's own; they keep their place and somebody else opens them.
      for (const id of await oldestComplete(this.db, count + 20)) {
        if (opened.length >= Math.min(count, room)) break;
        const request = await lockRequest(this.db, id);
        if (!request || request.decidedAt || !(await this.mayDecide(viewer, request))) continue;
        await this.seatThose(viewer, request);
        opened.push(await this.row(viewer, id));
      }
      if (opened.length === 0) throw new Conflict('No request waits that all three leaders have said yes to. Open one of the others by itself.');
      return opened;
    });
  }

  /** Asks the district something first; it keeps its place. */
  async askBack(viewer: Viewer, requestId: string, words: string): Promise<JoinRequestRow> {
    return this.db.transaction(async () => {
      const request = await this.decidable(viewer, requestId);
      if (request.state !== 'waiting') throw new Conflict('Somebody has asked them something already, and they have not answered yet.');
      await this.db.query(`update join_request set state = 'asked_back', question = $2, reply = null where id = $1`, [requestId, words]);
      await this.notices.answered(request, 'asked_back', newId());
      return this.row(viewer, requestId);
    });
  }

  async decline(viewer: Viewer, requestId: string, words: string): Promise<JoinRequestRow> {
    return this.db.transaction(async () => {
      const request = await this.decidable(viewer, requestId);
      await this.db.query(`update join_request set state = 'declined', answer = $2, decided_by = $3, decided_at = now() where id = $1`, [requestId, words, viewer.accountId]);
      await this.notices.answered(request, 'declined', requestId);
      return this.row(viewer, requestId);
    });
  }

  /** A request that is still open and that the viewer decides on, locked. */
  private async decidable(viewer: Viewer, requestId: string): Promise<JoinRequest> {
    if (!canSeeQueue(viewer)) throw new NotAllowed();
    const request = await lockRequest(this.db, requestId);
    if (!request || !(await this.mayDecide(viewer, request))) throw new NotAllowed();
    if (request.decidedAt) throw new Conflict(DECIDED);
    return request;
  }

  private async mayDecide(viewer: Viewer, { id, accountId }: JoinRequest): Promise<boolean> {
    const leaders = await this.db.of(JoinLeader).findBy({ requestId: id });
    return canDecideJoining(viewer, { accountId, addresses: leaders.flatMap(({ email }) => email ?? []) });
  }

  /** Two who open at once count one after the other, so that a week never has more than was set. */
  private async takeTurns(): Promise<void> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext('organizations.opening'))`);
  }

  /** How many more may be opened this week; throws when none. */
  private async room(): Promise<number> {
    const { perWeek, openedThisWeek, nextWeek } = await paceNow(this.db);
    if (perWeek === null) return Number.POSITIVE_INFINITY;
    if (openedThisWeek >= perWeek) throw new Conflict(`This week’s ${perWeek === 1 ? 'one district is' : `${perWeek} districts are`} open. The next come on ${dayWords(nextWeek)}, or a steward sets another number.`);
    return perWeek - openedThisWeek;
  }

  /** Seats the leaders who said yes, invites those who have not answered, and tells them. */
  private async seatThose(viewer: Viewer, request: JoinRequest): Promise<void> {
    await this.db.query(`update join_request set state = 'opened', decided_by = $2, decided_at = now() where id = $1`, [request.id, viewer.accountId]);
    await this.organizations.lock(request.organizationId);
    const organization = await this.organizations.find(request.organizationId);
    if (!organization) throw new NotAllowed();
    for (const { role, title, email, name, answer } of await this.db.of(JoinLeader).findBy({ requestId: request.id })) {
      if (!email || answer === 'refused') continue;
      if (answer === null) {
        if (!(await this.organizations.isTaken(organization.id, role))) await this.invitations.offer(organization, { role, email, title }, viewer.accountId);
        continue;
      }
      const account = role === request.role ? await this.accounts.find(request.accountId) : await this.accounts.ensure({ email, name: name ?? email });
      const seat = account && (await this.organizations.seat(organization.id, role, account.id, title));
      if (seat) await this.claims.closeRivals(viewer, { organizationId: organization.id, role });
    }
    await this.notices.answered(request, 'opened', request.id);
  }

  private async row(viewer: Viewer, requestId: string): Promise<JoinRequestRow> {
    const row = await requestById(this.db, viewer, requestId);
    if (!row) throw new NotAllowed();
    return row;
  }
}
