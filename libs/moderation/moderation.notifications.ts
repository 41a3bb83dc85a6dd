import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Mails } from '@app/platform/mail';
import { Accounts, type WaitingSource } from '@app/people';
import { Organizations, speaks } from '@app/organizations';
import type { Decision } from './decision.entity.js';
import type { Report } from './report.entity.js';

/** Mail to whoever must act or has waited: stewards, authors, reporters. */
@Injectable()
export class ModerationNotices {
  constructor(
    private readonly mails: Mails,
    private readonly accounts: Accounts,
    private readonly organizations: Organizations,
  ) {}

  async reported(report: Report): Promise<void> {
    await this.toStewards('moderation.reported', report.id, { reportId: report.id }, report.reporterId);
  }

  async answered(answer: Decision, authorId: string): Promise<void> {
    await this.toStewards('moderation.answered', answer.id, { decisionId: answer.id }, authorId);
  }

  /** Tells the author of what was taken down or restored, and everybody whose report this closes. */
  async decided(decision: Decision, closed: readonly Report[]): Promise<void> {
    const data = { decisionId: decision.id };
    const mail = { edition: decision.id, category: 'notice', data } as const;
    if (decision.verb !== 'dismissed') {
      const kind = decision.verb === 'restored' ? 'moderation.restored' : 'moderation.taken-down';
      const authors = await this.authorsOf(closed);
      await this.mails.sendAll(authors.map((person) => ({ to: { personId: person.id, address: person.email }, kind, ...mail })));
    }
    if (decision.verb === 'restored') return;
    const reporters = await this.accounts.byIds(closed.flatMap((report) => report.reporterId ?? []));
    const told = [...reporters.map((person) => ({ personId: person.id, address: person.email })), ...closed.flatMap(({ visitorAddress }) => (visitorAddress ? [{ address: visitorAddress }] : []))];
    await this.mails.sendAll(told.map((to) => ({ to, kind: 'moderation.report-answered', ...mail })));
  }

  async upheld(decision: Decision, report: Report): Promise<void> {
    const authors = await this.authorsOf([report]);
    await this.mails.sendAll(authors.map((person) => ({ to: { personId: person.id, address: person.email }, kind: 'moderation.upheld', edition: decision.id, category: 'notice', data: { decisionId: decision.id } })));
  }

  /** The author; where a thing has none, whoever speaks for the organization that posted it. */
  private async authorsOf(reports: readonly Report[]): Promise<{ id: string; email: string }[]> {
    const authorId = reports.find((report) => report.authorId)?.authorId;
    if (authorId) return this.accounts.byIds([authorId]);
    const organizationId = reports.find((report) => report.authorOrganizationId)?.authorOrganizationId;
    if (!organizationId) return [];
    const seats = await this.organizations.seatsIn([organizationId]);
    return this.accounts.byIds(seats.filter((seat) => speaks(seat.role)).flatMap((seat) => seat.accountId ?? []));
  }

  private async toStewards(kind: string, edition: string, data: Record<string, unknown>, except: string | null): Promise<void> {
    const stewards = (await this.accounts.stewards()).filter((steward) => steward.id !== except);
    await this.mails.sendAll(stewards.map((steward) => ({ to: { personId: steward.id, address: steward.email }, kind, edition, category: 'notice', data, priority: 1 })));
  }
}

interface WaitingRow {
  id: string;
  title: string;
  since: string;
  answered: boolean;
  visitor: boolean;
}

/** What waits for stewards: open reports, and authors who have answered a taking down. */
export const waitingReports: WaitingSource = {
  name: 'moderation',
  read: async (get, viewer) => {
    if (!viewer.isSteward) return [];
    const rows = await get(Database).read<WaitingRow>(
      `(select id, title, created_at as since, false as answered, by_visitor as visitor from report where state = 'open' order by created_at limit 20)
       union all
       (select r.id, r.title, max(a.at), true, false from report r join decision d on d.id = r.decision_id and d.report_id = r.id join decision a on a.answers_id = d.id
        where r.state = 'taken_down' and a.verb = 'answered' and not exists (select 1 from decision u where u.answers_id = d.id and u.verb = 'upheld' and u.at > a.at)
        group by r.id, r.title order by max(a.at) limit 20)
       order by since limit 20`,
    );
    return rows.map(({ id, title, since, answered, visitor }) =>
      answered
        ? { key: `moderation.answered:${id}`, title: `The author answers: ${title}`, path: '/steward#decided', since: new Date(since), urgency: 2 as const }
        : { key: `moderation.reported:${id}`, title: `A ${visitor ? 'visitor' : 'member'} reports: ${title}`, path: '/steward', since: new Date(since), urgency: 1 as const },
    );
  },
};
