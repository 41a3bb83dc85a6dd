import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { type MailOrder, Mails } from '@app/platform/mail';
import type { WaitingSource } from '@app/people';
import { READERS_ONLY, type SeatRole, seatsOf, signingRoles, speaks } from '@app/organizations';
import type { AudienceKeepers } from '@app/discussions';

export const ASKED_MAIL = 'mentoring.asked';
export const ANSWERED_MAIL = 'mentoring.answered';
export const ENDED_MAIL = 'mentoring.ended';

/** What the mails are told: the words are read when a mail is written, under the rights that hold then. */
export interface LinkMailData {
  linkId: string;
}

interface Addressee {
  account_id: string;
  email: string;
}

/** Writes to whoever has to act on a link, in the transaction that changed it. */
@Injectable()
export class MentoringMail {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
  ) {}

  /** To the three who sign for the mentor: only they decide what their district takes on. */
  asked(linkId: string): Promise<void> {
    return this.tell(ASKED_MAIL, linkId, `s.organization_id = l.mentor_organization_id and s.role = any($2)`, [signingRoles('district')]);
  }

  /** To everybody who speaks for the asking team. */
  answered(linkId: string): Promise<void> {
    return this.tell(ANSWERED_MAIL, linkId, `s.organization_id = l.mentee_organization_id and s.role not in (${READERS_ONLY})`);
  }

  /** To the signing seats of both teams, except whoever ended it. */
  ended(linkId: string, endedBy: string): Promise<void> {
    return this.tell(ENDED_MAIL, linkId, `s.organization_id in (l.mentor_organization_id, l.mentee_organization_id) and s.role = any($2) and s.account_id <> $3`, [signingRoles('district'), endedBy]);
  }

  private async tell(kind: string, linkId: string, where: string, parameters: unknown[] = []): Promise<void> {
    const addressees = await this.db.query<Addressee>(
      `select distinct a.id as account_id, a.email from mentoring_link l join seat s on ${where} join account a on a.id = s.account_id where l.id = $1`,
      [linkId, ...parameters],
    );
    await this.mails.sendAll(
      addressees.map((one): MailOrder => ({
        to: { personId: one.account_id, address: one.email },
        kind,
        edition: linkId,
        category: 'notice',
        data: { linkId } satisfies LinkMailData,
      })),
    );
  }
}

interface WaitingRow {
  id: string;
  name: string;
  kind: 'asked' | 'accepted' | 'declined';
  since: string;
}

/** After so many days an ask is overdue: the other team is stuck without an answer. */
const OVERDUE_DAYS = 3;
/** For how long an answer nobody has looked at is still news. */
const NEWS_DAYS = 30;

/** Asks that wait for the mentor's answer, and answers that the asking team has not seen. */
export const openAsks: WaitingSource = {
  name: 'mentoring',
  read: async (get, viewer) => {
    const speaking: { role: SeatRole; organizationId: string }[] = seatsOf(viewer).filter((seat) => speaks(seat.role));
    if (speaking.length === 0) return [];
    const rows = await get(Database).read<WaitingRow>(
      `select l.id, mentee.name, 'asked' as kind, l.created_at as since
       from mentoring_link l join organization mentee on mentee.id = l.mentee_organization_id
       where l.mentor_organization_id = any($1::uuid[]) and l.state = 'asked'
       union all
       select l.id, mentor.name, l.state, l.answered_at
       from mentoring_link l join organization mentor on mentor.id = l.mentor_organization_id
       where l.mentee_organization_id = any($1::uuid[]) and l.state in ('accepted', 'declined') and l.answer_seen_at is null
         and l.answered_at > now() - make_interval(days => ${NEWS_DAYS})
       order by since limit 20`,
      [speaking.map((seat) => seat.organizationId)],
    );
    return rows.map((row) => ({ key: `mentoring.${row.kind}:${row.id}`, title: titles[row.kind](row.name), path: `/mentoring/${row.id}`, since: new Date(row.since), urgency: urgencyOf(row) }));
  },
};

const titles: Record<WaitingRow['kind'], (name: string) => string> = {
  asked: (name) => `${name} asks you for mentoring`,
  accepted: (name) => `${name} has said yes to mentoring you`,
  declined: (name) => `${name} cannot mentor you now`,
};

function urgencyOf({ kind, since }: WaitingRow): 1 | 2 | 3 {
  if (kind !== 'asked') return kind === 'accepted' ? 2 : 3;
  return Date.now() - Date.parse(since) > OVERDUE_DAYS * 24 * 60 * 60 * 1000 ? 1 : 2;
}

const signing = signingRoles('district').map((role) => `'${role}'`).join(', ');

/** Every letter in a link's thread concerns the three of both teams, whoever of them wrote before. */
export const linkKeepers: AudienceKeepers = {
  prefix: 'link',
  sql: `select ks.account_id as id from mentoring_link kl join seat ks on ks.organization_id in (kl.mentor_organization_id, kl.mentee_organization_id)
        where kl.audience = t.audience and ks.role in (${signing}) and ks.account_id is not null`,
};
