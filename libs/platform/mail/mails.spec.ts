import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/database.js';
import { DeliveryLedger } from './delivery.ledger.js';
import type { MailOrder } from './mails.service.js';
import { aMailHouse, type MailHouse } from './testing/mail-house.js';

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
  await house.db.query('truncate mail_ledger, mail_suppression');
  house.outbox.sent.length = 0;
  house.queue.heard.length = 0;
});

const letter = (address: string, more: Partial<MailOrder> = {}): MailOrder => ({ to: { address }, kind: 'test.letter', edition: 'first', category: 'digest', ...more });
const states = async (address: string): Promise<string[]> => (await house.mails.why({ address })).mails.map((mail) => mail.state);

test('nobody gets one kind and edition twice, however often and from wherever it is queued', async () => {
  const ana = newId();
  const order = letter('Ana@Example.org ', { to: { personId: ana, address: 'Ana@Example.org ' } });
  expect(await house.mails.sendAll([order, order])).toBe(1);
  await Promise.all(Array.from({ length: 20 }, () => house.mails.send(order)));
  // A changed address is the same person.
  await house.mails.send({ ...order, to: { personId: ana, address: 'ana@elsewhere.org' } });
  expect((await house.mails.why({ personId: ana })).mails).toHaveLength(1);

  await house.mails.send({ ...order, edition: 'second' });
  await Promise.all([house.worker().run(), house.worker().run()]);
  expect(house.outbox.sent.map((mail) => mail.to)).toEqual(['ana@example.org', 'ana@example.org']);
  expect(new Set(house.outbox.sent.map((mail) => mail.messageId)).size).toBe(2);
  expect(house.outbox.sent[0]!.messageId).toMatch(/^<[0-9a-f-]{36}@mail\.example\.org>$/);
});

test('a mail exists only if its cause does', async () => {
  await expect(
    house.db.transaction(async () => {
      await house.mails.send(letter('ana@example.org'));
      throw new Error('the cause failed');
    }),
  ).rejects.toThrow('the cause failed');
  expect(await states('ana@example.org')).toEqual([]);
  expect(house.queue.heard).toEqual([]);
});

test('queueing wakes the worker once a transaction, and not before its time', async () => {
  // Wake-ups keep a pause between them, and the test before may just have caused one.
  await new Promise((resolve) => setTimeout(resolve, 250));
  await house.db.transaction(async () => {
    await house.mails.send(letter('ana@example.org'));
    await house.mails.send(letter('ben@example.org'));
    expect(house.queue.heard).toEqual([]);
  });
  expect(house.queue.heard).toEqual([{ name: 'mail.deliver', data: {} }]);
  await new Promise((resolve) => setTimeout(resolve, 250));
  await house.mails.send(letter('cleo@example.org', { notBefore: new Date(Date.now() + 60_000) }));
  expect(house.queue.heard).toHaveLength(1);
  await house.worker().run();
  expect(house.outbox.sent.map((mail) => mail.to).sort()).toEqual(['ana@example.org', 'ben@example.org']);
});

