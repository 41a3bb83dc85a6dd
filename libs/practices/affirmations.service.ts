import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { type Viewer } from '@app/people';
import { Organizations } from '@app/organizations';
import { type ActFacts, type ActRow, Proposals, seatsToSign, Signatures } from '@app/signatures';
import { DueNotices } from './due.notices.js';
import { LAPSES_AFTER_YEARS } from './contract/limits.js';
import { recordMoment, signedEver } from './moments.js';
import { type LapseCause, Practice } from './practice.entity.js';
import { PracticeAffirmed, PracticeApproved, PracticeChanged, PracticeLapsed } from './practices.events.js';
import { approvingSeats, canAskToAffirm, canBeApproved, canChange, canLapse, canRead } from './practices.policy.js';
import { approvalsOf } from './practices.queries.js';
import { PRACTICE } from './practices.service.js';
import { recordText, recordTitle } from './record-text.js';

/** What all required seats have signed of a practice as it is, and what waits for them. */
export interface PracticeActs {
  standing: ActRow | null;
  open: ActRow | null;
}

/**
 * How a practice becomes a record that is vouched for, and ceases to be: the district's seats affirm it by a joint act, a
 * co-sponsor approves it, a year later they are asked again. Whatever changes its stage does so under the lock of its row.
 */
