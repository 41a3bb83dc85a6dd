import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createVerify, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { MailMessage } from './mail.transport.js';
import { SmtpTransport } from './smtp.transport.js';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

let sink: SMTPServer;
let url: string;
let recipients: string[];
let received: string[];
/** What the sink answers instead of taking the mail: at the recipient or after the dot. */
let refusal: { at: 'rcpt' | 'data'; code: number; message: string } | null;
const opened: SmtpTransport[] = [];

beforeAll(async () => {
  sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(address, _session, callback) {
      if (refusal?.at === 'rcpt') return callback(Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
      recipients.push(address.address);
      callback();
    },
    onData(stream, _session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusal?.at === 'data') return callback(Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
        received.push(Buffer.concat(parts).toString('latin1'));
        callback();
      });
    },
  });
  url = await listening(sink.server as unknown as Server);
});

afterAll(async () => {
  for (const transport of opened) await transport.close();
  await new Promise<void>((resolve) => sink.close(() => resolve()));
});

beforeEach(() => {
  recipients = [];
  received = [];
  refusal = null;
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return `smtp://127.0.0.1:${(server.address() as { port: number }).port}`;
}

function smtp(options: Partial<ConstructorParameters<typeof SmtpTransport>[0]> = {}): SmtpTransport {
  const transport = new SmtpTransport({ url, ...options });
  opened.push(transport);
  return transport;
}

const aMessage = (more: Partial<MailMessage> = {}): MailMessage => ({
  messageId: '<0190@mail.example.org>',
  from: 'Accord <accord@mail.example.org>',
  to: 'ana@example.org',
  subject: 'Réunion – Friday',
  html: '<p>Good morning</p>',
  text: 'Good morning',
  headers: { 'List-Unsubscribe': '<https://accord.example.org/unsubscribe/abc>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  attachments: [{ filename: 'meeting.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
  ...more,
});

test('a mail arrives as it was written', async () => {
  await smtp().send(aMessage());
  const mail = await PostalMime.parse(received[0]!);
  expect(mail).toMatchObject({ messageId: '<0190@mail.example.org>', subject: 'Réunion – Friday', from: { address: 'accord@mail.example.org', name: 'Accord' } });
  expect([mail.text?.trim(), mail.html?.trim()]).toEqual(['Good morning', '<p>Good morning</p>']);
  expect(mail.attachments.map((attachment) => attachment.filename)).toEqual(['meeting.ics']);
  expect(recipients).toEqual(['ana@example.org']);
});

/** A mail that many get, as the renderer makes it: `mark` stands where each has their own token. */
function aShared(words: string): (to: string, token: string) => MailMessage {
  const mark = 'MarkOfTheTokenThatIsAsLongAsOne_-0123456789';
  const link = `https://accord.example.org/unsubscribe/${mark}`;
  const { messageId: _id, to: _to, ...rest } = aMessage();
  const common = { ...rest, html: `<p>${words}<a href="${link}">Stop</a> –</p><a href="${link}">Again</a>`, text: `${words}.\n<${link}>, and ü`, headers: { ...rest.headers, 'List-Unsubscribe': `<${link}>` } };
  return (to, token) => {
    const own = (text: string): string => text.replaceAll(mark, token);
    return { ...common, messageId: `<${token}@mail.example.org>`, to, html: own(common.html), text: own(common.text), headers: { ...common.headers, 'List-Unsubscribe': own(common.headers['List-Unsubscribe']) }, shared: { common, mark, token } };
  };
}

const bodyOf = (raw: string): string => raw.slice(raw.indexOf('\r\n\r\n')).replaceAll(/_NmP-[0-9a-f]+/g, '');
const TOKENS = ['a', 'B', '-_'].map((letters) => letters.repeat(43).slice(0, 43));

test('what many get is encoded once, and arrives as if it had been encoded for each', async () => {
  const transport = smtp();
  // Encoding breaks lines; somewhere among these the break falls on each letter of the token.
  for (let length = 0; length < 76; length += 1) {
    const one = aShared('x'.repeat(length));
    for (const [n, token] of TOKENS.entries()) {
      received = [];
      const message = one(`person${n}@example.org`, token);
      await transport.send(message);
      const mail = await PostalMime.parse(received[0]!);
      expect(mail).toMatchObject({ messageId: message.messageId, subject: message.subject, from: { address: 'accord@mail.example.org', name: 'Accord' }, to: [{ address: message.to }] });
      expect([mail.text?.trim(), mail.html?.trim()]).toEqual([message.text, message.html]);
      expect(mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toBe(message.headers['List-Unsubscribe']);
      expect(mail.attachments.map((attachment) => attachment.filename)).toEqual(['meeting.ics']);
      expect(Math.abs(Date.parse(mail.date!) - Date.now())).toBeLessThan(60_000);
    }
    const { shared: _, ...alone } = one('ana@example.org', TOKENS[2]!);
    await transport.send(alone);
    expect(bodyOf(received[0]!)).toBe(bodyOf(received[1]!));
  }
  expect(recipients).toHaveLength(76 * (TOKENS.length + 1));
});

test('no shared mail is sent to more than its one recipient, nor with more headers than it has', async () => {
  const one = aShared('Hello');
  for (const to of ['ana@example.org, spy@evil.example', 'ana@example.org\r\nBcc: spy@evil.example', 'ana@example.org>\r\nRCPT TO:<spy@evil.example']) await smtp().send(one(to, TOKENS[0]!)).catch(() => undefined);
  await smtp().send({ ...one('ana@example.org', TOKENS[0]!), messageId: '<1@x>\r\nX-Evil: 1' });
  const message = one('ana@example.org', TOKENS[0]!);
  await smtp().send({ ...message, shared: { ...message.shared!, token: `${'a'.repeat(30)}\r\nX-Evil: 123` } });
  expect(received.length).toBeGreaterThanOrEqual(2);
  for (const raw of received) expect(raw).not.toMatch(/^(x-evil|bcc):/im);
  expect(recipients).not.toContain('spy@evil.example');
});

test.each([
  ['a mail', aMessage()],
  ['a mail that many get', aShared('Good morning')('ana@example.org', 'abc'.padEnd(43, '-'))],
])('the signature of %s covers both unsubscribe headers, and holds', async (_, message) => {
  await smtp({ dkim: { domain: 'mail.example.org', selector: 'accord', privateKey: pem.replaceAll('\n', '\\n') } }).send(message);
  const raw = received[0]!;
  const [head] = raw.split('\r\n\r\n', 1) as [string];
  const fields = head.split(/\r\n(?![ \t])/);
  const field = (name: string): string => fields.find((each) => each.toLowerCase().startsWith(`${name}:`))!;
  const signature = field('dkim-signature');
  const tags = Object.fromEntries(signature.slice(signature.indexOf(':') + 1).replaceAll(/\s+/g, '').split(';').map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]));
  const covered = (tags.h as string).toLowerCase().split(':');
  expect(covered).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']));

  const relaxed = (text: string): string => {
    const colon = text.indexOf(':');
    return `${text.slice(0, colon).toLowerCase().trim()}:${text.slice(colon + 1).replaceAll(/\r\n[ \t]+/g, ' ').replaceAll(/[ \t]+/g, ' ').trim()}`;
  };
  const unsigned = relaxed(signature).replace(/(\bb=)[^;]*$/, '$1');
  const signed = [...covered.map((name) => relaxed(field(name))), unsigned].join('\r\n');
  const verify = (text: string): boolean => createVerify('RSA-SHA256').update(text, 'latin1').verify(keys.publicKey, tags.b as string, 'base64');
  expect(verify(signed)).toBe(true);
  expect(verify(signed.replace('unsubscribe/abc', 'unsubscribe/evil'))).toBe(false);
});

test('no words can become a header or a second recipient', async () => {
  const evil = 'Hello\r\nBcc: spy@evil.example\r\nX-Evil: 1\r\n\r\n<script>';
  await smtp().send(aMessage({ subject: evil, attachments: [{ filename: `a.ics\r\nX-Evil: 1`, contentType: 'text/calendar\r\nX-Evil: 1', content: 'x' }] }));
  await smtp().send(aMessage({ headers: { 'List-Unsubscribe': `<https://x>\r\nX-Evil: 1` } }));
  for (const raw of received) expect(raw).not.toMatch(/^(x-evil|bcc):/im);
  await smtp().send(aMessage({ to: 'ana@example.org, spy@evil.example' })).catch(() => undefined);
  await smtp().send(aMessage({ to: 'ana@example.org\r\nRCPT TO:<spy@evil.example>' })).catch(() => undefined);
  expect(recipients).not.toContain('spy@evil.example');
});

test('content never makes the server read a file or fetch an address', async () => {
  const attachment = { filename: 'x', contentType: 'text/plain', content: '', path: '/etc/hostname' };
  await expect(smtp().send(aMessage({ attachments: [attachment] }))).rejects.toThrow(/rejected/i);
  const html = { path: 'http://127.0.0.1:1/' } as unknown as string;
  await expect(smtp().send(aMessage({ html }))).rejects.toThrow(/rejected/i);
});

test.each([
  ['rcpt', 550, '5.1.1 no such person', { retry: 'never', bounced: true }],
  ['rcpt', 550, 'no such person', { retry: 'never', bounced: true }],
  ['rcpt', 450, '4.2.1 try later', { retry: 'later', bounced: false }],
  ['data', 451, 'greylisted', { retry: 'later', bounced: false }],
  ['data', 550, '5.7.515 access denied', { retry: 'never', bounced: false }],
] as const)('refused at %s with %i %s', async (at, code, message, expected) => {
  refusal = { at, code, message };
  await expect(smtp().send(aMessage())).rejects.toMatchObject(expected);
});

test('a server that is not there is tried again', async () => {
  const gone = createServer();
  const nobody = await listening(gone);
  await new Promise((resolve) => gone.close(resolve));
  await expect(smtp({ url: nobody }).send(aMessage())).rejects.toMatchObject({ retry: 'later' });
});

test('a connection that breaks after the dot leaves the outcome open, and nothing sends the mail again by itself', async () => {
  let dots = 0;
  const breaking = createServer((socket) => {
    let inData = false;
    socket.write('220 sink\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        dots += 1;
        socket.destroy();
      } else if (/^DATA/im.test(text)) {
        inData = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 ok\r\n');
    });
  });
  const error: unknown = await smtp({ url: await listening(breaking) }).send(aMessage({ attachments: [] })).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toHaveProperty('retry');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(dots).toBe(1);
  await new Promise((resolve) => breaking.close(resolve));
});

test('SMTP cannot say what became of a mail', async () => {
  expect(await smtp().find('<0190@mail.example.org>')).toBe('unsupported');
});
