import { Injectable } from '@nestjs/common';
import { IsEnum, IsOptional } from 'class-validator';
import { Database, isId, newId } from '@app/platform/database';
import { Invalid, inputPipe, Lines, NotAllowed } from '@app/platform/graphql';
import { Mails } from '@app/platform/mail';
import { Attempts, Email } from '@app/people';
import { MailedLinks } from '@app/organizations';
import { Moderation } from './moderation.service.js';
import { ReportReasonName } from './moderation.types.js';
import type { Reported } from './reportable.js';
import { VisitorReport } from './visitor-report.entity.js';

const AN_HOUR = 20;
const WAITING_EACH = 10;
const LINK = 'moderation.visitor-report';
export const CONFIRM_REPORT = 'moderation.confirm-report';

/** What a visitor types. */
export class VisitorComplaint {
  @IsEnum(ReportReasonName, { message: 'Choose what is wrong with it.' })
  reason: ReportReasonName;

  @IsOptional() @Lines({ max: 2000, min: 0, name: 'What you add' })
  words?: string;

  @Email()
  address: string;
}

/** One thing by its kind and its id, as it stands in an address: `resource:0190…`. */
export interface About {
  kind: string;
  id: string;
}

/** A report of a visitor with what it is about; null once that is not open to everybody any more. */
export interface VisitorReportView {
  report: VisitorReport;
  reported: Reported | null;
}

/** Reports of people without an account: they reach the desk once the address has been shown to be the writer's own. */
@Injectable()
export class VisitorReports {
  constructor(
    private readonly db: Database,
    private readonly moderation: Moderation,
    private readonly attempts: Attempts,
    private readonly mails: Mails,
    private readonly links: MailedLinks,
  ) {}

  /** What everybody may read and report; null for all else, whether it is there or not. */
  async find({ kind, id }: About): Promise<Reported | null> {
    return isId(id) ? this.moderation.openOf(kind, id) : null;
  }

  /** Keeps a report and asks its address to confirm it, with one mail an hour at most: that mail's page shows all that waits. */
  async ask(about: About, typed: object, source: string): Promise<void> {
    await this.attempts.count([{ key: `visitor-report:source:${source}`, max: AN_HOUR, per: 3600 }]);
    if (!(await this.find(about))) throw new NotAllowed();
    const { reason, words, address } = (await inputPipe.transform(typed, { type: 'body', metatype: VisitorComplaint })) as VisitorComplaint;
    if (reason === ReportReasonName.other && !words) throw new Invalid({ words: 'Say in a few words what is wrong with it.' });
    await this.db.transaction(async () => {
      await this.db.query(`select pg_advisory_xact_lock(hashtextextended($1, 36250))`, [address]);
      const [counts] = await this.db.query<{ waiting: number; mailed: boolean }>(
        `select count(*) filter (where confirmed_at is null)::int as waiting, coalesce(bool_or(mailed_at > now() - interval '1 hour'), false) as mailed from visitor_report where address = $1`,
        [address],
      );
      // Whoever knows an address of somebody else gets no more out of it than this, and is told nothing of it.
      if ((counts?.waiting ?? 0) >= WAITING_EACH) return;
      const kept = await this.db.one<{ id: string }>(
        `insert into visitor_report (id, kind, subject_id, reason, words, address, mailed_at) values ($1, $2, $3, $4, $5, $6, case when $7 then null else now() end)
         on conflict (address, kind, subject_id) where confirmed_at is null do update set reason = excluded.reason, words = excluded.words, mailed_at = coalesce(excluded.mailed_at, visitor_report.mailed_at)
         returning id`,
        [newId(), about.kind, about.id, reason, words || null, address, counts?.mailed ?? false],
      );
      if (!kept || counts?.mailed) return;
      await this.mails.send({ to: { address }, kind: CONFIRM_REPORT, edition: newId(), category: 'transactional', data: { visitorReportId: kept.id } });
    });
  }

  tokenOf(id: string): string {
    return this.links.tokenOf(id, LINK);
  }

  /** All that was reported with the address to which the link was mailed; null for a link that is none, or too old. Changes nothing. */
  async behind(token: string): Promise<VisitorReportView[] | null> {
    const address = await this.addressOf(token);
    if (!address) return null;
    const reports = await this.db.of(VisitorReport).find({ where: { address }, order: { madeAt: 'ASC', id: 'ASC' } });
    return Promise.all(reports.map(async (report) => ({ report, reported: await this.find({ kind: report.kind, id: report.subjectId }) })));
  }

  /** Puts one of them on the stewards' desk. Twice is once. */
  async confirm(token: string, id: string): Promise<void> {
    const address = await this.addressOf(token);
    if (!address || !isId(id)) throw new NotAllowed();
    await this.db.transaction(async () => {
      const [report] = await this.db.rowsOf(VisitorReport, 'where t.id = $1 and t.address = $2 for update', [id, address]);
      if (!report) throw new NotAllowed();
      if (report.confirmedAt) return;
      const sent = await this.moderation.reportByVisitor({ kind: report.kind, id: report.subjectId, reason: report.reason, words: report.words }, address);
      if (sent) await this.db.query(`update visitor_report set confirmed_at = now() where id = $1`, [id]);
    });
  }

  /** Takes away what nobody has confirmed in two days, and the addresses of what was. */
  async forgetOld(): Promise<void> {
    await this.db.query(`delete from visitor_report where made_at < now() - interval '2 days'`);
  }

  private async addressOf(token: string): Promise<string | null> {
    const id = this.links.idIn(token, LINK);
    return id && isId(id) ? ((await this.db.of(VisitorReport).findOneBy({ id }))?.address ?? null) : null;
  }
}
