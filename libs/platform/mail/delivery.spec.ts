import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/database.js';
import { HeldTransport } from './held.transport.js';
import type { MailCategory } from './mail-ledger.entity.js';
import { keepsMailbox, transportOf } from './mail.feature.js';
import { type Found, type MailMessage, MailRefused } from './mail.transport.js';
import { Mailbox } from './mailbox.service.js';
import { MailboxTransport } from './mailbox.transport.js';
import { SmtpTransport } from './smtp.transport.js';
import { aMailHouse, type MailHouse } from './testing/mail-house.js';
import { OutboxTransport } from './testing/outbox.transport.js';

let fresh: FreshDatabase;
let house: MailHouse;

beforeAll(async () => {
  fresh = await freshDatabase();
  house = await aMailHouse(fresh.url);
});

afterAll(async () => {
  await house.db.source.destroy();
  await fresh.drop();
});

beforeEach(async () => {
  await house.db.query('truncate mail_ledger, mail_suppression, mailbox_message');
  house.outbox.sent.length = 0;
  house.outbox.failures.length = 0;
});

/** A transport whose sends end only when the test says so; a worker that uses it stands for one that died in mid-mail. */
class StuckTransport extends OutboxTransport {
  letGo: () => void = () => undefined;
  handed: () => void = () => undefined;
  readonly begun = new Promise<void>((resolve) => (this.handed = resolve));
  private readonly held = new Promise<void>((resolve) => (this.letGo = resolve));

  override async send(message: MailMessage): Promise<{ accepted: string }> {
    this.handed();
    await this.held;
    return super.send(message);
  }
}

/** What plain SMTP can say about a Message-ID. */
class MuteTransport extends OutboxTransport {
  override async find(_messageId: string): Promise<Found> {
    return 'unsupported';
  }
}

const queue = (address: string, category: MailCategory = 'digest', data = {}): Promise<void> => house.mails.send({ to: { address }, kind: 'test.letter', edition: category, category, data });
const fate = async (address: string) => (await house.mails.why({ address })).mails[0]!;
const expire = () => house.db.query(`update mail_ledger set lease_until = now() - interval '1 second' where state = 'sending'`);
const dueNow = () => house.db.query(`update mail_ledger set not_before = now()`);

test('several workers at once send each mail once', async () => {
  await house.mails.sendSelected({ kind: 'test.letter', edition: 'e', category: 'digest' }, `select null as person_id, n || '@x.org' as address, '{}' as data from generate_series(1, 250) n`);
  await Promise.all(Array.from({ length: 4 }, () => house.worker().run()));
  expect(house.outbox.sent).toHaveLength(250);
  expect(new Set(house.outbox.sent.map((mail) => mail.to)).size).toBe(250);
  expect(await house.mails.counts()).toEqual({ sent: 250 });
});

test('a run that is short of time gives back what it has not begun', async () => {
  await house.mails.sendSelected({ kind: 'test.letter', edition: 'e', category: 'digest' }, `select null as person_id, n || '@x.org' as address, '{}' as data from generate_series(1, 50) n`);
  const stuck = new StuckTransport();
  const run = house.worker({ transport: stuck, runMs: 1000 }).run();
  await stuck.begun;
  await new Promise((resolve) => setTimeout(resolve, 1050));
  stuck.letGo();
  await run;
  expect(await house.mails.counts()).toEqual({ sent: 20, queued: 30 });
});

test('however many digests wait for a slow server, a sign-in code finds a free connection', async () => {
  let [taking, most] = [0, 0];
  const slow = new StuckTransport();
  const send = slow.send.bind(slow);
  slow.send = async (message) => {
    most = Math.max(most, (taking += 1));
    return send(message).finally(() => (taking -= 1));
  };
  await house.mails.sendSelected({ kind: 'test.letter', edition: 'e', category: 'digest' }, `select null as person_id, n || '@x.org' as address, '{}' as data from generate_series(1, 30) n`);
  const worker = house.worker({ transport: slow });
  const run = worker.run();
  const open = async () => (await house.db.one<{ n: number }>(`select count(*)::int as n from mail_ledger where handed_at is not null`))?.n;
  while ((await open()) !== 20) await new Promise((resolve) => setTimeout(resolve, 20));
  expect([taking, most]).toEqual([5, 5]);
  await queue('ana@example.org', 'transactional');
  void worker.run();
  while (taking < 6) await new Promise((resolve) => setTimeout(resolve, 20));
  slow.letGo();
  await run;
  while ((await house.mails.counts()).sent !== 31) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(slow.sent).toHaveLength(31);
});

