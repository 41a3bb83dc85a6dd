import { Injectable } from '@nestjs/common';
import { Database, isId, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict, Invalid, NotAllowed } from '@app/platform/graphql';
import { Confirmations, type Viewer } from '@app/people';
import { type SeatRole } from '@app/organizations';
import type { ActState } from './joint-act.entity.js';
import { SignatureMail } from './signatures.notifications.js';
import { ActClosed, ActCompleted, type ActFacts, ActSigned, SignatureWithdrawn } from './signatures.events.js';
import { canRemind, canRetract, canSign, canWithdraw, sitsIn } from './signatures.policy.js';
import { type ActRow, ActReads, type ActSeatRow, type StandingRow } from './signatures.queries.js';
import { isOwnName } from './signing-name.js';
import { roleTitle } from './signing-seats.js';
import { ActSubjects } from './subject.js';

/** What a signer gives, besides being who they are. */
export interface SignatureGiven {
  seatId: string;
  /** The hash of the text they have before them. */
  textHash: string;
  challengeId: string;
  code: string;
  /** Their name, typed. */
  name: string;
  /** The box by which they say that they mean to sign. */
  intent: boolean;
}

export interface WithdrawalGiven {
  seatId: string;
  reason?: string | null;
  challengeId?: string | null;
  code?: string | null;
}

/** The mail with a code; its template stands beside the others. */
export const CODE_MAIL = 'signatures.code';

const OVER: Record<Exclude<ActState, 'open'>, string> = {
  complete: 'All have signed already.',
  retracted: 'This text was taken back by those who proposed it. It can no longer be signed.',
  superseded: 'There is a newer text. It is signed instead of this one.',
  ended: 'This act has ended. A new text can be proposed.',
};
const SIGNED_ALREADY = 'This seat has signed already.';
const OTHER_TEXT = 'The text before you is not the one that waits for signatures. Open the page again, read it, and sign then.';
const NOT_SEATED = 'Only whoever sits in this seat now may do that.';

interface Locked {
  id: string;
  state: ActState;
  text_hash: string;
  subject_kind: string;
  subject_id: string;
}

