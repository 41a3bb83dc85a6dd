import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Mails } from '@app/platform/mail';
import type { WaitingSource } from '@app/people';
import { LEADERS, READERS_ONLY, seatsOf, speaks } from '@app/organizations';
import { approvingSeats } from './practices.policy.js';
import { BY_STATE } from './stage.js';

export const DUE_MAIL = 'practices.due';
export const LAPSED_MAIL = 'practices.lapsed';
export const APPROVED_MAIL = 'practices.approved';
export const UNAPPROVED_MAIL = 'practices.unapproved';
export const NO_LONGER_MAIL = 'practices.no-longer';

/** What the mails are told; the words are read when a mail is written, and only if it still is true. */
export interface PracticeMailData {
  practiceId: string;
  /** The co-sponsor that it is about or for, where it is. */
  sponsorId?: string;
}

const now = (): string => new Date().toISOString();
const today = (): string => now().slice(0, 10);

/** Writes to whoever leads a district about the records that it vouches for, and to co-sponsors about those that they stood behind. */
@Injectable()
export class DueNotices {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
  ) {}

  /** A year has gone by: do you still do it? */
  due(practiceId: string, organizationId: string): Promise<void> {
    return this.tellLeaders(DUE_MAIL, { practiceId }, organizationId, today());
  }

  /** Two years have gone by, and nobody has said so. */
  lapsed(practiceId: string, organizationId: string): Promise<void> {
    return this.tellLeaders(LAPSED_MAIL, { practiceId }, organizationId, today());
  }

  /** A co-sponsor stands behind it. */
  approved(practiceId: string, organizationId: string, sponsorId: string): Promise<void> {
    return this.tellLeaders(APPROVED_MAIL, { practiceId, sponsorId }, organizationId, `${sponsorId} ${now()}`);
  }

  /** A co-sponsor has taken that back. */
  unapproved(practiceId: string, organizationId: string, sponsorId: string): Promise<void> {
    return this.tellLeaders(UNAPPROVED_MAIL, { practiceId, sponsorId }, organizationId, `${sponsorId} ${now()}`);
  }

  /** What co-sponsors stood behind holds no more: whoever speaks for them hears of it. */
  async noLonger(practiceId: string, sponsorIds: readonly string[]): Promise<void> {
    const people = await this.db.query<{ id: string; email: string; organization_id: string }>(
      `select distinct a.id, a.email, st.organization_id from seat st join account a on a.id = st.account_id where st.organization_id = any($1::uuid[]) and st.role not in (${READERS_ONLY}) order by a.id`,
      [sponsorIds],
    );
    for (const sponsorId of sponsorIds) await this.tell(NO_LONGER_MAIL, { practiceId, sponsorId }, people.filter((one) => one.organization_id === sponsorId), `${sponsorId} ${now()}`);
  }

  private async tellLeaders(kind: string, data: PracticeMailData, organizationId: string, when: string): Promise<void> {
    const people = await this.db.query<{ id: string; email: string }>(
      `select distinct a.id, a.email from seat st join account a on a.id = st.account_id where st.organization_id = $1 and st.role in (${LEADERS}) order by a.id`,
      [organizationId],
    );
    await this.tell(kind, data, people, when);
  }

  private async tell(kind: string, data: PracticeMailData, people: readonly { id: string; email: string }[], when: string): Promise<void> {
    await this.mails.sendAll(people.map((one) => ({ to: { personId: one.id, address: one.email }, kind, edition: `${data.practiceId} ${when}`, category: 'notice', data: { ...data } })));
  }
}

interface WaitingRow {
  id: string;
  slug: string;
  title: string;
  district: string;
  affirmed_at: string;
  mine: boolean;
}

/** What waits: records of one's own district to confirm again, and for co-sponsors what districts have affirmed and nobody has approved. */
export const practicesWaiting: WaitingSource = {
  name: 'practices',
  read: async (get, viewer) => {
    const own = seatsOf(viewer).filter((seat) => seat.kind === 'district' && speaks(seat.role)).map((seat) => seat.organizationId);
    const approves = approvingSeats(viewer).length > 0;
    if (own.length === 0 && !approves) return [];
    const rows = await get(Database).read<WaitingRow>(
      `select p.id, p.slug, p.title, o.name as district, p.affirmed_at, p.organization_id = any($1::uuid[]) as mine from practice p join organization o on o.id = p.organization_id
       where p.audience = any($2) and p.hidden_at is null and p.withdrawn_at is null
         and ((p.organization_id = any($1::uuid[]) and ${BY_STATE.due}) or ($3::boolean and ${BY_STATE.affirmed}))
       order by p.affirmed_at, p.id limit 20`,
      [own, viewer.keys, approves],
    );
    return rows.map((row) =>
      row.mine
        ? { key: `practices.due:${row.id}`, title: `Do you still do “${row.title}”? Confirm it again, or say that it has ended`, path: `/practices/${row.slug}`, since: new Date(row.affirmed_at), urgency: 2 as const }
        : { key: `practices.affirmed:${row.id}`, title: `${row.district} has affirmed “${row.title}”: a co-sponsor can approve it`, path: `/practices/${row.slug}`, since: new Date(row.affirmed_at), urgency: 3 as const },
    );
  },
};
