import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { IsNull } from 'typeorm';
import { Database, isId, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Contributions, type Get } from '@app/platform/feature';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { Attempts, needSteward, type Viewer } from '@app/people';
import { Decision, type DecisionVerb } from './decision.entity.js';
import { ReportDecided, ThingReported } from './moderation.events.js';
import { ModerationNotices } from './moderation.notifications.js';
import { canReport, isTheirs, reportingFor } from './moderation.policy.js';
import { Report, type ReportReason, type ReportState } from './report.entity.js';
import { type Reportable, reportables, type Reported } from './reportable.js';

const REPORTS_AN_HOUR = 30;
const ANSWERS_EACH = 5;

/** What somebody says about a thing. */
export interface Complaint {
  kind: string;
  id: string;
  reason: ReportReason;
  words?: string | null;
}

/** A report told by the demo, which happened before anybody asked. */
export interface ToldReport extends Complaint {
  /** Null with a visitor, whose address is kept instead. */
  reporterId: string | null;
  visitorAddress?: string;
  organizationId: string | null;
  reported: Reported;
  at: Date;
}

/** Members and visitors report, stewards decide, authors answer. */
@Injectable()
export class Moderation {
  private readonly get: Get;

  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly contributions: Contributions,
    private readonly attempts: Attempts,
    private readonly notices: ModerationNotices,
    modules: ModuleRef,
  ) {
    this.get = (service) => modules.get(service as never, { strict: false });
  }

  /** Reports what the viewer may read. Reporting again while the first report is open answers the first. */
  async report(viewer: Viewer, { kind, id, reason, words }: Complaint): Promise<Report> {
    if (reason === 'other' && !words) throw new Invalid({ words: 'Say in a few words what is wrong with it.' });
    // Guessing at what exists counts as much as a report that is right.
    await this.attempts.count([{ key: `report:${viewer.accountId}`, max: REPORTS_AN_HOUR, per: 3600 }]);
    return this.db.transaction(async () => {
      await this.oneAtATime(kind, id);
      const reported = canReport(viewer) && isId(id) ? await this.kindOf(kind)?.find(this.get, viewer, id) : null;
      if (!reported) throw new NotAllowed();
      return this.write({ kind, id, reason, words: words || null, reporterId: viewer.accountId, organizationId: reportingFor(viewer), reported, at: new Date() });
    });
  }

  /** As {@link report}, for somebody without an account who has shown that the address is theirs; null for what is not open to everybody. */
  async reportByVisitor({ kind, id, reason, words }: Complaint, address: string): Promise<Report | null> {
    return this.db.transaction(async () => {
      await this.oneAtATime(kind, id);
      const reported = await this.openOf(kind, id);
      return reported && this.write({ kind, id, reason, words: words || null, reporterId: null, visitorAddress: address, organizationId: null, reported, at: new Date() });
    });
  }

  /** Something that everybody may read, as a report would keep it. */
  async openOf(kind: string, id: string): Promise<Reported | null> {
    return (await this.kindOf(kind)?.find(this.get, null, id)) ?? null;
  }

  /** As {@link report}, for the demo's chapters: whoever calls answers for the reporter's right to read. */
  reportFor(told: ToldReport): Promise<Report> {
    return this.db.transaction(() => this.write(told));
  }

  /** Leaves the thing as it is and tells everybody who reported it why. */
  async dismiss(viewer: Viewer, reportId: string, words: string): Promise<Report> {
    return this.decide(viewer, reportId, 'dismissed', words, { from: 'open' });
  }

  /** Hides the thing from everybody but its author, who is told why and how to answer. */
  async takeDown(viewer: Viewer, reportId: string, words: string): Promise<Report> {
    return this.decide(viewer, reportId, 'taken_down', words, { from: 'open', act: (kind, id) => kind.takeDown(this.get, id, words) });
  }

  /** Lets a thing stand again that was taken down. */
  async restore(viewer: Viewer, reportId: string, words: string): Promise<Report> {
    return this.decide(viewer, reportId, 'restored', words, { from: 'taken_down', act: (kind, id) => kind.restore(this.get, id) });
  }

  /** The author's side, put before the stewards. It restores nothing by itself. */
  async answer(viewer: Viewer, decisionId: string, words: string): Promise<Decision> {
    return this.db.transaction(async () => {
      const decision = await this.db.of(Decision).findOneBy({ id: decisionId, verb: 'taken_down' });
      const report = decision && (await this.db.of(Report).findOneBy({ id: decision.reportId }));
      if (!report || !isTheirs(viewer, report)) throw new NotAllowed();
      await this.oneAtATime(report.kind, report.subjectId);
      const { state } = await this.db.of(Report).findOneByOrFail({ id: report.id });
      if (state !== 'taken_down') throw new Conflict('It already stands again, so there is nothing left to answer.');
      if ((await this.db.of(Decision).countBy({ answersId: decisionId })) >= ANSWERS_EACH) throw new Conflict('You have answered five times. The stewards have it all before them; wait for their word.');
      const answer = await this.note('answered', report, viewer.accountId, words, decisionId);
      await this.notices.answered(answer, viewer.accountId);
      return answer;
    });
  }

  /** Leaves a thing taken down after its author has answered, and tells them why. */
  async uphold(viewer: Viewer, reportId: string, words: string): Promise<Report> {
    needSteward(viewer);
    return this.db.transaction(async () => {
      const asked = await this.db.of(Report).findOneBy({ id: reportId });
      if (!asked) throw new NotAllowed();
      await this.oneAtATime(asked.kind, asked.subjectId);
      const report = await this.db.of(Report).findOneByOrFail({ id: reportId });
      const said = report.decisionId ? await this.db.of(Decision).find({ where: { answersId: report.decisionId }, order: { at: 'DESC', id: 'DESC' }, take: 1 }) : [];
      if (report.state !== 'taken_down' || !report.decisionId || said[0]?.verb !== 'answered') throw new Conflict('No answer of the author waits here any more.');
      const decision = await this.note('upheld', report, viewer.accountId, words, report.decisionId);
      await this.notices.upheld(decision, report);
      return report;
    });
  }

  /** The page of a reported thing, under the steward's own rights: null in rooms that are not theirs. */
  async placeOf(viewer: Viewer, reportId: string): Promise<string | null> {
    const report = viewer.isSteward && isId(reportId) ? await this.db.of(Report).findOneBy({ id: reportId }) : null;
    const found = report && (await this.kindOf(report.kind)?.find(this.get, viewer, report.subjectId));
    return found?.path ?? null;
  }

  private async write({ kind, id, reason, words, reporterId, visitorAddress, organizationId, reported, at }: ToldReport): Promise<Report> {
    const report: Report = {
      id: newId(), kind, subjectId: id, reporterId, byVisitor: visitorAddress !== undefined, visitorAddress: visitorAddress ?? null, reporterOrganizationId: organizationId, reason, words: words || null, title: reported.title, text: reported.text, path: reported.path,
      authorId: reported.authorId, authorOrganizationId: reported.organizationId, state: 'open', decisionId: null, decidedBy: null, decisionWords: null, createdAt: at, decidedAt: null,
    };
    const already = await this.db.of(Report).findOneBy({ kind, subjectId: id, state: 'open', ...(visitorAddress ? { visitorAddress } : { reporterId: reporterId ?? IsNull() }) });
    if (already) return already;
    await this.db.of(Report).insert(report);
    await this.events.publish(ThingReported, { reportId: report.id, kind, subjectId: id });
    await this.notices.reported(report);
    return report;
  }

  private async decide(viewer: Viewer, reportId: string, to: Exclude<ReportState, 'open'>, words: string, { from, act }: { from: ReportState; act?: (kind: Reportable, id: string) => Promise<void> }): Promise<Report> {
    needSteward(viewer);
    return this.db.transaction(async () => {
      const asked = await this.db.of(Report).findOneBy({ id: reportId });
      if (!asked) throw new NotAllowed();
      await this.oneAtATime(asked.kind, asked.subjectId);
      const report = await this.db.of(Report).findOneByOrFail({ id: reportId });
      if (report.state !== from) throw new Conflict(from === 'open' ? 'Another steward has already decided this report.' : 'This is not taken down any more.');
      if (act) {
        const kind = this.kindOf(report.kind);
        if (!kind) throw new Conflict('Nothing of this kind exists here any more, so there is nothing to act on.');
        await act(kind, report.subjectId);
      }
      const decision = await this.note(to, report, viewer.accountId, words, null);
      const decided = { state: to, decisionId: decision.id, decidedBy: viewer.accountId, decisionWords: words, decidedAt: decision.at, visitorAddress: null };
      const closed = await this.db.of(Report).findBy({ kind: report.kind, subjectId: report.subjectId, state: from });
      await this.db.of(Report).update({ kind: report.kind, subjectId: report.subjectId, state: from }, decided);
      await this.notices.decided(decision, closed);
      return { ...report, ...decided };
    });
  }

  private async note(verb: DecisionVerb, report: Report, byId: string, words: string, answersId: string | null): Promise<Decision> {
    const decision: Decision = { id: newId(), verb, kind: report.kind, subjectId: report.subjectId, reportId: report.id, answersId, byId, words, at: new Date() };
    await this.db.of(Decision).insert(decision);
    await this.events.publish(ReportDecided, { decisionId: decision.id, reportId: report.id, verb, kind: report.kind, subjectId: report.subjectId });
    return decision;
  }

  /** Reports and decisions on one thing wait for each other, so that none slips past a decision. */
  private async oneAtATime(kind: string, subjectId: string): Promise<void> {
    await this.db.query(`select pg_advisory_xact_lock(hashtextextended($1, 5500))`, [`${kind}:${subjectId.toLowerCase()}`]);
  }

  private kindOf(kind: string): Reportable | undefined {
    return this.contributions.of(reportables).find((reportable) => reportable.kind === kind);
  }
}