/** Signing a joint act, each seat for itself, and taking that back. Whatever decides does so under the lock of the act's row. */
@Injectable()
export class Signatures {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly reads: ActReads,
    private readonly confirmations: Confirmations,
    private readonly mail: SignatureMail,
    private readonly subjects: ActSubjects,
  ) {}

  /** An act for somebody who may read it: its audience, those who must sign it, and those who have. */
  async find(viewer: Viewer | null, id: string): Promise<ActRow | null> {
    return isId(id) ? this.reads.act(viewer, id) : null;
  }

  /** The acts of a subject that somebody may read, the newest version first. */
  ofSubject(viewer: Viewer | null, kind: string, id: string): Promise<ActRow[]> {
    return this.reads.ofSubject(viewer, kind, id);
  }

  /** The texts that stand of these subjects, each with its audience: for search and others who filter by it themselves. */
  standing(kind: string, ids: readonly string[]): Promise<StandingRow[]> {
    return this.reads.standing(kind, ids);
  }

  /** Mails a fresh code to whoever sits in a seat: to sign the open act, or to end the complete one. */
  async requestCode(viewer: Viewer, seatId: string): Promise<{ challengeId: string; sentTo: string }> {
    const { act, seat } = await this.needSeat(viewer, seatId);
    if (!canSign(viewer, act, seat) && !(act.state === 'complete' && canWithdraw(viewer, act, seat))) throw new Conflict(act.state === 'open' ? SIGNED_ALREADY : OVER[act.state]);
    const challenge = await this.confirmations.request(viewer, deed(act.state, seat.id), { kind: CODE_MAIL, data: { actId: act.id, seatId: seat.id, deed: act.state === 'open' ? 'sign' : 'end' } });
    return { challengeId: challenge.id, sentTo: challenge.address };
  }

  /** Signs. The last of the seats completes the act, in the same transaction and once. */
  async sign(viewer: Viewer, given: SignatureGiven): Promise<ActRow> {
    const { act, seat } = await this.needSeat(viewer, given.seatId);
    if (!given.intent) throw new Invalid({ intent: 'Say that you mean to sign by ticking the box.' });
    if (!isOwnName(given.name, viewer.name)) throw new Invalid({ name: `Type your name as your account has it: ${viewer.name}. If that is wrong, change it on your account’s page first.` });
    refuseUnlessOpen(act, given.textHash);
    if (seat.signature) throw new Conflict(SIGNED_ALREADY);
    await this.confirmations.take(viewer, deed('open', seat.id), { challengeId: given.challengeId, code: given.code });
    return this.db.transaction(async () => {
      const locked = await this.lock(act.id);
      refuseUnlessOpen({ state: locked.state, textHash: locked.text_hash }, given.textHash);
      // Held until the end, so that nobody signs for a seat that they leave at the same moment.
      const held = await this.db.one<{ title: string | null; name: string; labor_word: 'union' | 'association' | null }>(
        `select st.title, o.name, o.labor_word from seat st join organization o on o.id = st.organization_id
         where st.organization_id = $1 and st.role = $2 and st.account_id = $3 for share of st`,
        [seat.organization.id, seat.role, viewer.accountId],
      );
      if (!held) throw new NotAllowed(NOT_SEATED);
      const signed = await this.db.query(
        `insert into joint_signature (id, act_id, seat_id, account_id, name, title, organization_name, text_hash, method) values ($1, $2, $3, $4, $5, $6, $7, $8, 'mailed_code')
         on conflict (seat_id) where withdrawn_at is null do nothing returning id`,
        [newId(), act.id, seat.id, viewer.accountId, given.name, held.title ?? roleTitle(seat.role as SeatRole, held.labor_word), held.name, locked.text_hash],
      );
      if (signed.length === 0) throw new Conflict(SIGNED_ALREADY);
      await this.events.publish(ActSigned, { ...factsOf(locked), seatId: seat.id });
      await this.completeIfAllHave(locked);
      return this.fresh(act.id);
    });
  }

  private async completeIfAllHave(act: Locked): Promise<void> {
    const missing = await this.db.one(`select 1 from joint_act_seat s where s.act_id = $1 and not exists (select 1 from joint_signature g where g.seat_id = s.id and g.withdrawn_at is null) limit 1`, [act.id]);
    if (missing) return;
    // What was signed before gives way to the new text only now that the new one stands.
    const before = await this.db.query<Locked>(
      `update joint_act set state = 'superseded', closed_at = now() where subject_kind = $1 and subject_id = $2 and state = 'complete' returning id, state, text_hash, subject_kind, subject_id`,
      [act.subject_kind, act.subject_id],
    );
    for (const old of before) await this.events.publish(ActClosed, { ...factsOf(old), state: 'superseded' });
    await this.db.query(`update joint_act set state = 'complete', completed_at = now(), audience = audience_when_complete where id = $1`, [act.id]);
    await this.events.publish(ActCompleted, factsOf(act));
    await this.subjects.completed(factsOf(act));
    await this.mail.complete(act.id);
  }

  /**
   * Takes a seat's signature back. While the act is open that is a click; once it is complete it is signed as the signature
   * was, with a code, says why, and ends the act for all. What was signed stays on record.
   */
  async withdraw(viewer: Viewer, given: WithdrawalGiven): Promise<ActRow> {
    const { act, seat } = await this.needSeat(viewer, given.seatId);
    const reason = given.reason || null;
    if (act.state === 'complete') {
      if (!reason) throw new Invalid({ reason: 'Say why in a sentence or two: the others who signed read it.' });
      if (!given.challengeId || !given.code) throw new Invalid({ code: 'All have signed, so this needs a fresh code. Ask for one, then type it here.' });
      if (!canWithdraw(viewer, act, seat)) throw new Conflict('There is no signature of this seat to take back.');
      await this.confirmations.take(viewer, deed('complete', seat.id), { challengeId: given.challengeId, code: given.code });
    }
    return this.db.transaction(async () => {
      const locked = await this.lock(act.id);
      // The last of the others may have signed in between: then it takes more than a click.
      if (locked.state !== act.state || (locked.state !== 'open' && locked.state !== 'complete')) throw new Conflict('This has changed in the meantime. Look at the page again.');
      const taken = await this.db.query(
        `update joint_signature set withdrawn_at = now(), withdrawn_by = $2, withdrawer_name = $3, withdrawal_reason = $4
         where seat_id = $1 and withdrawn_at is null
           and exists (select 1 from seat st where st.organization_id = $5 and st.role = $6 and st.account_id = $2) returning id`,
        [seat.id, viewer.accountId, viewer.name, reason, seat.organization.id, seat.role],
      );
      if (taken.length === 0) throw new Conflict('There is no signature of this seat to take back.');
      if (locked.state === 'open') await this.events.publish(SignatureWithdrawn, { ...factsOf(locked), seatId: seat.id });
      else await this.end(viewer, locked, reason);
      return this.fresh(act.id);
    });
  }

  private async end(viewer: Viewer, act: Locked, reason: string | null): Promise<void> {
    await this.close(act, 'ended', viewer, reason);
    await this.subjects.ended(factsOf(act));
    await this.mail.ended(act.id, viewer.accountId);
  }

  /** Takes an open act back. Nobody can sign it any more; what was signed stays on record. */
  async retract(viewer: Viewer, actId: string, reason: string | null): Promise<ActRow> {
    const act = await this.find(viewer, actId);
    if (!act) throw new NotAllowed();
    if (act.state !== 'open') throw new Conflict(OVER[act.state]);
    if (!canRetract(viewer, act)) throw new NotAllowed('Only whoever put this text up for signature may take it back.');
    return this.db.transaction(async () => {
      const locked = await this.lock(act.id);
      if (locked.state !== 'open') throw new Conflict(OVER[locked.state]);
      await this.close(locked, 'retracted', viewer, reason);
      return this.fresh(act.id);
    });
  }

  /** Asks those who have not signed once more; at most once a day, whoever asks. */
  async remind(viewer: Viewer, actId: string): Promise<ActRow> {
    const act = await this.find(viewer, actId);
    if (!act) throw new NotAllowed();
    if (act.state !== 'open') throw new Conflict(OVER[act.state]);
    if (!canRemind(viewer, act)) throw new NotAllowed('There is nobody whom you could remind here.');
    if ((await this.mail.remindNow(act.id, viewer.accountId)) === 0) throw new Conflict('They have been reminded today. Tomorrow you can ask again.');
    return act;
  }

  private async close(act: Locked, state: 'retracted' | 'ended', by: Viewer, reason: string | null): Promise<void> {
    await this.db.query(`update joint_act set state = $2, closed_at = now(), closed_by = $3, closer_name = $4, close_reason = $5 where id = $1`, [act.id, state, by.accountId, by.name, reason]);
    await this.events.publish(ActClosed, { ...factsOf(act), state });
  }

  /** Takes turns with everybody else who signs, withdraws or closes this act, until the transaction ends. */
  private async lock(id: string): Promise<Locked> {
    const act = await this.db.one<Locked>(`select id, state, text_hash, subject_kind, subject_id from joint_act where id = $1 for update`, [id]);
    if (!act) throw new NotAllowed();
    return act;
  }

  /** A seat in which the viewer sits now, with its act. Absent and somebody else's look alike. */
  private async needSeat(viewer: Viewer, seatId: string): Promise<{ act: ActRow; seat: ActSeatRow }> {
    const act = await this.reads.actOfSeat(viewer, seatId);
    const seat = act?.seats.find((one) => one.id === seatId);
    if (!act || !seat || !sitsIn(viewer, seat)) throw new NotAllowed(NOT_SEATED);
    return { act, seat };
  }

  private async fresh(id: string): Promise<ActRow> {
    const act = await this.reads.any(id);
    if (!act) throw new NotAllowed();
    return act;
  }
}

/** What a code confirms: signing and ending are two deeds, and one code is good for one of them. */
function deed(state: ActState, seatId: string): string {
  return `${state === 'complete' ? 'end' : 'sign'}:${seatId}`;
}

function factsOf(act: Locked): ActFacts {
  return { actId: act.id, subjectKind: act.subject_kind, subjectId: act.subject_id };
}

function refuseUnlessOpen(act: { state: ActState; textHash: string }, textHash: string): void {
  if (act.state !== 'open') throw new Conflict(OVER[act.state]);
  if (act.textHash !== textHash) throw new Conflict(OTHER_TEXT);
}
