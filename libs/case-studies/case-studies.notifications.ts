import { Injectable } from '@nestjs/common';
import { Mails } from '@app/platform/mail';
import { Accounts, type WaitingSource } from '@app/people';
import { Database } from '@app/platform/database';
import { LEADERS } from '@app/organizations';
import { sponsorSeats } from './case-studies.policy.js';

export const ASSIGNED_MAIL = 'case-studies.assigned';
export const RETURNED_MAIL = 'case-studies.returned';
export const PUBLISHED_MAIL = 'case-studies.published';
export const RETIRED_MAIL = 'case-studies.retired';
export const UNAPPROVED_MAIL = 'case-studies.unapproved';

export interface CaseStudyMailData {
  caseStudyId: string;
  /** The co-sponsor that it is about, where it is. */
  sponsorId?: string;
}

/** Writes to whoever is to write, or has written; and to its district when a co-sponsor no longer stands behind it. */
@Injectable()
export class CaseStudyMail {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly accounts: Accounts,
  ) {}

  /** You are asked to write; not to whoever asked themselves. */
  assigned(caseStudyId: string, writerId: string, by: string): Promise<void> {
    return this.tell(ASSIGNED_MAIL, caseStudyId, writerId, by);
  }

  /** The district wants something changed. */
  returned(caseStudyId: string, writerId: string | null, by: string | null): Promise<void> {
    return this.tell(RETURNED_MAIL, caseStudyId, writerId, by);
  }

  /** What you have written is out. */
  published(caseStudyId: string, writerId: string | null, by: string | null): Promise<void> {
    return this.tell(PUBLISHED_MAIL, caseStudyId, writerId, by);
  }

  /** The district no longer stands by what you have written. */
  retired(caseStudyId: string, writerId: string | null, by: string | null): Promise<void> {
    return this.tell(RETIRED_MAIL, caseStudyId, writerId, by);
  }

  /** A co-sponsor has taken its approval back: to those who lead the district, and to the writer. */
  async unapproved({ id: caseStudyId, districtId, writerId }: { id: string; districtId: string; writerId: string | null }, sponsorId: string, by: string): Promise<void> {
    const leaders = await this.db.query<{ id: string }>(`select distinct st.account_id as id from seat st where st.organization_id = $1 and st.account_id is not null and st.role in (${LEADERS}) order by 1`, [districtId]);
    const readers = new Set([...leaders.map(({ id }) => id), ...(writerId && writerId !== by ? [writerId] : [])]);
    await this.send(UNAPPROVED_MAIL, { caseStudyId, sponsorId }, [...readers]);
  }

  private async tell(kind: string, caseStudyId: string, to: string | null, by: string | null): Promise<void> {
    if (to && to !== by) await this.send(kind, { caseStudyId }, [to]);
  }

  private async send(kind: string, data: CaseStudyMailData, to: readonly string[]): Promise<void> {
    const people = await this.accounts.byIds([...to]);
    const edition = `${data.caseStudyId} ${new Date().toISOString()}`;
    await this.mails.sendAll(people.map((one) => ({ to: { personId: one.id, address: one.email }, kind, edition, category: 'notice', data: { ...data } })));
  }
}

interface WaitingRow {
  id: string;
  slug: string;
  title: string;
  state: string;
  district: string;
  changed_at: string;
}

/** Drafts that wait for their writer, and what a co-sponsor could approve. */
export const caseStudiesWaiting: WaitingSource = {
  name: 'case-studies',
  read: async (get, viewer) => {
    const approves = sponsorSeats(viewer).length > 0;
    const rows = await get(Database).read<WaitingRow>(
      `(select s.id, s.slug, s.title, s.state, o.name as district, s.changed_at from case_study s join organization o on o.id = s.district_id
        where s.writer_id = $1 and s.state = 'draft' and s.hidden_at is null order by s.changed_at limit 20)
       union all
       (select s.id, s.slug, s.title, s.state, o.name, s.changed_at from case_study s join organization o on o.id = s.district_id
        where $2::boolean and s.state = 'confirmed' and s.hidden_at is null and s.writer_id is distinct from $1 order by s.confirmed_at limit 20)`,
      [viewer.accountId, approves],
    );
    return rows.map((row) =>
      row.state === 'draft'
        ? { key: `case-studies.draft:${row.id}`, title: `You are writing “${row.title}” about ${row.district}`, path: `/case-studies/${row.slug}/write`, since: new Date(row.changed_at), urgency: 2 as const }
        : { key: `case-studies.confirmed:${row.id}`, title: `${row.district} has confirmed its case study “${row.title}”: a co-sponsor can approve it`, path: `/case-studies/${row.slug}`, since: new Date(row.changed_at), urgency: 3 as const },
    );
  },
};
