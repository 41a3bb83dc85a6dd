import { expect, test } from '@jest/globals';
import { loadConfig } from '@app/platform/config';
import { newId } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { SecretKey } from '@app/platform/secrets';
import type { MailCategory } from './mail-ledger.entity.js';
import { MailRenderer, type MailToRender } from './mail-renderer.js';
import { mailTemplate, mailTemplates, type WrittenMail } from './mail-template.js';
import { Button, Code, Heading, List, Paragraph, Quote } from './MailParts.js';
import { UnsubscribeLink } from './unsubscribe-link.js';

const HOSTILE = '<script>alert(1)</script>\r\nBcc: spy@evil.example';
const links = new UnsubscribeLink(new SecretKey('k'.repeat(40)));
const config = loadConfig({ NODE_ENV: 'test', PUBLIC_URL: 'https://accord.example.org/', MAIL_FROM: 'Accord <accord@mail.example.org>', MAIL_POSTAL_ADDRESS: '1 School Street, Springfield' });

const weekly = (more: Partial<WrittenMail> = {}) =>
  mailTemplate<{ who: string }>({
    kind: 'test.weekly',
    render: async (_get, mail) => ({
      subject: `New this week, ${mail.data.who}`,
      preheader: 'Two districts asked about teacher evaluation.',
      because: 'You get this because you asked for a weekly digest.',
      element: (
        <>
          <Heading>New this week</Heading>
          <Paragraph>Good morning, {mail.data.who}.</Paragraph>
          <List title="Asked" items={[{ title: 'How do you score peer review?', to: mail.link('/threads/1'), note: 'Springfield, Thursday' }]} />
          <Quote by="A union president">{'We tried it.\nTwice.\n\nIt held.'}</Quote>
          <Code>{'123456'}</Code>
          <Button to={mail.link('threads')}>Read what they said</Button>
        </>
      ),
      ...more,
    }),
  });

const rendererOf = (template = weekly()): MailRenderer =>
  new MailRenderer(new Contributions([{ name: 'test', contributes: [mailTemplates.with(template)] }]), (() => null) as unknown as Get, links, config);

const aMail = (category: MailCategory = 'digest', who = 'Ana'): MailToRender => ({ id: newId(), personId: null, address: 'ana@example.org', kind: 'test.weekly', edition: 'w1', category, data: { who }, messageId: '<1@mail.example.org>' });

test('a mail is a page: one title, one button, why it came, how to stop it, and where we are', async () => {
  const { html, text, subject } = (await rendererOf().render(aMail()))!;
  expect(subject).toBe('New this week, Ana');
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain('lang="en"');
  expect(html).toContain('max-width:600px');
  expect(html).toContain('href="https://accord.example.org/threads"');
  for (const words of ['Two districts asked about teacher evaluation.', 'You get this because', '1 School Street, Springfield', 'Stop mail of this kind']) expect(html).toContain(words);
  // Nothing is fetched when a mail is opened: no pictures, no fonts, no counting of readers.
  expect(html).not.toMatch(/<img|@font-face|url\(|<script|<link/);
  expect(text).not.toContain('Two districts asked');
});

test('it reads as plain text too', async () => {
  const mail = aMail();
  const { text } = (await rendererOf().render(mail))!;
  const stop = `https://accord.example.org/unsubscribe/${links.tokenOf(mail.id)}`;
  for (const words of ['New this week', 'Good morning, Ana.', 'https://accord.example.org/threads/1', 'Springfield, Thursday', 'Twice.', '123456', stop, '1 School Street']) expect(text).toContain(words);
  expect(text).not.toMatch(/<(?!https:)[a-z/]|&[a-z]+;|NEW THIS WEEK/);
});

test('a template may write its plain text itself; the foot stays', async () => {
  const { text } = (await rendererOf(weekly({ text: 'Line one\nLine two' })).render(aMail()))!;
  expect(text).toContain('Line one\nLine two');
  expect(text).toContain('You get this because');
});

test('words of members stay words, in the body and in the subject', async () => {
  const { html, subject } = (await rendererOf().render(aMail('digest', HOSTILE)))!;
  expect(html).not.toContain('<script');
  expect(subject).toBe('New this week, <script>alert(1)</script> Bcc: spy@evil.example');
});

test.each([
  ['digest', undefined, true],
  ['message', undefined, true],
  ['notice', undefined, true],
  ['digest', false, true],
  ['notice', false, false],
  ['transactional', undefined, false],
] as const)('a %s (unsubscribable: %s) can be stopped by one click: %s', async (category, unsubscribable, stoppable) => {
  const mail = aMail(category);
  const { headers, html } = (await rendererOf(weekly({ unsubscribable })).render(mail))!;
  const stop = `https://accord.example.org/unsubscribe/${links.tokenOf(mail.id)}`;
  expect(headers).toEqual(stoppable ? { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {});
  expect(html.includes(stop)).toBe(stoppable);
});
