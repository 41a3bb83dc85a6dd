import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { vocabulary } from '@app/framework';
import { type Asked, type Likeness, likenessBy, LEVELS_SQL, type LikenessLevels, planFor, type Traits, traitColumns } from '@app/likeness';
import { READERS_ONLY } from '@app/organizations';
import { practisedBy } from '@app/practices';
import type { MentoringState } from './mentoring-link.entity.js';

/** A district on the mentoring page: a presenting one, or the one that looks for a mentor. */
export interface DeskRow extends Traits {
  id: string;
  name: string;
  slug: string;
  city: string | null;
  enrollmentSource: string | null;
  presenting: boolean;
  capacity: number;
  taken: number;
  here: boolean;
  linkId: string | null;
  linkState: 'asked' | 'accepted' | null;
}

export interface RankedMentor extends DeskRow {
  /** Null when nobody is compared with it. */
  likeness: Likeness | null;
}

/** One district beside a link. */
export interface LinkTeam {
  id: string;
  name: string;
  slug: string;
  state: string | null;
}

export interface LinkPerson {
  id: string;
  name: string;
}

/** A link with the names around it, in one row. */
export interface LinkRow {
  id: string;
  mentor: LinkTeam;
  mentee: LinkTeam;
  mentorId: string;
  menteeId: string;
  principle: number | null;
  state: MentoringState;
  words: string;
  askedBy: LinkPerson | null;
  answerWords: string | null;
  answeredBy: LinkPerson | null;
  threadId: string | null;
  createdAt: Date;
  answeredAt: Date | null;
  answerSeenAt: Date | null;
  endedAt: Date | null;
  capacity: number;
  taken: number;
}

/** A presenting district that is here and has room, or a district that reads the digest. */
export interface DigestRow extends Traits {
  id: string;
  name: string;
  open: boolean;
  reads: boolean;
  /** Whom it has ever asked. */
  asked: string[];
  /** What counts for everybody when districts are compared. */
  levels: LikenessLevels | null;
}

const TAKEN = `(select count(*)::int from mentoring_link taken where taken.mentor_organization_id = o.id and taken.state = 'accepted')`;

const TRAITS = `o.id, o.name, ${traitColumns('o')}, ${practisedBy('o.id')} as principles`;

const team = (alias: string): string => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'slug', ${alias}.slug, 'state', ${alias}.state)`;
const person = (alias: string): string => `case when ${alias}.id is null then null else jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

const LINK = `
  select l.id, l.mentor_organization_id as "mentorId", l.mentee_organization_id as "menteeId", l.principle, l.state, l.words, l.answer_words as "answerWords",
    l.thread_id as "threadId", l.created_at as "createdAt", l.answered_at as "answeredAt", l.answer_seen_at as "answerSeenAt", l.ended_at as "endedAt",
    o.mentor_capacity as capacity, ${TAKEN} as taken,
    ${team('o')} as mentor, ${team('mentee')} as mentee, ${person('asker')} as "askedBy", ${person('answerer')} as "answeredBy"
  from mentoring_link l
    join organization o on o.id = l.mentor_organization_id
    join organization mentee on mentee.id = l.mentee_organization_id
    left join account asker on asker.id = l.asked_by
    left join account answerer on answerer.id = l.answered_by`;

/** How the principle is named in the midst of a sentence. */
export function principleAsked(number: number): Asked {
  const words = vocabulary.principles.find((principle) => principle.number === number);
  return { number, name: words?.shortName.toLowerCase() ?? `principle ${number}` };
}

/** Everything that mentoring reads. What belongs to two districts is filtered by their link's audience. */
@Injectable()
export class MentoringReads {
  constructor(private readonly db: Database) {}

  /** All presenting districts as one district sees them, and that district itself; nothing private is in it but its own links. */
  desk(menteeId: string | null): Promise<DeskRow[]> {
    return this.db.read<DeskRow>(
      `select ${TRAITS}, o.slug, o.city, o.enrollment_source as "enrollmentSource", o.presenting, o.mentor_capacity as capacity, ${TAKEN} as taken,
         o.member_since is not null as here, open.id as "linkId", open.state as "linkState"
       from organization o
         left join mentoring_link open on open.mentor_organization_id = o.id and open.mentee_organization_id = $1::uuid and open.state in ('asked', 'accepted')
       where (o.presenting and o.kind = 'district') or o.id = $1::uuid
       limit 2000`,
      [menteeId],
    );
  }

  async link(keys: readonly string[], id: string): Promise<LinkRow | null> {
    return this.db.one<LinkRow>(`${LINK} where l.audience = any($1) and l.id = $2`, [keys, id]);
  }

  /** The latest first; one more than asked for tells that more follow. */
  links(keys: readonly string[], state: MentoringState | null, first: number, before: string | null): Promise<LinkRow[]> {
    return this.db.query<LinkRow>(
      `${LINK} where l.audience = any($1) and ($2::text is null or l.state = $2) and ($3::uuid is null or l.id < $3::uuid) order by l.id desc limit $4`,
      [keys, state, before, first + 1],
    );
  }

  /** For mail, which is written while nobody is asking: a link as one person of one of its teams may read it, and on which side they stand. */
  linkOf(accountId: string | null, id: string): Promise<(LinkRow & { isMentor: boolean }) | null> {
    return this.db.one(
      `select * from (${LINK} where l.id = $2) link
         cross join lateral (
           select s.organization_id = link."mentorId" as "isMentor" from seat s
           where s.account_id = $1 and s.role not in (${READERS_ONLY}) and s.organization_id in (link."mentorId", link."menteeId") order by 1 desc limit 1) side`,
      [accountId, id],
    );
  }

  /** The districts that read a digest and the mentors that could be named to them, in one statement for any number of readers. */
  forDigest(readerIds: readonly string[]): Promise<DigestRow[]> {
    return this.db.read<DigestRow>(
      `select ${TRAITS}, o.presenting and o.kind = 'district' and o.member_since is not null and ${TAKEN} < o.mentor_capacity as open,
         o.kind = 'district' and o.id = any($1::uuid[]) as reads,
         array(select asked.mentor_organization_id from mentoring_link asked where asked.mentee_organization_id = o.id) as asked, ${LEVELS_SQL} as levels
       from organization o where o.id = any($1::uuid[]) or (o.presenting and o.kind = 'district' and o.member_since is not null)`,
      [readerIds],
    );
  }
}

/** Mentors in the order in which a district should look at them: those who are here first, then by likeness. */
export function ranked(ours: Traits | null, mentors: readonly DeskRow[], levels: LikenessLevels, asked: readonly Asked[]): RankedMentor[] {
  const plan = ours && planFor(ours, levels, asked);
  return mentors
    .map((mentor) => ({ ...mentor, likeness: plan && likenessBy(plan, mentor) }))
    .sort((a, b) => Number(b.here) - Number(a.here) || (b.likeness?.score ?? 0) - (a.likeness?.score ?? 0) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}
