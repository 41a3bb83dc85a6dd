import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { SecretKey } from '@app/platform/secrets';
import { type FreshDatabase, freshDatabase } from '../../../test/setup/database.js';
import { aMailHouse, type MailHouse } from './testing/mail-house.js';
import { UnsubscribeLink } from './unsubscribe-link.js';
import { registerMailRoutes } from './unsubscribe.routes.js';

let fresh: FreshDatabase;
let house: MailHouse;
let server: FastifyInstance;
let address: string;
let token: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  house = await aMailHouse(fresh.url);
  server = fastify();
  registerMailRoutes(server, house.get);
  // The web app answers GET with a page.
  server.get('/*', async () => 'a page with a button');
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  server.server.closeAllConnections();
  await server.close();
  await house.db.source.destroy();
  await fresh.drop();
});

beforeEach(async () => {
  await house.db.query('truncate mail_ledger, mail_suppression');
  await house.mails.send({ to: { address: 'ana@example.org' }, kind: 'test.letter', edition: 'first', category: 'digest' });
  await house.worker().run();
  const link = house.outbox.to('ana@example.org').headers['List-Unsubscribe'] as string;
  token = /unsubscribe\/([\w-]+)>$/.exec(link)![1] as string;
});

const post = (path: string, headers: Record<string, string>, body: string): Promise<Response> => fetch(`${address}${path}`, { method: 'POST', headers, body, redirect: 'manual' });
const suppressions = () => house.db.query('select address, reason, category from mail_suppression');
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

test('opening the link, as mail filters do, changes nothing', async () => {
  for (const method of ['GET', 'HEAD'] as const) expect((await fetch(`${address}/unsubscribe/${token}`, { method })).status).toBe(200);
  expect(await house.mails.subscriptionOf(token)).toEqual({ address: 'a…@example.org', category: 'digest', stopped: false, about: null });
  expect(await suppressions()).toEqual([]);
});

test('one click stops the category, without cookie or redirect, and twice is once', async () => {
  for (let time = 0; time < 2; time += 1) {
    const reply = await post(`/unsubscribe/${token}`, FORM, 'List-Unsubscribe=One-Click');
    expect(reply.status).toBe(200);
    expect(await reply.text()).toBe('Done. a…@example.org gets no more digests from Accord.\n');
    expect(reply.headers.get('set-cookie')).toBeNull();
    expect(reply.headers.get('content-type')).toContain('text/plain');
  }
  expect(await suppressions()).toEqual([{ address: 'ana@example.org', reason: 'unsubscribed', category: 'digest' }]);
});

test('every form a mail program may post is understood', async () => {
  const multipart = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  for (const [headers, payload] of [
    [{ 'content-type': 'multipart/form-data; boundary=x' }, multipart],
    [{ 'content-type': 'application/json', accept: 'application/json' }, '{"List-Unsubscribe":"One-Click"}'],
    [{}, ''],
  ] as const) {
    await house.db.query('truncate mail_suppression');
    expect((await post(`/unsubscribe/${token}`, headers, payload)).status).toBe(200);
    expect(await suppressions()).toHaveLength(1);
  }
});

test('everything can be stopped, and allowed again', async () => {
  await post(`/unsubscribe/${token}`, FORM, 'scope=everything');
  expect(await suppressions()).toMatchObject([{ category: null }]);
  expect(await house.mails.resubscribe(token)).toMatchObject({ stopped: false });
  expect(await suppressions()).toEqual([]);
});

test('a link we did not make does nothing', async () => {
  const mail = await house.db.one<{ id: string }>('select id from mail_ledger');
  const other = new UnsubscribeLink(new SecretKey('z'.repeat(40))).tokenOf(mail!.id);
  const flipped = `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`;
  for (const forged of [flipped, other, 'x', 'A'.repeat(43), 'A'.repeat(4000), '..%2f..', '%00']) {
    const reply = await post(`/unsubscribe/${forged}`, FORM, 'List-Unsubscribe=One-Click');
    expect([400, 404, 414]).toContain(reply.status);
  }
  expect(await suppressions()).toEqual([]);
  expect(token).toHaveLength(43);
});
