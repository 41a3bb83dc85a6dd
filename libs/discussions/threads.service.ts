import { Injectable } from '@nestjs/common';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { Conflict } from '@app/platform/graphql';
import { shut } from '@app/platform/search';
import { READERS_ONLY } from '@app/organizations';
import { PostEdited, PostRemoved, PostReplied, ThreadChanged, ThreadOpened } from './discussions.events.js';
import { letterFor, type PostRow } from './discussions.queries.js';
import type { ThreadSubject } from './subject.js';

/** A thread as another feature or the rules have decided it. */
export interface ThreadToOpen {
  title: string;
  /** The first letter; without one the thread begins empty. */
  body?: string | null;
  audience: string;
  organizationId: string;
  authorId: string;
  subject?: { kind: string; id: string; title?: string | null; path?: string | null } | null;
  principles?: number[];
  topics?: string[];
  /** When it was opened, where that was not now. */
  at?: Date;
  /** As of a letter. */
  quiet?: boolean;
}

export interface LetterToWrite {
  threadId: string;
  body: string;
  organizationId: string;
  authorId: string;
  at?: Date;
  /** Nobody is mailed about it: the feature that writes it tells whom it concerns itself. */
  quiet?: boolean;
}

export type WrittenLetter = Omit<PostRow, 'viewerCan'>;

interface Changed {
  id: string;
  thread_id: string;
  number: number;
}

const CLOSED = 'This thread is closed. Open a new one to go on.';

/** Writes threads and letters down and says so; whether somebody may is decided before. */
@Injectable()
export class Threads {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  /** Opens a thread; answers its id. */
  open(given: ThreadToOpen): Promise<string> {
    return this.db.transaction(async () => {
      const id = newId();
      const { title, audience, subject, organizationId, authorId, at } = given;
      await this.db.query(
        `insert into thread (id, title, audience, subject_kind, subject_id, subject_title, subject_path, organization_id, author_id, opened_at, last_post_at, principles, topics, seat_role, seat_title)
         select $1, $2, $3, $4, $5::uuid, $6, $7, $8::uuid, $9::uuid, coalesce($10, now()), coalesce($10, now()), $11::int[], $12::text[], s.role, s.title
         from (select 1) one left join lateral ${seatOf('$8::uuid', '$9::uuid')} s on true`,
        [id, title, audience, subject?.kind ?? null, subject?.id ?? null, subject?.title ?? null, subject?.path ?? null, organizationId, authorId, at ?? null, given.principles ?? [], given.topics ?? []],
      );
      await this.events.publish(ThreadOpened, { threadId: id, organizationId, authorId });
      if (given.body) await this.write({ threadId: id, body: given.body, organizationId, authorId, ...(at ? { at } : {}), ...(given.quiet ? { quiet: true } : {}) });
      else await this.read(authorId, id, 0, true);
      return id;
    });
  }

  /** Adds a letter under the thread's row lock, so that numbers have no gaps and come in the order of commit; whoever writes has read up to there. Answers it as its writer sees it, but for what they may do. */
  write({ threadId, body, organizationId, authorId, at, quiet }: LetterToWrite): Promise<WrittenLetter> {
    return this.db.transaction(async () => {
      const id = newId();
      const written = await this.db.preparedOne<{ letter: WrittenLetter }>(
        `with bumped as (
           update thread set last_post_number = last_post_number + 1, reply_count = reply_count + (last_post_number > 0)::int,
             last_post_at = greatest(last_post_at, coalesce($6, clock_timestamp())), last_post_author = $3::uuid
           where id = $2 and closed_at is null and hidden_at is null returning last_post_number, last_post_at
         ), written as (
           insert into post (id, thread_id, number, author_id, organization_id, body, at, seat_role, seat_title)
           select $1, $2, b.last_post_number, $3::uuid, $4::uuid, $5, coalesce($6, b.last_post_at), s.role, s.title
           from bumped b left join lateral ${seatOf('$4::uuid', '$3::uuid')} s on true
           returning *
         ), seen as (
           insert into thread_read (account_id, thread_id, number, wrote) select $3::uuid, $2, number, true from written
           on conflict (account_id, thread_id) do update set number = greatest(thread_read.number, excluded.number), wrote = true, at = now())
         select ${letterFor('$3::uuid')} as letter from written p`,
        [id, threadId, authorId, organizationId, body, at ?? null],
      );
      if (!written) throw new Conflict(CLOSED);
      await this.events.publish(PostReplied, { threadId, postId: id, number: written.letter.number, authorId, ...(quiet ? { quiet } : {}) });
      return written.letter;
    });
  }

