import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { keysOfViewer, type Viewer } from '@app/people';
import { type OrganizationKind, READERS_ONLY } from '@app/organizations';
import type { ActState } from './joint-act.entity.js';
import type { SigningMethod } from './joint-signature.entity.js';

export interface NamedPerson {
  id: string;
  name: string;
}

/** A signature as it was given. Instants come as text, because they are read inside JSON. */
export interface SignatureRow {
  id: string;
  name: string;
  title: string;
  organizationName: string;
  textHash: string;
  method: SigningMethod;
  signedAt: string;
  withdrawnAt: string | null;
  withdrawerName: string | null;
  withdrawalReason: string | null;
  /** Whoever signed has left the seat since. */
  holderChanged: boolean;
}

/** A seat that must sign, who sits there now, and what it has signed. */
export interface ActSeatRow {
  id: string;
  role: string;
  words: string;
  organization: { id: string; name: string; slug: string; kind: OrganizationKind };
  holders: NamedPerson[];
  signature: SignatureRow | null;
  /** Signatures that were taken back, the oldest first. */
  withdrawn: SignatureRow[];
}

/** An act with everything its page shows. */
export interface ActRow {
  id: string;
  audience: string;
  subjectKind: string;
  subjectId: string;
  version: number;
  title: string;
  text: string;
  document: string;
  textHash: string;
  state: ActState;
  proposedBy: NamedPerson | null;
  proposerName: string;
  proposedFor: string;
  /** Whether whoever proposed it still speaks for the organization in whose name they did. */
  proposerSpeaks: boolean;
  createdAt: Date;
  completedAt: Date | null;
  closedAt: Date | null;
  closerName: string | null;
  closeReason: string | null;
  seats: ActSeatRow[];
}

/** The text that stands of a subject, with who may read it. */
export interface StandingRow {
  actId: string;
  subjectId: string;
  title: string;
  text: string;
  audience: string;
  completedAt: Date;
}

const signature = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'title', ${alias}.title, 'organizationName', ${alias}.organization_name,
  'textHash', ${alias}.text_hash, 'method', ${alias}.method, 'signedAt', ${alias}.signed_at, 'withdrawnAt', ${alias}.withdrawn_at, 'withdrawerName', ${alias}.withdrawer_name,
  'withdrawalReason', ${alias}.withdrawal_reason,
  'holderChanged', not exists (select 1 from seat now where now.organization_id = s.organization_id and now.role = s.role and now.account_id = ${alias}.account_id))`;

const ACT = `
  select a.id, a.audience, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.version, a.title, a.text, a.document, a.text_hash as "textHash", a.state,
    case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name) end as "proposedBy", a.proposer_name as "proposerName", a.proposed_for as "proposedFor",
    exists (select 1 from seat ps where ps.account_id = a.proposed_by and ps.organization_id = a.proposed_for and ps.role not in (${READERS_ONLY})) as "proposerSpeaks",
    a.created_at as "createdAt", a.completed_at as "completedAt", a.closed_at as "closedAt", a.closer_name as "closerName", a.close_reason as "closeReason",
    (select jsonb_agg(jsonb_build_object('id', s.id, 'role', s.role, 'words', s.words,
        'organization', jsonb_build_object('id', o.id, 'name', o.name, 'slug', o.slug, 'kind', o.kind),
        'holders', coalesce((select jsonb_agg(jsonb_build_object('id', ha.id, 'name', ha.name) order by h.since, h.id) from seat h join account ha on ha.id = h.account_id
          where h.organization_id = s.organization_id and h.role = s.role), '[]'),
        'signature', (select ${signature('g')} from joint_signature g where g.seat_id = s.id and g.withdrawn_at is null),
        'withdrawn', coalesce((select jsonb_agg(${signature('w')} order by w.signed_at, w.id) from joint_signature w where w.seat_id = s.id and w.withdrawn_at is not null), '[]')
      ) order by s.place) from joint_act_seat s join organization o on o.id = s.organization_id where s.act_id = a.id) as seats
  from joint_act a left join account p on p.id = a.proposed_by`;

/** Besides its audience, an act is read by those who must sign it and by whoever has. */
const READABLE = `(a.audience = any($1)
  or exists (select 1 from joint_act_seat rs join seat rh on rh.organization_id = rs.organization_id and rh.role = rs.role where rs.act_id = a.id and rh.account_id = $2::uuid)
  or exists (select 1 from joint_signature rg where rg.act_id = a.id and rg.account_id = $2::uuid))`;

/** What is read of joint acts. */
@Injectable()
export class ActReads {
  constructor(private readonly db: Database) {}

  act(viewer: Viewer | null, id: string): Promise<ActRow | null> {
    return this.db.one<ActRow>(`${ACT} where a.id = $3 and ${READABLE}`, [keysOfViewer(viewer), viewer?.accountId ?? null, id]);
  }

  /** The act to which a seat belongs, for whoever may read it. */
  actOfSeat(viewer: Viewer, seatId: string): Promise<ActRow | null> {
    return this.db.one<ActRow>(`${ACT} where a.id = (select act_id from joint_act_seat where id = $3) and ${READABLE}`, [keysOfViewer(viewer), viewer.accountId, seatId]);
  }

  /** An act as it is, for mail and others who act while nobody is asking, and for answers to whoever was let in already. */
  any(id: string): Promise<ActRow | null> {
    return this.db.one<ActRow>(`${ACT} where a.id = $1`, [id]);
  }

  /** The acts of a subject that somebody may read, the newest version first. */
  async ofSubject(viewer: Viewer | null, kind: string, id: string): Promise<ActRow[]> {
    const acts = await this.db.read<ActRow>(`${ACT} where a.subject_kind = $3 and a.subject_id = $4::uuid and ${READABLE} order by a.version desc limit 50`, [keysOfViewer(viewer), viewer?.accountId ?? null, kind, id]);
    // Rows that travel with others carry instants as text.
    return acts.map((act) => ({ ...act, createdAt: new Date(act.createdAt), completedAt: act.completedAt && new Date(act.completedAt), closedAt: act.closedAt && new Date(act.closedAt) }));
  }

  /** What stands of these subjects, for whoever reads by an index of their own; at most one each. */
  standing(kind: string, ids: readonly string[]): Promise<StandingRow[]> {
    return this.db.query<StandingRow>(
      `select id as "actId", subject_id as "subjectId", title, text, audience, completed_at as "completedAt" from joint_act where subject_kind = $1 and subject_id = any($2::uuid[]) and state = 'complete'`,
      [kind, ids],
    );
  }
}
