import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { Button, Heading, mailTemplate, Paragraph, Quote } from '@app/platform/mail';
import { Audiences } from '@app/people';
import { dayInWords, easternToday } from '@app/organizations';
import { hostOf } from './link.js';
import { BROKEN } from './links.service.js';
import { CO_AUTHOR_MAIL, type ResourceMailData, REVIEW_MAIL, SILENT_MAIL, THREAD_MAIL } from './resources.mails.js';

interface MailRow {
  title: string;
  team: string;
  url: string | null;
  silent_since: Date | null;
  review_on: string | null;
  asked: boolean;
}

/** A resource as a mail about it needs it; null once it is gone or taken down. */
function rowOf(get: Get, resourceId: string, personId: string | null): Promise<MailRow | null> {
  return get(Database).one<MailRow>(
    `select r.title, o.name as team, r.url, r.review_on::text, case when ${BROKEN('l')} then l.silent_since end as silent_since,
       exists (select from resource_co_author c left join seat st on st.organization_id = c.organization_id and st.account_id = $2 where c.resource_id = r.id and c.agreed_at is null and (c.account_id = $2 or st.id is not null)) as asked
     from resource r join organization o on o.id = r.organization_id left join resource_link l on l.resource_id = r.id where r.id = $1 and r.hidden_at is null`,
    [resourceId, personId],
  );
}

/** Tells whoever looks after a link that its page has fallen silent. */
export const silentMail = mailTemplate<ResourceMailData>({
  kind: SILENT_MAIL,
  render: async (get, mail) => {
    const found = await rowOf(get, mail.data.resourceId, mail.personId);
    if (!found?.silent_since || !found.url) return null;
    const since = dayInWords(easternToday(new Date(found.silent_since)));
    return {
      subject: `The link in “${found.title}” does not answer`,
      preheader: `${hostOf(found.url)} has not answered since ${since}.`,
      because: `You get this because you look after what ${found.team} shares.`,
      element: (
        <>
          <Heading>A link of yours does not answer</Heading>
          <Paragraph>
            Accord has asked {hostOf(found.url)} three times. It has not answered since {since}, and readers of “{found.title}” now see that.
          </Paragraph>
          <Button to={mail.link(`/library/${mail.data.resourceId}`)}>Look at it</Button>
          <Paragraph quiet>Give it another address, or put a file or a text in its place. If the page comes back, the mark goes away by itself.</Paragraph>
        </>
      ),
    };
  },
});

/** Asks whoever looks after a resource whether it still holds. */
export const reviewMail = mailTemplate<ResourceMailData>({
  kind: REVIEW_MAIL,
  render: async (get, mail) => {
    const found = await rowOf(get, mail.data.resourceId, mail.personId);
    if (!found?.review_on || found.review_on > easternToday()) return null;
    return {
      subject: `Does “${found.title}” still hold?`,
      preheader: 'You asked to be asked. It takes a minute.',
      because: `You get this because you look after what ${found.team} shares.`,
      element: (
        <>
          <Heading>Does it still hold?</Heading>
          <Paragraph>
            You wanted to look at “{found.title}” again by {dayInWords(found.review_on)}. If it holds, say when to look next. If not, put a new version in its place, or say what has followed it.
          </Paragraph>
          <Button to={mail.link(`/library/${mail.data.resourceId}`)}>Look at it</Button>
        </>
      ),
    };
  },
});

/** Asks somebody whether they want to be named on a resource. */
export const coAuthorMail = mailTemplate<ResourceMailData>({
  kind: CO_AUTHOR_MAIL,
  render: async (get, mail) => {
    const found = await rowOf(get, mail.data.resourceId, mail.personId);
    if (!found?.asked) return null;
    return {
      subject: `${found.team} wants to name you on “${found.title}”`,
      preheader: 'Nothing is shown until you agree.',
      because: 'You get this because you, or the team you lead, were asked to be a co-author.',
      element: (
        <>
          <Heading>Will you be named as co-author?</Heading>
          <Paragraph>
            {found.team} asks to name you beside itself on “{found.title}”. Whoever is named may change it. Your name stands there only once you have agreed, and you can take it off at any time.
          </Paragraph>
          <Button to={mail.link(`/library/${mail.data.resourceId}`)}>Read it, then answer</Button>
        </>
      ),
    };
  },
});

/** Tells whoever looks after a resource that somebody has begun to talk about it. */
export const threadMail = mailTemplate<ResourceMailData>({
  kind: THREAD_MAIL,
  render: async (get, mail) => {
    const found = await rowOf(get, mail.data.resourceId, mail.personId);
    const thread = await get(Database).one<{ title: string; audience: string; body: string | null; name: string | null }>(
      `select t.title, t.audience, a.name, (select p.body from post p where p.thread_id = t.id and p.number = 1 and p.deleted_at is null and p.hidden_at is null) as body
       from thread t left join account a on a.id = t.author_id where t.id = $1 and t.hidden_at is null`,
      [mail.data.threadId],
    );
    const keys = mail.personId ? (await get(Audiences).keysOf([mail.personId])).get(mail.personId) : undefined;
    if (!found || !thread || !keys?.includes(thread.audience)) return null;
    const who = thread.name ?? 'Somebody';
    return {
      subject: `${who} writes about “${found.title}”`,
      preheader: thread.title,
      because: `You get this because you look after what ${found.team} shares.`,
      element: (
        <>
          <Heading>{thread.title}</Heading>
          <Paragraph>
            {who} has begun a conversation about “{found.title}”.
          </Paragraph>
          {thread.body && <Quote>{thread.body.length > 400 ? `${thread.body.slice(0, 399)}…` : thread.body}</Quote>}
          <Button to={mail.link(`/threads/${mail.data.threadId ?? ''}`)}>Read it and answer</Button>
        </>
      ),
    };
  },
});
