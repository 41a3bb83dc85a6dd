import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { type MailOrder, Mails } from '@app/platform/mail';
import { Audiences } from '@app/people';
import { LEADERS, READERS_ONLY } from '@app/organizations';

export const SILENT_MAIL = 'resources.link-silent';
export const REVIEW_MAIL = 'resources.review-due';
export const THREAD_MAIL = 'resources.thread-opened';
export const CO_AUTHOR_MAIL = 'resources.co-author-asked';

/** What the mails are told; the words are read when a mail is written, and only if it still is true. */
export interface ResourceMailData {
  resourceId: string;
  threadId?: string;
}

interface Addressee {
  account_id: string;
  email: string;
}

/** Who looks after resource `r`: whoever posted it while they speak for its team, else those who lead it. */
const KEEPERS = `
  select distinct a.id as account_id, a.email from resource r join seat st on st.organization_id = r.organization_id and st.role not in (${READERS_ONLY}) join account a on a.id = st.account_id
  where r.id = $1 and case when exists (select from seat own where own.organization_id = r.organization_id and own.account_id = r.author_id and own.role not in (${READERS_ONLY}))
    then a.id = r.author_id else st.role in (${LEADERS}) end`;

/** Writes to those who look after a resource, in the transaction that gave the reason. */
@Injectable()
export class ResourceMail {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly audiences: Audiences,
  ) {}

  linkSilent(resourceId: string, since: Date): Promise<number> {
    return this.tell(SILENT_MAIL, resourceId, `${resourceId} ${since.toISOString()}`);
  }

  /** That somebody has begun to talk about it: to whoever looks after it and may read that, never to the writer. */
  async threadOpened(threadId: string): Promise<void> {
    const thread = await this.db.one<{ resource_id: string; audience: string; author_id: string | null }>(
      `select subject_id as resource_id, audience, author_id from thread where id = $1 and subject_kind = 'resource' and hidden_at is null`,
      [threadId],
    );
    if (!thread) return;
    const keepers = (await this.db.query<Addressee>(KEEPERS, [thread.resource_id])).filter((one) => one.account_id !== thread.author_id);
    const keys = await this.audiences.keysOf(keepers.map((one) => one.account_id));
    const readers = keepers.filter((one) => keys.get(one.account_id)?.includes(thread.audience));
    await this.mails.sendAll(readers.map((one) => this.order(THREAD_MAIL, threadId, thread.resource_id, one, threadId)));
  }

  /** To whoever is asked to be named: a person, or those who lead a team. */
  async coAuthorAsked(id: string): Promise<void> {
    const asked = await this.db.query<Addressee & { resource_id: string }>(
      `select c.resource_id, a.id as account_id, a.email from resource_co_author c join account a on a.id = c.account_id where c.id = $1
       union select c.resource_id, a.id, a.email from resource_co_author c join seat st on st.organization_id = c.organization_id and st.role in (${LEADERS}) join account a on a.id = st.account_id where c.id = $1`,
      [id],
    );
    await this.mails.sendAll(asked.map((one) => this.order(CO_AUTHOR_MAIL, id, one.resource_id, one)));
  }

  /** Asks about every resource whose day of review has come, at most 200 at a time; each once a day of review. Answers how many. */
  askForReview(today: string): Promise<number> {
    return this.db.transaction(async () => {
      const due = await this.db.query<{ id: string; review_on: string }>(
        `update resource set review_asked = review_on where id in (
           select id from resource where review_on <= $1::date and review_asked is distinct from review_on and hidden_at is null and superseded_by is null order by review_on limit 200 for update skip locked)
         returning id, review_on::text`,
        [today],
      );
      for (const { id, review_on } of due) await this.tell(REVIEW_MAIL, id, `${id} ${review_on}`);
      return due.length;
    });
  }

  private async tell(kind: string, resourceId: string, edition: string): Promise<number> {
    const keepers = await this.db.query<Addressee>(KEEPERS, [resourceId]);
    return this.mails.sendAll(keepers.map((one) => this.order(kind, edition, resourceId, one)));
  }

  private order(kind: string, edition: string, resourceId: string, one: Addressee, threadId?: string): MailOrder {
    return { to: { personId: one.account_id, address: one.email }, kind, edition, category: 'notice', data: { resourceId, ...(threadId ? { threadId } : {}) } satisfies ResourceMailData };
  }
}