  /** Remembers how far somebody has read; never backwards. */
  async read(accountId: string, threadId: string, number: number, wrote = false): Promise<void> {
    await this.db.prepared(
      `insert into thread_read (account_id, thread_id, number, wrote) select $1, id, least($3, last_post_number), $4 from thread where id = $2
       on conflict (account_id, thread_id) do update set number = greatest(thread_read.number, excluded.number), wrote = thread_read.wrote or excluded.wrote, at = now()`,
      [accountId, threadId, number, wrote],
    );
  }

  async edit(postId: string, body: string): Promise<void> {
    await this.tell(PostEdited, `update post set body = $2, edited_at = now() where id = $1 and deleted_at is null and body <> $2 returning id, thread_id, number`, [postId, body]);
  }

  /** Takes the words away for good; the letter keeps its place and number. */
  async remove(postId: string): Promise<void> {
    await this.tell(PostRemoved, `update post set body = '', deleted_at = now() where id = $1 and deleted_at is null returning id, thread_id, number`, [postId]);
  }

  /** Hides a letter from everybody but its author; with the first letter goes the thread, whose title belongs to it. */
  async takeDown(postId: string, reason: string): Promise<void> {
    await this.tell(PostRemoved, `update post set hidden_at = now(), hidden_reason = $2 where id = $1 and hidden_at is null returning id, thread_id, number`, [postId, reason]);
  }

  async restore(postId: string): Promise<void> {
    await this.tell(PostEdited, `update post set hidden_at = null, hidden_reason = null where id = $1 and hidden_at is not null returning id, thread_id, number`, [postId]);
  }

  async setClosed(threadId: string, closed: boolean): Promise<void> {
    await this.db.transaction(async () => {
      await this.db.query(`update thread set closed_at = case when $2 then coalesce(closed_at, now()) end where id = $1`, [threadId, closed]);
      await this.events.publish(ThreadChanged, { threadId });
    });
  }

  /** A subject got another name or other readers, or is gone (null): its threads follow, and never stay open to more people than it is. */
  async subjectChanged(kind: string, id: string, now: ThreadSubject | null): Promise<void> {
    await this.db.transaction(async () => {
      const changed = await this.db.query<{ id: string; narrowed: boolean }>(
        `with before as (select id, audience from thread where subject_kind = $1 and subject_id = $2 for update)
         update thread t set subject_title = $3, subject_path = $4,
           audience = case when $5::text is null or $5 = 'public' or t.audience = $5 or ($5 = 'members' and t.audience <> 'public') then t.audience else $5 end
         from before where t.id = before.id returning t.id, t.audience <> before.audience as narrowed`,
        [kind, id, now?.title ?? null, now?.path ?? null, now?.audience ?? null],
      );
      await shut(this.db, 'thread', changed.filter(({ narrowed }) => narrowed).map((thread) => thread.id));
      await this.events.publishAll(ThreadChanged, changed.map((thread) => ({ threadId: thread.id })));
    });
  }

  private async tell(type: typeof PostEdited, sql: string, parameters: unknown[]): Promise<void> {
    await this.db.transaction(async () => {
      const changed = await this.db.one<Changed>(sql, parameters);
      if (!changed) return;
      await this.recount(changed.thread_id);
      if (type === PostRemoved) await shut(this.db, 'thread', [changed.thread_id]);
      await this.events.publish(type, { threadId: changed.thread_id, postId: changed.id, number: changed.number });
    });
  }

  /** What the list shows of a thread follows from its letters that can be read. The lock comes first, so that no letter slips in between. */
  private async recount(threadId: string): Promise<void> {
    await this.db.query(`select 1 from thread where id = $1 for update`, [threadId]);
    await this.db.query(
      `update thread t set
         reply_count = (select count(*) from post p where p.thread_id = t.id and p.number > 1 and p.deleted_at is null and p.hidden_at is null),
         hidden_at = (select p.hidden_at from post p where p.thread_id = t.id and p.number = 1),
         (last_post_at, last_post_author) = (
           select coalesce(max(p.at), t.opened_at), (array_agg(p.author_id order by p.number desc))[1]
           from (select * from post where thread_id = t.id and deleted_at is null and hidden_at is null order by number desc limit 1) p)
       where t.id = $1`,
      [threadId],
    );
  }
}

/** The seat in which an account speaks for an organization, at this moment. */
function seatOf(organization: string, account: string): string {
  return `(select role, title from seat where organization_id = ${organization} and account_id = ${account} and role not in (${READERS_ONLY}) order by since, id limit 1)`;
}
