import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict } from '@app/platform/graphql';
import { OrganizationChanged } from '@app/organizations';
import { Discussions } from '@app/discussions';
import { vocabulary } from '@app/framework';
import { MentoringAnswered, MentoringAsked, MentoringEnded, MentoringWithdrawn } from './mentoring.events.js';

/** An ask as the rules have decided it. */
export interface LinkToOpen {
  mentorId: string;
  menteeId: string;
  principle: number | null;
  askedBy: string;
  words: string;
  /** When it was asked, where that was not now. */
  at?: Date;
}

export interface LinkAnswer {
  answeredBy: string;
  words: string;
  at?: Date;
}

interface Written {
  id: string;
  mentor_organization_id: string;
  mentee_organization_id: string;
  principle: number | null;
  asked_by: string | null;
  words: string;
  thread_id: string | null;
  created_at: Date;
}

const RETURNED = 'id, mentor_organization_id, mentee_organization_id, principle, asked_by, words, thread_id, created_at';

/** Somebody of the other team was faster. */
export const PASSED = 'This has been answered or taken back in the meantime. Look at the page again.';

/** Writes links down and says so; whether somebody may is decided before. */
@Injectable()
export class MentoringLinks {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly discussions: Discussions,
  ) {}

  /** Asks; answers the new link's id, or null when the two have an open link already. */
  open({ mentorId, menteeId, principle, askedBy, words, at }: LinkToOpen): Promise<string | null> {
    return this.db.transaction(async () => {
      const link = await this.db.one<Written>(
        `insert into mentoring_link (id, mentor_organization_id, mentee_organization_id, principle, asked_by, words, created_at)
         values ($1, $2, $3, $4, $5, $6, coalesce($7, now()))
         on conflict (mentor_organization_id, mentee_organization_id) where state in ('asked', 'accepted') do nothing returning ${RETURNED}`,
        [newId(), mentorId, menteeId, principle, askedBy, words, at ?? null],
      );
      if (!link) return null;
      await this.events.publish(MentoringAsked, changeOf(link));
      return link.id;
    });
  }

  /**
   * Accepts, and gives both teams their private thread, which begins with the ask and its answer. The mentor's row is
   * locked first, so that acceptances come one after the other and the last place is given once.
   */
  accept(linkId: string, mentorId: string, { answeredBy, words, at }: LinkAnswer): Promise<void> {
    return this.db.transaction(async () => {
      const mentor = await this.db.one<{ capacity: number }>(`select mentor_capacity as capacity from organization where id = $1 for no key update`, [mentorId]);
      const { taken } = (await this.db.one<{ taken: number }>(`select count(*)::int as taken from mentoring_link where mentor_organization_id = $1 and state = 'accepted'`, [mentorId])) ?? { taken: 0 };
      if (!mentor || taken >= mentor.capacity) throw new Conflict(`You mentor ${taken} ${taken === 1 ? 'district' : 'districts'} and said that is what you can do. Raise the number or end a link first; this ask stays open until then.`);
      const link = await this.answered(linkId, 'accepted', { answeredBy, words, at });
      const threadId = await this.converse(link, { answeredBy, words, at });
      await this.db.query(`update mentoring_link set thread_id = $2 where id = $1`, [linkId, threadId]);
    });
  }

  decline(linkId: string, answer: LinkAnswer): Promise<void> {
    return this.db.transaction(async () => {
      await this.answered(linkId, 'declined', answer);
    });
  }

  withdraw(linkId: string, accountId: string): Promise<void> {
    return this.db.transaction(async () => {
      const link = await this.db.one<Written>(`update mentoring_link set state = 'withdrawn', ended_by = $2, ended_at = now() where id = $1 and state = 'asked' returning ${RETURNED}`, [linkId, accountId]);
      if (!link) throw new Conflict(PASSED);
      await this.events.publish(MentoringWithdrawn, changeOf(link));
    });
  }

  /** Ends an accepted link, closes its thread and frees the mentor's place. What was written stays readable to both. */
  end(linkId: string, accountId: string): Promise<void> {
    return this.db.transaction(async () => {
      const link = await this.db.one<Written>(`update mentoring_link set state = 'ended', ended_by = $2, ended_at = now() where id = $1 and state = 'accepted' returning ${RETURNED}`, [linkId, accountId]);
      if (!link) throw new Conflict(PASSED);
      if (link.thread_id) await this.discussions.closeFor(link.thread_id);
      await this.events.publish(MentoringEnded, changeOf(link));
    });
  }

  /** The asking team has seen the answer, so it waits for them no longer. */
  async seen(linkId: string): Promise<void> {
    await this.db.query(`update mentoring_link set answer_seen_at = now() where id = $1 and answered_at is not null and answer_seen_at is null`, [linkId]);
  }

  /** Links that there are already stay, also when there are more of them than the new number. */
  setCapacity(organizationId: string, capacity: number): Promise<void> {
    return this.db.transaction(async () => {
      await this.db.query(`update organization set mentor_capacity = $2 where id = $1`, [organizationId, capacity]);
      await this.events.publish(OrganizationChanged, { organizationId });
    });
  }

  private async answered(linkId: string, state: 'accepted' | 'declined', { answeredBy, words, at }: LinkAnswer): Promise<Written> {
    const link = await this.db.one<Written>(
      `update mentoring_link set state = $2, answered_by = $3, answer_words = $4, answered_at = coalesce($5, now()) where id = $1 and state = 'asked' returning ${RETURNED}`,
      [linkId, state, answeredBy, words, at ?? null],
    );
    if (!link) throw new Conflict(PASSED);
    await this.events.publish(MentoringAnswered, { ...changeOf(link), state });
    return link;
  }

  private async converse(link: Written, { answeredBy, words, at }: LinkAnswer): Promise<string> {
    const names = await this.db.query<{ id: string; name: string }>(`select id, name from organization where id = any($1::uuid[])`, [[link.mentor_organization_id, link.mentee_organization_id]]);
    const nameOf = (id: string): string => names.find((one) => one.id === id)?.name ?? '';
    const principle = vocabulary.principles.find(({ number }) => number === link.principle);
    const title = `${nameOf(link.mentee_organization_id)} and ${nameOf(link.mentor_organization_id)}${principle ? `: ${principle.shortName.toLowerCase()}` : ''}`;
    const threadId = await this.discussions.openFor({
      title: title.slice(0, 160),
      audience: `link:${link.id}`,
      // The asker's letter comes first, unless they have left Accord since.
      ...(link.asked_by
        ? { organizationId: link.mentee_organization_id, authorId: link.asked_by, body: link.words }
        : { organizationId: link.mentor_organization_id, authorId: answeredBy }),
      quiet: true,
      subject: { kind: 'mentoring', id: link.id, title: 'Mentoring', path: `/mentoring/${link.id}` },
      principles: link.principle === null ? [] : [link.principle],
      at: link.created_at,
    });
    await this.discussions.replyFor({ threadId, body: words, organizationId: link.mentor_organization_id, authorId: answeredBy, quiet: true, ...(at ? { at } : {}) });
    return threadId;
  }
}

function changeOf(link: Written): { linkId: string; mentorId: string; menteeId: string } {
  return { linkId: link.id, mentorId: link.mentor_organization_id, menteeId: link.mentee_organization_id };
}