test('a mail that waited too long for its turn goes back, for it has certainly not left', async () => {
  await house.mails.sendSelected({ kind: 'test.letter', edition: 'e', category: 'digest' }, `select null as person_id, n || '@x.org' as address, '{}' as data from generate_series(1, 6) n`);
  const slow = new StuckTransport();
  const run = house.worker({ transport: slow, leaseMs: 1000 }).run();
  while ((await house.db.query(`select 1 from mail_ledger where handed_at is not null`)).length !== 6) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 600));
  slow.letGo();
  await run;
  expect(await house.mails.counts()).toEqual({ sent: 5, queued: 1 });
  await house.worker({ transport: slow }).run();
  expect(await house.mails.counts()).toEqual({ sent: 6 });
  expect(slow.sent).toHaveLength(6);
});

test('a mail that was taken before its worker died is not sent again', async () => {
  await queue('ana@example.org');
  const dead = new StuckTransport();
  void house.worker({ transport: dead }).run();
  await dead.begun;
  // The server has it; the worker never heard.
  house.outbox.sent.push({ ...(await house.renderer.render((await row('ana@example.org'))!))! });
  await house.worker().run();
  expect((await fate('ana@example.org')).state).toBe('sending');
  await expire();
  await house.worker().run();
  expect((await fate('ana@example.org')).state).toBe('sent');
  expect(house.outbox.sent).toHaveLength(1);
});

test('a mail that never left is sent again under the same Message-ID, once the grace is over', async () => {
  await queue('ana@example.org');
  const dead = new StuckTransport();
  void house.worker({ transport: dead }).run();
  await dead.begun;
  await expire();
  await house.worker({ graceMs: 60_000 }).run();
  expect(house.outbox.sent).toHaveLength(0);
  expect((await fate('ana@example.org')).state).toBe('sending');
  await expire();
  await house.worker().run();
  expect(house.outbox.sent).toHaveLength(1);
  expect(house.outbox.sent[0]!.messageId).toBe((await row('ana@example.org'))!.messageId);
});

test('a worker that wakes up after its lease cannot overwrite what the other one found', async () => {
  await queue('ana@example.org');
  const frozen = new StuckTransport();
  const late = house.worker({ transport: frozen }).run();
  await frozen.begun;
  await expire();
  house.outbox.failures.push(new MailRefused('550 5.1.1 no such person', 'never', true));
  await house.worker().run();
  expect((await fate('ana@example.org')).state).toBe('failed');
  frozen.letGo();
  await late;
  expect(await fate('ana@example.org')).toMatchObject({ state: 'failed', error: '550 5.1.1 no such person' });
});

test('where SMTP cannot say, digests and messages become uncertain and the rest is sent again', async () => {
  const mute = new MuteTransport();
  for (const category of ['digest', 'message', 'notice', 'transactional'] as const) {
    await queue(`${category}@x.org`, category);
    mute.failures.push(new Error('the connection broke after the last dot'));
  }
  await house.worker({ transport: mute }).run();
  expect(mute.sent).toEqual([]);
  await house.worker({ transport: mute }).run();
  expect(mute.sent.map((mail) => mail.to).sort()).toEqual(['notice@x.org', 'transactional@x.org']);
  expect((await house.mails.uncertain()).map((mail) => mail.address).sort()).toEqual(['digest@x.org', 'message@x.org']);
});

test('what a dead worker had claimed but not begun is sent at once, digests too', async () => {
  await queue('ana@example.org');
  await house.db.query(`update mail_ledger set state = 'sending', lease_token = gen_random_uuid(), lease_until = now() - interval '1 second'`);
  const mute = new MuteTransport();
  await house.worker({ transport: mute, graceMs: 60_000 }).run();
  expect(mute.sent).toHaveLength(1);
});

test('a refusal for now is tried again later, with more patience each time, and given up after 72 hours', async () => {
  await queue('ana@example.org');
  const waits: number[] = [];
  for (let time = 0; time < 7; time += 1) {
    house.outbox.failures.push(new MailRefused('451 try again later', 'later'));
    await dueNow();
    await house.worker().run();
    const wait = await house.db.one<{ minutes: number }>(`select round(extract(epoch from not_before - now()) / 60)::int as minutes from mail_ledger`);
    waits.push(wait!.minutes);
  }
  expect(waits).toEqual([1, 5, 15, 60, 240, 480, 480]);
  expect(await fate('ana@example.org')).toMatchObject({ state: 'queued', attempts: 7, error: '451 try again later' });
  await house.db.query(`update mail_ledger set tried_since = now() - interval '73 hours'`);
  house.outbox.failures.push(new MailRefused('451 try again later', 'later'));
  await dueNow();
  await house.worker().run();
  expect((await fate('ana@example.org')).state).toBe('failed');
  expect(house.outbox.sent).toEqual([]);
});

