import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid } from '@app/platform/graphql';
import { Organizations } from '@app/organizations';
import { canonicalText, documentOf, hashOf } from './act-document.js';
import { TEXT_MAX } from './contract/limits.js';
import { ActClosed, type ActFacts, ActProposed } from './signatures.events.js';
import { SignatureMail } from './signatures.notifications.js';
import { type SeatToSign, seatWords } from './signing-seats.js';

/** A text that is to be signed. Whether somebody may propose it, the feature has decided. */
export interface Proposal {
  subject: { kind: string; id: string };
  title: string;
  text: string;
  /** Every seat that must sign, of one organization or several, in the order in which the page shows them. */
  seats: readonly SeatToSign[];
  /** Who may read it while it is open. */
  audience: string;
  /** Who may read it once all have signed; as before unless said. */
  audienceWhenComplete?: string;
  by: { accountId: string; name: string; organizationId: string };
}

/** Puts texts up for signature. A changed text is a new act with a new hash; no signature carries over to it. */
@Injectable()
export class Proposals {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly organizations: Organizations,
    private readonly mail: SignatureMail,
  ) {}

  /**
   * Freezes the text and its seats, and asks every seat to sign; answers the act's id. An open act of the same subject is
   * superseded, unless it has this very text: then it is answered as it stands. A complete one stands until the new one is complete.
   */
  async propose({ subject, title, text, seats, audience, audienceWhenComplete = audience, by }: Proposal): Promise<string> {
    if (seats.length === 0) throw new Conflict('Nobody signs for this kind of organization yet.');
    if (canonicalText(text) === '') throw new Invalid({ text: 'There is nothing to sign yet.' });
    if (text.length > TEXT_MAX) throw new Invalid({ text: `What is to be signed may have at most ${TEXT_MAX} characters, so that everybody can read it whole.` });
    const named = await this.named(seats);
    return this.db.transaction(async () => {
      // Versions of one subject are counted one after the other.
      await this.db.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`joint-act ${subject.kind} ${subject.id}`]);
      const latest = await this.db.one<{ id: string; version: number; state: string; document: string }>(
        `select id, version, state, document from joint_act where subject_kind = $1 and subject_id = $2 order by version desc limit 1`,
        [subject.kind, subject.id],
      );
      const draft = { title, text, seats: named.map((seat) => seat.words) };
      if (latest?.state === 'open' && latest.document === documentOf({ ...draft, version: latest.version })) return latest.id;
      await this.supersedeOpen(subject);
      const version = (latest?.version ?? 0) + 1;
      const document = documentOf({ ...draft, version });
      const id = newId();
      await this.db.query(
        `insert into joint_act (id, audience, audience_when_complete, subject_kind, subject_id, version, title, text, document, text_hash, proposed_by, proposer_name, proposed_for)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [id, audience, audienceWhenComplete, subject.kind, subject.id, version, canonicalText(title), canonicalText(text), document, hashOf(document), by.accountId, by.name, by.organizationId],
      );
      await this.db.query(
        `insert into joint_act_seat (id, act_id, organization_id, role, words, place)
         select s.id, $1, s.organization_id, s.role, s.words, s.place from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) with ordinality as s(id, organization_id, role, words, place)`,
        [id, named.map(() => newId()), named.map((seat) => seat.organizationId), named.map((seat) => seat.role), named.map((seat) => seat.words)],
      );
      await this.events.publish(ActProposed, { actId: id, subjectKind: subject.kind, subjectId: subject.id });
      await this.mail.asked(id, by.accountId);
      return id;
    });
  }

  /**
   * Who may read what all have signed of a subject, after its feature has let in fewer or more: the record is not read where
   * its thing is not. What was never complete keeps its circle. With `actId` it is said of that one text alone.
   */
  async readBy(subject: Proposal['subject'], audience: string, actId: string | null = null): Promise<void> {
    await this.db.query(
      `update joint_act set audience_when_complete = $3, audience = case when completed_at is null then audience else $3 end
       where subject_kind = $1 and subject_id = $2 and audience_when_complete <> $3 and (completed_at is not null or state = 'open') and ($4::uuid is null or id = $4)`,
      [subject.kind, subject.id, audience, actId],
    );
  }

  /** Takes back what waits of a subject, when its feature has decided that somebody may; answers whether anything did. Nobody can sign it any more. */
  async retract(subject: Proposal['subject'], by: { accountId: string; name: string }, reason: string): Promise<boolean> {
    return this.db.transaction(async () => {
      const closed = await this.db.query<{ id: string }>(
        `update joint_act set state = 'retracted', closed_at = now(), closed_by = $3, closer_name = $4, close_reason = $5 where subject_kind = $1 and subject_id = $2 and state = 'open' returning id`,
        [subject.kind, subject.id, by.accountId, by.name, reason],
      );
      for (const { id } of closed) await this.events.publish(ActClosed, { actId: id, subjectKind: subject.kind, subjectId: subject.id, state: 'retracted' });
      return closed.length > 0;
    });
  }

  private async supersedeOpen(subject: Proposal['subject']): Promise<void> {
    const closed = await this.db.query<{ id: string }>(
      `update joint_act set state = 'superseded', closed_at = now() where subject_kind = $1 and subject_id = $2 and state = 'open' returning id`,
      [subject.kind, subject.id],
    );
    for (const { id } of closed) await this.events.publish(ActClosed, { actId: id, subjectKind: subject.kind, subjectId: subject.id, state: 'superseded' } satisfies ActFacts & { state: 'superseded' });
  }

  private async named(seats: readonly SeatToSign[]): Promise<(SeatToSign & { words: string })[]> {
    const organizations = await this.organizations.byIds([...new Set(seats.map((seat) => seat.organizationId))]);
    return seats.map((seat) => {
      const organization = organizations.find(({ id }) => id === seat.organizationId);
      if (!organization) throw new Conflict('One of those who should sign is no longer here.');
      return { ...seat, words: seatWords(seat.role, organization) };
    });
  }
}