@Injectable()
export class Affirmations {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly organizations: Organizations,
    private readonly signatures: Signatures,
    private readonly proposals: Proposals,
    private readonly notices: DueNotices,
  ) {}

  /** The acts of a practice that somebody may read. What was signed of other words than it has now does not stand for it. */
  async actsOf(viewer: Viewer | null, practice: Practice): Promise<PracticeActs> {
    const acts = await this.signatures.ofSubject(viewer, PRACTICE, practice.id);
    return { standing: acts.find((act) => act.id === practice.affirmedActId) ?? null, open: acts.find((act) => act.state === 'open') ?? null };
  }

  /** Asks the district's required seats to sign the record as it is. Twice is once; what stands goes on standing until all have signed again. */
  async ask(viewer: Viewer, id: string): Promise<Practice> {
    return this.db.transaction(async () => {
      const practice = await this.lock(id);
      if (!practice || !canAskToAffirm(viewer, practice)) throw new NotAllowed();
      const district = await this.organizations.find(practice.organizationId);
      if (!district) throw new NotAllowed();
      await this.proposals.propose({
        subject: { kind: PRACTICE, id },
        title: recordTitle(practice),
        text: recordText(practice),
        seats: seatsToSign(district),
        audience: `team:${district.id}`,
        audienceWhenComplete: practice.audience,
        by: { accountId: viewer.accountId, name: viewer.name, organizationId: district.id },
      });
      return practice;
    });
  }

  /** All required seats have signed: the record is affirmed, and in force where a co-sponsor approved these words before. */
  async completed({ actId, subjectId }: ActFacts): Promise<void> {
    const practice = await this.lock(subjectId);
    if (!practice || practice.withdrawnAt || practice.hiddenAt) throw new Conflict('This practice is no longer here, so that it cannot be signed.');
    const again = await signedEver(this.db, practice.id);
    // An approval counts for the words that the sponsor saw, and for no others.
    await this.db.query(
      `delete from practice_approval a where a.practice_id = $1 and not exists
         (select from joint_act seen join joint_act now on now.id = $2 and now.title = seen.title and now.text = seen.text where seen.id = a.act_id)`,
      [practice.id, actId],
    );
    await this.db.query(
      `update practice set stage = case when exists (select 1 from practice_approval where practice_id = $1) then 'in_force' else 'affirmed' end,
         affirmed_at = now(), affirmed_act_id = $2, asked_at = null, lapsed_at = null, lapse_cause = null, lapse_reason = null where id = $1`,
      [practice.id, actId],
    );
    await recordMoment(this.db, { practiceId: practice.id, what: again ? 'reaffirmed' : 'affirmed', organizationId: practice.organizationId, actId });
    await this.events.publish(PracticeAffirmed, { practiceId: practice.id, organizationId: practice.organizationId, again });
    await this.changed(practice.id);
  }

  /** A seat has taken back its signature under what stood: with it the record lapses, for the reason that was given. */
  async ended({ actId, subjectId }: ActFacts): Promise<void> {
    const practice = await this.lock(subjectId);
    if (practice?.affirmedActId !== actId || practice.stage === 'lapsed') return;
    const act = await this.db.one<{ close_reason: string | null }>(`select close_reason from joint_act where id = $1`, [actId]);
    await this.letLapse(practice, 'signature', act?.close_reason ?? 'One of the seats has taken back its signature.', actId);
  }

  /** The district says that it does it no more. The record stays, with the reason. */
  async lapse(viewer: Viewer, id: string, reason: string, endYear: number | null): Promise<Practice> {
    return this.db.transaction(async () => {
      const practice = await this.lock(id);
      if (!practice || !canChange(viewer, practice)) throw new NotAllowed();
      if (!canLapse(viewer, practice)) throw new Conflict('It has lapsed already.');
      if ((await this.actsOf(viewer, practice)).open) throw new Conflict('Its text waits for signatures. Take it back on its page first.');
      if (endYear !== null && (endYear > new Date().getUTCFullYear() || endYear < (practice.startYear ?? endYear))) throw new Invalid({ endYear: 'Give the year in which it ended: not before it began, and not after this year.' });
      if (endYear !== null) await this.db.query(`update practice set end_year = $2 where id = $1`, [id, endYear]);
      await this.letLapse(practice, 'ended', reason);
      return this.fresh(id);
    });
  }

  /** A co-sponsor stands behind a record that its district's seats have signed; without a name it is the first of the viewer's that has not yet. Twice is once. */
  async approve(viewer: Viewer, id: string, organizationId?: string | null): Promise<Practice> {
    return this.db.transaction(async () => {
      const practice = await this.lock(id);
      const seats = approvingSeats(viewer);
      const approved = (await approvalsOf(this.db, id)).map((approval) => approval.organizationId);
      const seat = organizationId ? seats.find((held) => held.organizationId === organizationId) : (seats.find((held) => !approved.includes(held.organizationId)) ?? seats[0]);
      if (!practice || !seat || !canRead(viewer, practice)) throw new NotAllowed();
      if (!canBeApproved(practice)) throw new Conflict('A co-sponsor approves what all required seats of the district have signed as it is now. That is not so here.');
      const fresh = await this.db.query(
        `insert into practice_approval (practice_id, organization_id, account_id, act_id) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
        [id, seat.organizationId, viewer.accountId, practice.affirmedActId],
      );
      if (fresh.length > 0) {
        await this.db.query(`update practice set stage = 'in_force' where id = $1`, [id]);
        await recordMoment(this.db, { practiceId: id, what: 'approved', organizationId: seat.organizationId });
        await this.events.publish(PracticeApproved, { practiceId: id, organizationId: practice.organizationId, approverId: seat.organizationId });
        await this.notices.approved(id, practice.organizationId, seat.organizationId);
        await this.changed(id);
      }
      return this.fresh(id);
    });
  }

  /** A co-sponsor takes its approval back; without a name it is the first of the viewer's that has approved. Without any, a record in force is affirmed only. */
  async withdrawApproval(viewer: Viewer, id: string, reason: string, organizationId?: string | null): Promise<Practice> {
    return this.db.transaction(async () => {
      const practice = await this.lock(id);
      const mine = approvingSeats(viewer).map((seat) => seat.organizationId);
      if (!practice || !canRead(viewer, practice)) throw new NotAllowed();
      const [taken] = await this.db.query<{ organization_id: string }>(
        `delete from practice_approval where practice_id = $1 and organization_id =
           (select organization_id from practice_approval where practice_id = $1 and organization_id = any($2::uuid[]) and ($3::uuid is null or organization_id = $3) order by at, organization_id limit 1)
         returning organization_id`,
        [id, mine, organizationId ?? null],
      );
      if (!taken) throw new NotAllowed();
      await this.db.query(`update practice set stage = 'affirmed' where id = $1 and stage = 'in_force' and not exists (select 1 from practice_approval where practice_id = $1)`, [id]);
      await recordMoment(this.db, { practiceId: id, what: 'approval_withdrawn', organizationId: taken.organization_id, reason });
      await this.notices.unapproved(id, practice.organizationId, taken.organization_id);
      await this.changed(id);
      return this.fresh(id);
    });
  }

  /** Asks the districts whose records are due to confirm them again, once for each year; answers how many it asked. May run twice and in several places at once. */
  askDue(): Promise<number> {
    return this.db.transaction(async () => {
      const due = await this.db.query<{ id: string; organization_id: string }>(
        `update practice set asked_at = now() where id in (
           select p.id from practice p where p.status = 'shared' and p.stage in ('affirmed', 'in_force') and p.affirmed_at <= now() - interval '1 year' and p.asked_at is null
             and p.hidden_at is null and p.withdrawn_at is null order by p.affirmed_at limit 100 for update skip locked)
         returning id, organization_id`,
      );
      for (const { id, organization_id } of due) {
        await this.notices.due(id, organization_id);
        await this.changed(id);
      }
      return due.length;
    });
  }

  /** Lets lapse what nobody has confirmed for two years; answers how many did. May run twice and in several places at once. */
  lapseUnconfirmed(): Promise<number> {
    return this.db.transaction(async () => {
      const old = await this.db.query<{ id: string }>(
        `select p.id from practice p where p.status = 'shared' and p.stage in ('affirmed', 'in_force') and p.affirmed_at <= now() - interval '${LAPSES_AFTER_YEARS} years'
         order by p.affirmed_at limit 100 for update skip locked`,
      );
      for (const { id } of old) {
        const practice = await this.fresh(id);
        await this.letLapse(practice, 'unconfirmed', `Its district has not confirmed it since ${practice.affirmedAt?.toISOString().slice(0, 10)}.`);
        await this.notices.lapsed(id, practice.organizationId);
      }
      return old.length;
    });
  }

  private async letLapse(practice: Practice, cause: LapseCause, reason: string, actId?: string): Promise<void> {
    await this.notices.noLonger(practice.id, (await approvalsOf(this.db, practice.id)).map((approval) => approval.organizationId));
    await this.db.query(`update practice set stage = 'lapsed', lapsed_at = now(), lapse_cause = $2, lapse_reason = $3 where id = $1`, [practice.id, cause, reason]);
    await recordMoment(this.db, { practiceId: practice.id, what: 'lapsed', organizationId: cause === 'unconfirmed' ? null : practice.organizationId, reason, ...(actId ? { actId } : {}) });
    await this.events.publish(PracticeLapsed, { practiceId: practice.id, organizationId: practice.organizationId, cause });
    await this.changed(practice.id);
  }

  private changed(practiceId: string): Promise<void> {
    return this.events.publish(PracticeChanged, { practiceId });
  }

  private lock(id: string): Promise<Practice | null> {
    return this.db.of(Practice).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private fresh(id: string): Promise<Practice> {
    return this.db.of(Practice).findOneByOrFail({ id });
  }
}