test('a dead address is not written to again', async () => {
  await queue('ana@example.org');
  house.outbox.failures.push(new MailRefused('550 5.1.1 no such person', 'never', true));
  await house.worker().run();
  expect(await fate('ana@example.org')).toMatchObject({ state: 'failed', attempts: 1 });
  await queue('ana@example.org', 'transactional');
  expect(await fate('ana@example.org')).toMatchObject({ state: 'suppressed', error: 'bounced' });
});

test('that an address is dead is told once, with the refusal; a refusal about us tells nothing of the address', async () => {
  const told = async (): Promise<unknown[]> => (await house.db.query<{ payload: unknown }>(`select payload from outbox where name = 'mail.bounced' order by id`)).map(({ payload }) => payload);
  await house.db.query(`delete from outbox`);
  await queue('ben@example.org');
  house.outbox.failures.push(new MailRefused('554 5.7.1 you are not welcome', 'never', false));
  await house.worker().run();
  expect(await told()).toEqual([]);
  await queue('ana@example.org');
  house.outbox.failures.push(new MailRefused('550 5.1.1 no such person', 'never', true));
  await house.worker().run();
  // A provider's report of the same bounce comes later.
  await house.mails.suppress('Ana@example.org', 'bounced');
  expect(await told()).toEqual([{ address: 'ana@example.org' }]);
  await house.mails.pardon('ana@example.org');
  await house.mails.suppress('ana@example.org', 'bounced');
  expect(await told()).toHaveLength(2);
});

test('a mail that cannot be written holds up no other', async () => {
  await house.mails.send({ to: { address: 'ana@example.org' }, kind: 'no.such-kind', edition: 'e', category: 'digest' });
  await queue('ben@example.org');
  await queue('cleo@example.org', 'digest', { gone: true });
  await house.worker().run();
  expect(house.outbox.sent.map((mail) => mail.to)).toEqual(['ben@example.org']);
  expect((await fate('ana@example.org')).error).toContain('No feature writes mail of the kind no.such-kind');
  expect((await fate('cleo@example.org')).state).toBe('suppressed');
});

test('without a mail server mail is held, and goes out once there is one', async () => {
  await queue('ana@example.org');
  await queue('old@example.org');
  await house.worker({ transport: new HeldTransport() }).run();
  expect(await house.mails.counts()).toEqual({ held: 2 });
  await house.db.query(`update mail_ledger set created_at = now() - interval '4 days', not_before = now() - interval '4 days' where address = 'old@example.org'`);
  await house.worker().run();
  expect(house.outbox.sent.map((mail) => mail.to)).toEqual(['ana@example.org']);
  expect((await fate('old@example.org')).state).toBe('failed');
});

test('the demo keeps its mail on the mailbox page, each once', async () => {
  const transport = new MailboxTransport(house.db);
  await queue('ana@example.org');
  await house.worker({ transport }).run();
  const again = (await house.renderer.render((await row('ana@example.org'))!))!;
  await transport.send(again);
  const mailbox = new Mailbox(house.db, true);
  const [entry, ...others] = await mailbox.list('Ana@example.org');
  expect(others).toEqual([]);
  expect(await mailbox.find(entry!.id)).toMatchObject({ to: 'ana@example.org', subject: 'A letter', headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } });
  expect(await transport.find(again.messageId)).toBe('accepted');
  expect(await transport.find('<other@x>')).toBe('unknown');
  const shut = new Mailbox(house.db, false);
  expect([await shut.list(), await shut.find(entry!.id), await mailbox.find('nonsense')]).toEqual([[], null, null]);
});

test('the settings choose the transport, and the mailbox only where nobody else can reach it', () => {
  const choose = (settings: Partial<typeof house.config>) => transportOf({ ...house.config, ...settings }, house.db);
  expect(choose({ DATABASE_URL: undefined })).toBeInstanceOf(MailboxTransport);
  expect(choose({ DATABASE_URL: 'postgres://x/y', ACCORD_EMBEDDED: true })).toBeInstanceOf(MailboxTransport);
  expect(choose({ DATABASE_URL: 'postgres://x/y' })).toBeInstanceOf(HeldTransport);
  expect(choose({ HOST: '0.0.0.0' })).toBeInstanceOf(HeldTransport);
  expect(choose({ ACCORD_DEMO: false })).toBeInstanceOf(HeldTransport);
  expect(choose({ SMTP_URL: 'smtp://127.0.0.1:25' })).toBeInstanceOf(SmtpTransport);
  expect(keepsMailbox({ ...house.config, SMTP_URL: 'smtp://127.0.0.1:25' })).toBe(false);
});

async function row(address: string) {
  const found = await house.db.one<{ id: string; message_id: string }>('select id, message_id from mail_ledger where address = $1', [address]);
  return found && { id: found.id, messageId: found.message_id, personId: null, address, kind: 'test.letter', edition: 'digest', category: 'digest' as const, data: {} };
}
