import { Database } from '@app/platform/database';
import { Button, Heading, mailTemplate, Paragraph, Quote } from '@app/platform/mail';
import { Audiences } from '@app/people';
import { REPLY_MAIL, type ReplyMailData } from './discussions.notifications.js';
import { plain } from './plain.js';

interface LetterRow {
  number: number;
  body: string;
  name: string | null;
  organization: string;
}

const SHOWN = 3;
const LONGEST = 1500;

/** Somebody answered in a thread: the words themselves, and the way to answer. Nothing when they have been read, taken back or closed to this reader. */
export const replyMail = mailTemplate<ReplyMailData>({
  kind: REPLY_MAIL,
  render: async (get, mail) => {
    const { threadId, number } = mail.data;
    const keys = mail.personId ? ((await get(Audiences).keysOf([mail.personId])).get(mail.personId) ?? []) : [];
    const thread = await get(Database).one<{ title: string }>(
      `select title from thread t where id = $1 and audience = any($2) and hidden_at is null
         and not exists (select 1 from thread_read r where r.thread_id = t.id and r.account_id = $3 and r.number >= $4)`,
      [threadId, keys, mail.personId, number],
    );
    if (!thread) return null;
    const letters = await get(Database).query<LetterRow>(
      `select p.number, p.body, a.name, o.name as organization from post p join organization o on o.id = p.organization_id left join account a on a.id = p.author_id
       where p.thread_id = $1 and p.number >= $2 and p.author_id is distinct from $3 and p.deleted_at is null and p.hidden_at is null order by p.number limit ${SHOWN + 1}`,
      [threadId, number, mail.personId],
    );
    const [first] = letters;
    if (!first) return null;
    const shown = letters.slice(0, SHOWN);
    return {
      subject: `${first.name ?? first.organization} answered in “${thread.title}”`,
      preheader: shortened(plain(first.body).replaceAll('\n', ' '), 120),
      because: 'You get this because you wrote in this thread, or it belongs to your team. There is at most one such mail an hour.',
      element: (
        <>
          <Heading>{thread.title}</Heading>
          {shown.map((letter) => (
            <Quote key={letter.number} by={letter.name ? `${letter.name}, ${letter.organization}` : letter.organization}>
              {shortened(plain(letter.body), LONGEST)}
            </Quote>
          ))}
          {letters.length > SHOWN && <Paragraph quiet>There are more letters in the thread.</Paragraph>}
          <Button to={mail.link(`/threads/${threadId}?from=${first.number}`)}>Read and answer</Button>
        </>
      ),
    };
  },
});

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
}