test('an edition for thousands is one statement, and twice is once', async () => {
  await house.mails.stop('p7@example.org', 'digest');
  const edition = { kind: 'test.letter', edition: '2026-W47', category: 'digest' as const };
  const sql = `select null::uuid as person_id, 'P' || n || '@example.org' as address, jsonb_build_object('words', 'Number ' || n) as data from generate_series(1, $1::int) n`;
  expect(await house.mails.sendSelected(edition, sql, [3000])).toBe(3000);
  expect(await house.mails.sendSelected(edition, sql, [3001])).toBe(1);
  expect(await house.mails.counts()).toEqual({ queued: 3000, suppressed: 1 });
  const ids = await house.db.query<{ id: string }>('select id from mail_ledger order by created_at, id');
  expect(ids.every((row) => row.id[14] === '7' && '89ab'.includes(row.id[19] as string))).toBe(true);
  expect(Math.abs(parseInt(ids[0]!.id.replaceAll('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(60_000);
});

test('who unsubscribed from digests gets none, and one can see why', async () => {
  await house.mails.stop('Ana@example.org', 'digest');
  await house.mails.sendAll([letter('ana@example.org'), letter('ana@example.org', { category: 'notice', edition: 'n' }), letter('ben@example.org')]);
  const { mails, suppressions } = await house.mails.why({ address: 'ana@example.org' });
  expect(mails.map(({ category, state, error }) => [category, state, error]).sort()).toEqual([['digest', 'suppressed', 'unsubscribed'], ['notice', 'queued', null]]);
  expect(suppressions).toMatchObject([{ address: 'ana@example.org', reason: 'unsubscribed', category: 'digest' }]);
  await house.worker().run();
  expect(house.outbox.sent.map((mail) => mail.to).sort()).toEqual(['ana@example.org', 'ben@example.org']);
});

test('sign-in codes reach those who unsubscribed from everything, but no address that bounces or complained', async () => {
  const code = (address: string): MailOrder => letter(address, { category: 'transactional', edition: 'code' });
  await house.mails.stop('ana@example.org', null);
  await house.mails.suppress('ben@example.org', 'bounced');
  await house.mails.suppress('ben@example.org', 'bounced');
  await house.mails.suppress('cleo@example.org', 'complaint');
  await house.mails.sendAll([code('ana@example.org'), code('ben@example.org'), code('cleo@example.org'), letter('ana@example.org'), letter('cleo@example.org')]);
  await house.worker().run();
  expect(house.outbox.sent.map((mail) => mail.to)).toEqual(['ana@example.org']);
  expect(await states('ben@example.org')).toEqual(['suppressed']);
  await house.mails.pardon('ben@example.org');
  await house.mails.send({ ...code('ben@example.org'), edition: 'another code' });
  expect(await states('ben@example.org')).toContain('queued');
});

test('unsubscribing also stops what is queued already', async () => {
  await house.mails.send(letter('ana@example.org'));
  await house.mails.stop('ana@example.org', 'digest');
  await house.worker().run();
  expect(house.outbox.sent).toEqual([]);
  expect(await states('ana@example.org')).toEqual(['suppressed']);
});

test('what is not the address of one person is entered as failed and never sent', async () => {
  const bad = ['', 'ana', 'ana@', '@example.org', 'a@x.org, b@x.org', 'a@x.org\r\nBcc: b@x.org', 'Ana <a@x.org>', 'a@b@c.org', `${'a'.repeat(250)}@x.org`];
  await house.mails.sendAll(bad.map((address, n) => letter(address, { edition: String(n) })));
  expect(await house.mails.counts()).toEqual({ failed: bad.length });
  await house.worker().run();
  expect(house.outbox.sent).toEqual([]);
});

test('codes go before digests', async () => {
  await house.mails.sendAll([letter('d@x.org'), letter('n@x.org', { category: 'notice' }), letter('m@x.org', { category: 'message' }), letter('first@x.org', { priority: 5 })]);
  await house.mails.send(letter('c@x.org', { category: 'transactional' }));
  const { claimed } = await new DeliveryLedger(house.db, 1000, 0).claim(100, 32_767);
  expect(claimed.map((mail) => mail.address)).toEqual(['c@x.org', 'first@x.org', 'm@x.org', 'n@x.org', 'd@x.org']);
});

test('a forgotten person is no longer named, and waiting mail to them is gone', async () => {
  const ana = newId();
  const to = { personId: ana, address: 'ana@example.org' };
  await house.mails.send(letter('', { to, data: { words: 'Dear Ana' } }));
  await house.worker().run();
  await house.mails.send(letter('', { to, edition: 'later' }));
  await house.mails.forget(ana);
  expect(JSON.stringify(await house.db.query('select * from mail_ledger'))).not.toMatch(/ana/i);
  expect(await house.mails.counts()).toEqual({ sent: 1 });
});
