import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { type MailOrder, Mails } from '@app/platform/mail';
import type { WaitingSource } from '@app/people';

export const ASKED_MAIL = 'signatures.asked';
export const REMINDER_MAIL = 'signatures.reminder';
export const COMPLETE_MAIL = 'signatures.complete';
export const ENDED_MAIL = 'signatures.ended';
export const INHERITED_MAIL = 'signatures.inherited';

/** What the mails are told; the words are read when a mail is written, and only if it still is true. */
export interface ActMailData {
  actId: string;
  seatId: string;
}

/** So many days after a text was put up, whoever has not signed is reminded. After the last of them it is for the others to ask. */
export const REMINDER_DAYS = [2, 5, 9] as const;

interface Addressee {
  seat_id: string;
  account_id: string;
  email: string;
}

const SITS = `from joint_act_seat s join seat st on st.organization_id = s.organization_id and st.role = s.role join account a on a.id = st.account_id`;
const UNSIGNED = `not exists (select 1 from joint_signature g where g.seat_id = s.id and g.withdrawn_at is null)`;

/** Writes to those who sit in the seats of an act, in the transaction that gave the reason. */
@Injectable()
export class SignatureMail {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
  ) {}

  /** To everybody who is to sign, except whoever asks. */
  async asked(actId: string, askedBy: string): Promise<void> {
    await this.tell(ASKED_MAIL, actId, actId, `s.act_id = $1 and a.id <> $2 and ${UNSIGNED}`, [askedBy]);
  }

  /** To one person who has taken a seat that is to sign. */
  async askedOne(actId: string, accountId: string): Promise<void> {
    await this.tell(ASKED_MAIL, actId, actId, `s.act_id = $1 and a.id = $2 and ${UNSIGNED}`, [accountId]);
  }

  /** To one person whose seat signed before they sat there. */
  async inherited(actId: string, accountId: string): Promise<void> {
    await this.tell(INHERITED_MAIL, actId, actId, `s.act_id = $1 and a.id = $2 and not ${UNSIGNED}`, [accountId]);
  }

  /** To the missing only, at most once a day, except to whoever asks; answers how many new mails that made. */
  remindNow(actId: string, askedBy: string): Promise<number> {
    return this.tell(REMINDER_MAIL, actId, `${actId} ${new Date().toISOString().slice(0, 10)}`, `s.act_id = $1 and a.id <> $2 and ${UNSIGNED}`, [askedBy]);
  }

  /** To everybody whose seat has signed. */
  async complete(actId: string): Promise<void> {
    await this.tell(COMPLETE_MAIL, actId, actId, `s.act_id = $1`);
  }

  /** To everybody else whose seat had signed. */
  async ended(actId: string, endedBy: string): Promise<void> {
    await this.tell(ENDED_MAIL, actId, actId, `s.act_id = $1 and a.id <> $2`, [endedBy]);
  }

  /** The next round of reminders wherever one is due, at most 200 acts; may run twice and in several places at once. Answers how many acts had one. */
  remindDue(): Promise<number> {
    return this.db.transaction(async () => {
      const due = await this.db.query<{ id: string }>(
        `with due as (
           select a.id, (select count(*) from unnest($1::int[]) as step(days) where a.created_at <= now() - make_interval(days => step.days)) as passed
           from joint_act a where a.state = 'open' and a.reminders < $2 and a.created_at <= now() - make_interval(days => ($1::int[])[a.reminders + 1])
           order by a.created_at limit 200 for update skip locked)
         update joint_act set reminders = due.passed from due where joint_act.id = due.id returning joint_act.id`,
        [[...REMINDER_DAYS], REMINDER_DAYS.length],
      );
      for (const { id } of due) await this.tell(REMINDER_MAIL, id, `${id} ${new Date().toISOString().slice(0, 10)}`, `s.act_id = $1 and ${UNSIGNED}`);
      return due.length;
    });
  }

  private async tell(kind: string, actId: string, edition: string, where: string, parameters: unknown[] = []): Promise<number> {
    const addressees = await this.db.query<Addressee>(`select distinct on (a.id) s.id as seat_id, a.id as account_id, a.email ${SITS} where ${where} order by a.id, s.place`, [actId, ...parameters]);
    return this.mails.sendAll(
      addressees.map((one): MailOrder => ({
        to: { personId: one.account_id, address: one.email },
        kind,
        edition,
        category: 'notice',
        data: { actId, seatId: one.seat_id } satisfies ActMailData,
      })),
    );
  }
}

interface WaitingRow {
  id: string;
  act_id: string;
  title: string;
  proposer_name: string;
  mine: boolean;
  since: string;
}

/** The signatures that are missing from the seats somebody sits in. Others of the team see nothing of it: nobody signs for another. */
export const missingSignatures: WaitingSource = {
  name: 'signatures',
  read: async (get, viewer) => {
    const rows = await get(Database).read<WaitingRow>(
      `select s.id, s.act_id, act.title, act.proposer_name, act.proposed_by = $1 as mine, act.created_at as since
       ${SITS} join joint_act act on act.id = s.act_id where a.id = $1 and act.state = 'open' and ${UNSIGNED} order by act.created_at limit 20`,
      [viewer.accountId],
    );
    return rows.map((row) => ({
      key: `signatures.missing:${row.id}`,
      title: row.mine ? `You have yet to sign “${row.title}”` : `${row.proposer_name} asks you to sign “${row.title}”`,
      path: `/acts/${row.act_id}`,
      since: new Date(row.since),
      urgency: 1,
      first: true,
    }));
  },
};
