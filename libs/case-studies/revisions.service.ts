import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { CaseStudy } from './case-study.entity.js';
import { CaseStudyPublished } from './case-studies.events.js';
import { CaseStudyMail } from './case-studies.notifications.js';
import { assigningSeat, canRead } from './case-studies.policy.js';
import type { CaseStudyRow } from './case-studies.queries.js';
import { CaseStudies } from './case-studies.service.js';

/**
 * New versions of what is out. A new version is a case study of its own that is written, signed and approved like any other;
 * until then everybody reads the former one. Then its words take the former's place, at the same address.
 */
@Injectable()
export class Revisions {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly studies: CaseStudies,
    private readonly mail: CaseStudyMail,
  ) {}

  /** Has a new version written, which begins with the words that are out. */
  async begin(viewer: Viewer, id: string, writerId: string, organizationId?: string | null): Promise<CaseStudyRow> {
    await this.studies.needWriter(writerId);
    return this.db.transaction(async () => {
      const { slug, audience: _audience, districtId, conferenceId, title, principles, context, process, tools, outcomes, how, version } = await this.studies.lock(viewer, id, 'revise');
      const seat = assigningSeat(viewer, districtId, organizationId);
      if (!seat) throw new NotAllowed();
      if (await this.db.one(`select from case_study where revises = $1 and state in ('draft', 'confirming', 'confirmed')`, [id])) throw new Conflict('A new version is under way already. You find it on the page of the case study.');
      const [nextId, now] = [newId(), new Date()];
      await this.db.of(CaseStudy).insert({
        id: nextId, slug: await this.studies.freeSlug(slug, `version ${version + 1}`, nextId), audience: `team:${districtId}`, districtId, conferenceId, title, principles, context, process, tools, outcomes, how,
        state: 'draft', revises: id, version: version + 1, writerId, assignedFor: seat.organizationId, assignedBy: viewer.accountId, createdAt: now, changedAt: now,
      });
      await this.mail.assigned(nextId, writerId, viewer.accountId);
      return this.studies.get(nextId);
    });
  }

  /** Where the next version stands, for who may read it. */
  nextOf(viewer: Viewer | null, { next }: Pick<CaseStudyRow, 'next'>): { slug: string; state: CaseStudyRow['state'] } | null {
    return next && canRead(viewer, next) ? { slug: next.slug, state: next.state } : null;
  }

  /** A signed version that a co-sponsor has just approved takes the place of the one that is out. Answers the id of that one. */
  async takeUp(revision: CaseStudy): Promise<string> {
    const id = revision.revises ?? '';
    const out = await this.db.of(CaseStudy).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!out || out.state !== 'published' || out.hiddenAt) throw new Conflict('The case study that this was to follow is no longer out, so nothing can take its place.');
    await this.db.query(`insert into case_study_version (case_study_id, number, title, act_id, published_at) select id, version, title, act_id, published_at from case_study where id = $1`, [id]);
    await this.db.query(`update case_study set state = 'taken_up', changed_at = now() where id = $1`, [revision.id]);
    await this.db.query(
      `update case_study s set title = n.title, principles = n.principles, context = n.context, process = n.process, tools = n.tools, outcomes = n.outcomes, how = n.how, writer_id = n.writer_id,
         act_id = n.act_id, confirmed_at = n.confirmed_at, version = n.version, published_at = now(), changed_at = now(), revision = s.revision + 1
       from case_study n where s.id = $1 and n.id = $2`,
      [id, revision.id],
    );
    // Whoever approved the former words, or took that back, has said nothing of these.
    await this.db.query(`delete from case_study_approval where case_study_id = $1`, [id]);
    await this.db.query(`delete from case_study_unapproval where case_study_id = $1`, [id]);
    await this.db.query(`update case_study_approval set case_study_id = $1 where case_study_id = $2`, [id, revision.id]);
    await this.events.publish(CaseStudyPublished, { caseStudyId: id, districtId: out.districtId });
    await this.studies.changed(id, out.districtId);
    return id;
  }

  /** Under which ids a case study was signed: its own, and those of the versions that were taken up. */
  async signedAs(id: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(`select id from case_study where revises = $1 and state = 'taken_up'`, [id]);
    return [id, ...rows.map((row) => row.id)];
  }
}
