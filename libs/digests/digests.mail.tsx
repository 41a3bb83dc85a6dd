import { Button, Heading, List, mailTemplate, type MailToWrite, Paragraph, TextLink } from '@app/platform/mail';
import type { AsideSection } from './aside.js';
import { Digests, type DigestRow } from './digests.service.js';
import { momentIn } from './moment.js';

export interface DigestMailData {
  organization: string;
  /** Whether something is new for this person alone; then the mail is written for them by itself. */
  own?: boolean;
}

export const DIGEST_MAIL = 'digests.digest';

/** One district's digest to one of its people. The edition of the mail is the edition of the digest. */
export const digestMail = mailTemplate<DigestMailData>({
  kind: DIGEST_MAIL,
  // What is written to a district stays as it is, and all its people get the same.
  sharedBy: ({ data, personId }) => (data.own ? `${data.organization} ${personId}` : data.organization),
  render: async (get, mail) => {
    const digest = await get(Digests).bodyFor(mail.edition, mail.data.organization);
    if (!digest) return null;
    const because = `You get this because the team of ${digest.forName} was at ${digest.title}.`;
    const own = mail.data.own && mail.personId ? await get(Digests).asidesFor(mail.edition, mail.personId) : [];
    return digest.sections.length + own.length > 0 ? full(digest, own, mail, because) : empty(digest, mail, because);
  },
});

function full(digest: DigestRow, own: readonly AsideSection[], mail: MailToWrite<DigestMailData>, because: string) {
  const items = [...digest.sections, ...own].flatMap(({ items: some }) => some);
  const [first, second] = items;
  const others = items.length - 1;
  const link = (path: string): string => (path.startsWith('/') ? mail.link(path) : path);
  return {
    subject: others > 0 ? `${first?.title} — and ${others} more for ${digest.forName}` : `${first?.title} — new for ${digest.forName}`,
    preheader: second ? `Also: ${second.title}${second.note ? ` (${second.note})` : ''}` : (first?.note ?? `Since ${digest.title}`),
    because,
    element: (
      <>
        <Heading>New for {digest.forName}</Heading>
        {first && (
          <Paragraph>
            Look at this first: <TextLink to={link(first.path)}>{first.title}</TextLink>
            {first.note ? `. ${first.note}.` : '.'}
          </Paragraph>
        )}
        {digest.sections.map((section) => (
          <List key={section.name} title={section.title} items={section.items.map(({ title, path, note }) => ({ title, to: link(path), note: note ?? undefined }))} />
        ))}
        {own.map((section) => (
          <List key={section.title} title={section.title} items={section.items.map(({ title, path, note }) => ({ title, to: link(path), note: note ?? undefined }))} />
        ))}
        {own.length > 0 && <Paragraph quiet>What is for you alone stands only in this mail, not on the page that your team shares.</Paragraph>}
        <Button to={mail.link(`/digests/${digest.id}`)}>Read it on its page</Button>
        <Next digest={digest} />
      </>
    ),
  };
}

function empty(digest: DigestRow, mail: MailToWrite<DigestMailData>, because: string) {
  const next = digest.next;
  return {
    subject: next ? `${next.title} comes ${momentIn(next.zone, new Date(next.at))}` : `Nothing new since ${digest.title}, and what you can do about it`,
    preheader: 'Nothing new for you this time, so this is short.',
    because,
    element: (
      <>
        <Heading>Nothing new for {digest.forName} this time</Heading>
        <Paragraph>
          Nobody has posted anything for your team since {momentIn(next?.zone ?? 'UTC', new Date(digest.since))}. One question from you would change that.
        </Paragraph>
        <Button to={mail.link('/threads/new')}>Ask the other districts</Button>
        <Next digest={digest} />
      </>
    ),
  };
}

function Next({ digest: { next, title } }: { digest: DigestRow }) {
  if (!next) return <Paragraph quiet>This was the last mail of the follow-up to {title}.</Paragraph>;
  return (
    <Paragraph quiet>
      What comes next: {next.title}, {momentIn(next.zone, new Date(next.at))}.
    </Paragraph>
  );
}
