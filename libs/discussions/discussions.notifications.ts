import { Database } from '@app/platform/database';
import { listener } from '@app/platform/events';
import { Contributions } from '@app/platform/feature';
import { type MailOrder, Mails } from '@app/platform/mail';
import { Audiences, type WaitingSource } from '@app/people';
import { signingRoles } from '@app/organizations';
import { PostReplied } from './discussions.events.js';
import { audienceKeepers } from './subject.js';

/** The kind of mail that says that somebody answered. */
export const REPLY_MAIL = 'discussions.reply';

/** What the mail is told: the words are read when it is written, under the rights that hold then. */
export interface ReplyMailData {
  threadId: string;
  number: number;
}

interface Addressee {
  thread_id: string;
  number: number;
  audience: string;
  hour: string;
  account_id: string;
  email: string;
}

const signing = signingRoles('district').map((role) => `'${role}'`).join(', ');

/** Who now sits in a signing seat from which somebody wrote in thread `t` before letter `p`: letters outlast those who wrote them. */
const SUCCESSORS = `
  select s.account_id from post w join seat s on s.organization_id = w.organization_id and s.role = w.seat_role
  where w.thread_id = t.id and w.number < p.number and s.role in (${signing}) and s.account_id is not null`;

/** After a standstill nobody wants the letters of yesterday one by one; the list and the digest have them. */
const FRESH_HOURS = 12;

/**
 * Tells those who opened a thread, wrote in it before or keep its audience that somebody answered: not the writer, only who may still
 * read it, and at most once per person, thread and hour.
 */
export const mailReplies = listener('discussions.mail-replies', PostReplied, async (get, events) => {
  const loud = events.filter(({ payload }) => !payload.quiet);
  if (loud.length === 0) return;
  const keepers = get(Contributions).of(audienceKeepers).map(({ prefix, sql }) => ` union select kept.id from (${sql}) kept where t.audience like '${prefix}:%'`);
  const addressees = await get(Database).query<Addressee>(
    `select p.thread_id, p.number, t.audience, to_char(date_trunc('hour', p.at at time zone 'UTC'), 'YYYY-MM-DD"T"HH24') as hour, a.id as account_id, a.email
     from post p join thread t on t.id = p.thread_id
       cross join lateral (select t.author_id as id union select w.author_id from post w where w.thread_id = t.id and w.number < p.number union ${SUCCESSORS}${keepers.join('')}) earlier
       join account a on a.id = earlier.id
     where p.id = any($1::uuid[]) and a.id is distinct from p.author_id and p.deleted_at is null and p.hidden_at is null and t.hidden_at is null
       and p.at > now() - make_interval(hours => $2)
     order by p.number`,
    [loud.map(({ payload }) => payload.postId), FRESH_HOURS],
  );
  if (addressees.length === 0) return;
  const keys = await get(Audiences).keysOf([...new Set(addressees.map((one) => one.account_id))]);
  const mayStillRead = addressees.filter((one) => keys.get(one.account_id)?.includes(one.audience));
  await get(Mails).sendAll(
    mayStillRead.map((one): MailOrder => ({
      to: { personId: one.account_id, address: one.email },
      kind: REPLY_MAIL,
      edition: `${one.thread_id}:${one.hour}`,
      category: 'notice',
      data: { threadId: one.thread_id, number: one.number } satisfies ReplyMailData,
    })),
  );
});

interface UnreadRow {
  id: string;
  title: string;
  from_number: number;
  unread: number;
  since: string;
}

/** Letters that came into a thread since its writers last looked. */
export const unreadLetters: WaitingSource = {
  name: 'discussions.unread',
  read: async (get, viewer) => {
    const rows = await get(Database).read<UnreadRow>(
      `select t.id, t.title, min(p.number) as from_number, count(*)::int as unread, min(p.at) as since
       from thread_read r join thread t on t.id = r.thread_id and t.last_post_number > r.number
         join post p on p.thread_id = t.id and p.number > r.number and p.author_id is distinct from r.account_id and p.deleted_at is null and p.hidden_at is null
       where r.account_id = $1 and r.wrote and t.audience = any($2) and t.hidden_at is null
       group by t.id
       union all
       -- What came, since one sits there, into threads in which somebody wrote from the same seat before.
       select t.id, t.title, min(p.number), count(*)::int, min(p.at)
       from seat s join lateral (select distinct w.thread_id from post w where w.organization_id = s.organization_id and w.seat_role = s.role and w.author_id is distinct from s.account_id) inherited on true
         join thread t on t.id = inherited.thread_id and t.last_post_at > s.since left join thread_read r on r.account_id = s.account_id and r.thread_id = t.id
         join post p on p.thread_id = t.id and p.number > coalesce(r.number, 0) and p.at > s.since and p.author_id is distinct from s.account_id and p.deleted_at is null and p.hidden_at is null
       where s.account_id = $1 and s.role in (${signing}) and r.wrote is distinct from true and t.audience = any($2) and t.hidden_at is null
       group by t.id
       order by since limit 20`,
      [viewer.accountId, viewer.keys],
    );
    return rows.map((row) => ({
      key: `discussions.unread:${row.id}`,
      title: `${row.unread === 1 ? 'A new letter' : `${row.unread} new letters`} in “${row.title}”`,
      path: `/threads/${row.id}?from=${row.from_number}`,
      since: new Date(row.since),
      urgency: 3,
    }));
  },
};
