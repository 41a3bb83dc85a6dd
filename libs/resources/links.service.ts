import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database';
import { Events } from '@app/platform/events';
import { LinkAsker } from './link-asker.js';
import type { LinkAnswer } from './link-fetcher.js';
import { ResourceChanged } from './resources.events.js';
import { ResourceMail } from './resources.mails.js';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** After so many silent tries in a row a link is called broken. The first may be a restart, the second a bad night. */
export const TRIES_UNTIL_BROKEN = 3;

/** Seconds until the next try: sooner while a silence is young, then ever less often. A page that answers is asked weekly. */
const AGAIN_AFTER = [HOUR, 6 * HOUR, DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY];
const WEEKLY = 7 * DAY;

/** While a batch is asked nobody else asks the same; who dies over it leaves it to the next after this. */
const LEASE = 15 * 60;
const BATCH = 20;

/** Names that are reserved for examples and tests, and so never lead anywhere. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$/i;

export function isReserved(url: string): boolean {
  return RESERVED.test(new URL(url).hostname);
}

/** For SQL: that a link is called broken, for the alias of `resource_link`. */
export const BROKEN = (alias: string): string => `(${alias}.failures >= ${TRIES_UNTIL_BROKEN} and ${alias}.silent_since is not null)`;

/** The links of the library: what their pages say of themselves, and whether they still answer. */
@Injectable()
export class Links {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly asker: LinkAsker,
    private readonly mail: ResourceMail,
  ) {}

  /** Writes down that a resource leads to an address now; another address is asked anew. Part of the caller's transaction. */
  async set(resourceId: string, url: string | null): Promise<void> {
    if (url === null) await this.db.query(`delete from resource_link where resource_id = $1`, [resourceId]);
    else
      await this.db.query(
        `insert into resource_link as l (resource_id, url, due_at) values ($1, $2, $3) on conflict (resource_id) do update
           set url = $2, due_at = $3, title = null, description = null, asked_at = null, answered_at = null, failures = 0, silent_since = null, why = null, told_since = null
           where l.url <> $2`,
        [resourceId, url, isReserved(url) ? null : new Date()],
      );
  }

  /** Asks the links whose turn it is, a batch at a time; may run twice and in several places at once. Answers how many it asked. */
  async askDue(asker: Pick<LinkAsker, 'askAll'> = this.asker): Promise<number> {
    const due = await this.db.query<{ resource_id: string; url: string }>(
      `update resource_link set due_at = now() + make_interval(secs => ${LEASE})
       where resource_id in (select resource_id from resource_link where due_at <= now() order by due_at limit ${BATCH} for update skip locked)
       returning resource_id, url`,
    );
    const [kept, asked] = [due.filter(({ url }) => isReserved(url)), due.filter(({ url }) => !isReserved(url))];
    if (kept.length > 0) await this.db.query(`update resource_link set due_at = null where resource_id = any($1::uuid[])`, [kept.map((link) => link.resource_id)]);
    // Not in a transaction: a page may be slow, and a waiting connection serves nobody.
    const said = await asker.askAll(asked.map(({ url }) => url));
    const answers = asked.flatMap(({ resource_id: id, url }, at) => {
      const answer = said[at];
      return answer ? [{ id, url, answer }] : [];
    });
    if (isOurLine(answers.map((one) => one.answer))) {
      await this.db.query(`update resource_link set due_at = now() + make_interval(secs => ${HOUR}) where resource_id = any($1::uuid[])`, [answers.map((one) => one.id)]);
      return due.length;
    }
    for (const { id, url, answer } of answers) await this.note(id, url, answer);
    return due.length;
  }

  /** Writes down what a page answered, and tells its team once when it has fallen silent for good. Nothing is noted of an address that has been changed since. */
  async note(resourceId: string, url: string, answer: LinkAnswer, at = new Date()): Promise<void> {
    await this.db.transaction(async () => {
      const link = await this.db.one<{ failures: number; title: string | null; description: string | null; silent_since: Date | null }>(
        `select failures, title, description, silent_since from resource_link where resource_id = $1 and url = $2 for update`,
        [resourceId, url],
      );
      if (!link) return;
      if (answer.there) {
        const head = answer.head ?? link;
        await this.db.query(
          `update resource_link set asked_at = $2, answered_at = $2, failures = 0, silent_since = null, why = null, told_since = null, title = $3, description = $4, due_at = $5 where resource_id = $1`,
          [resourceId, at, head.title, head.description, after(at, WEEKLY)],
        );
        const wasBroken = link.failures >= TRIES_UNTIL_BROKEN;
        if (wasBroken || head.title !== link.title || head.description !== link.description) await this.events.publish(ResourceChanged, { resourceId });
        return;
      }
      const failures = link.failures + 1;
      const since = link.silent_since ?? at;
      await this.db.query(`update resource_link set asked_at = $2, failures = $3, silent_since = $4, why = $5, due_at = $6 where resource_id = $1`, [
        resourceId, at, failures, since, answer.why, after(at, AGAIN_AFTER[Math.min(failures, AGAIN_AFTER.length) - 1] ?? WEEKLY),
      ]);
      if (failures < TRIES_UNTIL_BROKEN) return;
      const fresh = await this.db.one(`update resource_link set told_since = silent_since where resource_id = $1 and told_since is distinct from silent_since returning resource_id`, [resourceId]);
      if (!fresh) return;
      await this.mail.linkSilent(resourceId, since);
      await this.events.publish(ResourceChanged, { resourceId });
    });
  }

  /** Lets a link be asked at the next turn; for its team, when it has mended the page. */
  async askSoon(resourceId: string): Promise<void> {
    await this.db.query(`update resource_link set due_at = now() where resource_id = $1 and due_at is not null and (asked_at is null or asked_at < now() - interval '1 minute')`, [resourceId]);
  }
}

const ENOUGH_TO_TELL = 3;

/** When none of several hosts can be reached, it is our own line that is cut, and nothing is said of theirs. */
export function isOurLine(answers: readonly LinkAnswer[]): boolean {
  return answers.length >= ENOUGH_TO_TELL && answers.every((answer) => !answer.there && (answer.why === 'no_host' || answer.why === 'no_answer'));
}

function after(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
