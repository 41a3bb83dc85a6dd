import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { type ActFacts, type ActRow, Proposals, seatsToSign, Signatures } from '@app/signatures';
import { CaseStudy } from './case-study.entity.js';
import { CaseStudyMail } from './case-studies.notifications.js';
import { CaseStudyPublished, CaseStudyRetired } from './case-studies.events.js';
import { can, sponsorSeats } from './case-studies.policy.js';
import { type CaseStudyRow } from './case-studies.queries.js';
import { CaseStudies } from './case-studies.service.js';
import { Revisions } from './revisions.service.js';
import { PART_LEAST, PARTS } from './contract/limits.js';
import { after } from './states.js';
import { signedText } from './template.js';

/** The kind of subject under which case studies are signed; its id is the case study's. */
export const CASE_STUDY = 'case-study';

/** A case study from the day it is offered to its district: confirmed by the seats, approved by sponsors, and what became of it. */
@Injectable()
export class Confirmed {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly signatures: Signatures,
    private readonly proposals: Proposals,
    private readonly studies: CaseStudies,
    private readonly revisions: Revisions,
    private readonly mail: CaseStudyMail,
  ) {}

  /** The acts of a case study that somebody may read: what waits, and what the district has signed. */
  async actsOf(viewer: Viewer | null, study: Pick<CaseStudyRow, 'signedAs' | 'actId'>): Promise<{ standing: ActRow | null; open: ActRow | null }> {
    const acts = await this.signatures.ofSubject(viewer, CASE_STUDY, study.signedAs);
    return { standing: acts.find((act) => act.id === study.actId) ?? null, open: acts.find((act) => act.state === 'open') ?? null };
  }

  /** Its writer offers it to the district, whose required seats are asked to sign it as it is. Every part must be told, *how* above all. */
  async offer(viewer: Viewer, id: string): Promise<CaseStudyRow> {
    return this.db.transaction(async () => {
      const study = await this.studies.lock(viewer, id, 'offer');
      const missing = PARTS.filter((part) => study[part].trim().length < PART_LEAST[part]);
      if (missing.length > 0) throw new Invalid(Object.fromEntries(missing.map((part) => [part, `This part needs at least ${PART_LEAST[part]} characters before the district can sign.`])));
      const district = { id: study.districtId, kind: 'district' as const };
      await this.proposals.propose({
        subject: { kind: CASE_STUDY, id },
        title: `Case study: ${study.title}`,
        text: signedText(study),
        seats: seatsToSign(district),
        audience: `team:${district.id}`,
        by: { accountId: viewer.accountId, name: viewer.name, organizationId: district.id },
      });
      await this.db.query(`update case_study set state = 'confirming', returned_words = null, changed_at = now() where id = $1`, [id]);
      return this.studies.get(id);
    });
  }

  /** The district sends it back to its writer, and says what is to be changed. */
  async sendBack(viewer: Viewer, id: string, words: string): Promise<CaseStudyRow> {
    return this.db.transaction(async () => {
      const study = await this.db.of(CaseStudy).findOneBy({ id });
      // Signers hold the act's row before the case study's, so whoever takes the text back takes both in that order.
      if (study && can(viewer, 'sendBack', study)) await this.proposals.retract({ kind: CASE_STUDY, id }, { accountId: viewer.accountId, name: viewer.name }, words);
      const locked = await this.studies.lock(viewer, id, 'sendBack');
      await this.backToDraft(locked, words, viewer.accountId);
      return this.studies.get(id);
    });
  }

  /** What was put up was taken back on its own page. It may be told twice, and late. */
  async retracted({ actId, subjectId }: ActFacts): Promise<void> {
    await this.db.transaction(async () => {
      const study = await this.db.of(CaseStudy).findOne({ where: { id: subjectId }, lock: { mode: 'pessimistic_write' } });
      const act = await this.db.one<{ close_reason: string | null; closed_by: string | null; latest: boolean }>(
        `select close_reason, closed_by, not exists (select 1 from joint_act later where later.subject_kind = a.subject_kind and later.subject_id = a.subject_id and later.version > a.version) as latest
         from joint_act a where a.id = $1 and a.state = 'retracted'`,
        [actId],
      );
      if (study?.state === 'confirming' && act?.latest) await this.backToDraft(study, act.close_reason, act.closed_by);
    });
  }

  private async backToDraft(study: CaseStudy, words: string | null, by: string | null): Promise<void> {
    await this.db.query(`update case_study set state = 'draft', returned_words = $2, changed_at = now(), revision = revision + 1 where id = $1`, [study.id, words]);
    await this.mail.returned(study.id, study.writerId, by);
  }

  /** All required seats have signed. */
  async completed({ actId, subjectId }: ActFacts): Promise<void> {
    const study = await this.db.of(CaseStudy).findOne({ where: { id: subjectId }, lock: { mode: 'pessimistic_write' } });
    if (!study || study.hiddenAt || after(study.state, 'confirm') === null) throw new Conflict('This case study is not the one that waits for signatures. Look at its page again.');
    await this.db.query(`update case_study set state = 'confirmed', confirmed_at = now(), act_id = $2, changed_at = now() where id = $1`, [study.id, actId]);
    await this.studies.changed(study.id, study.districtId);
  }

  /** A co-sponsor approves what the district has confirmed; with the first of them it is out. Without a name it is the first of the viewer's that has not yet. Twice is once. */
  async approve(viewer: Viewer, id: string, organizationId?: string | null): Promise<CaseStudyRow> {
    return this.db.transaction(async () => {
      const study = await this.studies.lock(viewer, id, 'approve');
      const seats = sponsorSeats(viewer);
      const approved = (await this.studies.get(id)).approvals.map((approval) => approval.organizationId);
      const seat = organizationId ? seats.find((held) => held.organizationId === organizationId) : (seats.find((held) => !approved.includes(held.organizationId)) ?? seats[0]);
      if (!seat) throw new NotAllowed();
      await this.db.query(`insert into case_study_approval (case_study_id, organization_id, account_id) values ($1, $2, $3) on conflict do nothing`, [id, seat.organizationId, viewer.accountId]);
      if (study.revises) {
        await this.proposals.readBy({ kind: CASE_STUDY, id }, 'public');
        const out = await this.revisions.takeUp(study);
        await this.mail.published(out, study.writerId, viewer.accountId);
        return this.studies.get(out);
      }
      if (study.state === 'confirmed') {
        await this.db.query(`update case_study set state = 'published', published_at = now(), audience = 'public', left_out = '[]', changed_at = now() where id = $1`, [id]);
        await this.events.publish(CaseStudyPublished, { caseStudyId: id, districtId: study.districtId });
        await this.mail.published(id, study.writerId, viewer.accountId);
        await this.studies.changed(id, study.districtId);
      }
      await this.proposals.readBy({ kind: CASE_STUDY, id }, 'public');
      return this.studies.get(id);
    });
  }

  /** A co-sponsor takes its approval back, with the reason; without a name it is the first of the viewer's that has approved. What is out stays out, and says so. */
  async unapprove(viewer: Viewer, id: string, reason: string, organizationId?: string | null): Promise<CaseStudyRow> {
    return this.db.transaction(async () => {
      const study = await this.studies.lock(viewer, id, 'unapprove');
      const mine = sponsorSeats(viewer).map((seat) => seat.organizationId);
      const taken = (await this.studies.get(id)).approvals.find((approval) => mine.includes(approval.organizationId) && (!organizationId || approval.organizationId === organizationId));
      if (!taken) throw new NotAllowed();
      await this.db.query(`delete from case_study_approval where case_study_id = $1 and organization_id = $2`, [id, taken.organizationId]);
      await this.db.query(`insert into case_study_unapproval (id, case_study_id, organization_id, reason) values ($1, $2, $3, $4)`, [newId(), id, taken.organizationId, reason]);
      await this.db.query(`update case_study set changed_at = now() where id = $1`, [id]);
      await this.mail.unapproved(study, taken.organizationId, viewer.accountId);
      await this.studies.changed(id, study.districtId);
      return this.studies.get(id);
    });
  }

  /** The district no longer stands by it. It stays, with the reason. */
  async retire(viewer: Viewer, id: string, reason: string): Promise<CaseStudyRow> {
    return this.db.transaction(async () => {
      await this.letRetire(await this.studies.lock(viewer, id, 'retire'), reason, viewer.accountId);
      return this.studies.get(id);
    });
  }

  /** A seat has taken back its signature: with it the case study is retired, for the reason that was given. */
  async ended({ actId, subjectId }: ActFacts): Promise<void> {
    const signed = await this.db.of(CaseStudy).findOne({ where: { id: subjectId }, lock: { mode: 'pessimistic_write' } });
    // What was signed as a new version stands for the one whose place it took.
    const study = signed?.state === 'taken_up' && signed.revises ? await this.db.of(CaseStudy).findOne({ where: { id: signed.revises }, lock: { mode: 'pessimistic_write' } }) : signed;
    if (study?.actId !== actId || after(study.state, 'retire') === null) return;
    const act = await this.db.one<{ close_reason: string | null }>(`select close_reason from joint_act where id = $1`, [actId]);
    await this.letRetire(study, act?.close_reason ?? 'One of the seats has taken back its signature.');
  }

  private async letRetire(study: CaseStudy, reason: string, by: string | null = null): Promise<void> {
    await this.db.query(`update case_study set state = 'retired', retired_at = now(), retire_reason = $2, changed_at = now() where id = $1`, [study.id, reason]);
    await this.events.publish(CaseStudyRetired, { caseStudyId: study.id, districtId: study.districtId });
    await this.mail.retired(study.id, study.writerId, by);
    await this.studies.changed(study.id, study.districtId);
  }

  /** A steward's word counts for what was signed of it as well: the record is read where the case study is. */
  async hide(id: string, reason: string | null): Promise<void> {
    await this.db.transaction(async () => {
      await this.studies.hide(id, reason);
      const study = await this.db.of(CaseStudy).findOneByOrFail({ id });
      for (const signed of await this.revisions.signedAs(id)) await this.proposals.readBy({ kind: CASE_STUDY, id: signed }, reason === null ? study.audience : `team:${study.districtId}`);
    });
  }

  async pathOf(id: string): Promise<string | null> {
    const signed = await this.db.of(CaseStudy).findOneBy({ id });
    const study = signed?.state === 'taken_up' && signed.revises ? await this.db.of(CaseStudy).findOneBy({ id: signed.revises }) : signed;
    return study && `/case-studies/${study.slug}`;
  }
}
