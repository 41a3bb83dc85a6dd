import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { Config } from '@app/platform/config';
import { Accounts } from '@app/people';
import { openHouse, type TestHouse } from '../setup/house.js';
import { compileProcesses, type RealProcess, startProcess } from '../setup/processes.js';
import { type S3Store, startS3 } from '../setup/s3.js';

jest.setTimeout(240_000);

const SMTP_PASSWORD = 'the-mail-password-41';
let house: TestHouse;
let store: S3Store;
let smtp: SMTPServer;
let api: RealProcess;
let worker: RealProcess;
let base: Record<string, string>;
const letters: string[] = [];

beforeAll(async () => {
  await compileProcesses();
  [house, store] = await Promise.all([openHouse(), startS3()]);
  await house.get(Accounts).ensure({ email: 'ana@maple.example', name: 'Ana' });
  smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, done) => done(null, { user: 'accord' }),
    onData: (stream, _session, done) => {
      let letter = '';
      stream.on('data', (part: Buffer) => (letter += part.toString()));
      stream.on('end', () => {
        letters.push(letter.replace(/=\r\n/g, '').replace(/=3D/g, '='));
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  const listening = smtp.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const config = house.get('CONFIG' as never) as Config;
  base = {
    DATABASE_URL: config.DATABASE_URL ?? '', DATABASE_POOL: '4', ACCORD_DATA: config.ACCORD_DATA, SECRET_KEY: config.SECRET_KEY ?? '', DRAIN_SECONDS: '0', ACCORD_DEMO: 'off',
    LOG_LEVEL: 'debug', S3_URL: store.url, SMTP_URL: `smtp://accord:${SMTP_PASSWORD}@127.0.0.1:${(listening.address() as AddressInfo).port}`, TRUST_PROXY: 'on',
  };
  [api, worker] = await Promise.all([startProcess('api', base), startProcess('worker', base)]);
});

afterAll(async () => {
  for (const each of [api, worker]) each?.signal('SIGKILL');
  await Promise.all([api?.ended, worker?.ended]);
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await store.close();
  await house.close();
});

async function ask(query: string, input: Record<string, unknown>, headers: Record<string, string> = {}): Promise<{ headers: Headers; result: Record<string, string> }> {
  const response = await fetch(`${api.address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables: { input } }) });
  const body = (await response.json()) as { data?: { result?: Record<string, string> } };
  return { headers: response.headers, result: body.data?.result ?? {} };
}

const REQUEST = 'mutation($input: RequestSignInCodeInput!) { result: requestSignInCode(input: $input) { __typename ... on CodeSent { challengeId } } }';
const SIGN_IN = 'mutation($input: SignInInput!) { result: signIn(input: $input) { __typename } }';
const BY_LINK = 'mutation($input: SignInByLinkInput!) { result: signInByLink(input: $input) { __typename } }';

test('the id that the proxy gave a request is found in the line of the change and in that of the mail that came of it; codes, tokens, cookies, keys and passwords are found nowhere', async () => {
  const id = 'from-the-proxy-0001';
  const { headers, result } = await ask(REQUEST, { email: 'ana@maple.example' }, { 'x-request-id': id });
  expect(headers.get('x-request-id')).toBe(id);
  for (let n = 0; n < 300 && letters.length === 0; n++) await wait(50);
  const letter = letters[0] ?? '';
  const code = /\b(\d{3})\s?(\d{3})\b/.exec(letter.slice(letter.indexOf('\r\n\r\n')))?.slice(1).join('') ?? '';
  const token = /https?:\/\/[^\s"<]*\/([\w.-]{20,})/.exec(letter)?.[1] ?? '';
  expect([code.length, token.length > 20]).toEqual([6, true]);
  for (let n = 0; n < 100 && !worker.said().includes('mail handed over'); n++) await wait(50);

  const lines = (process: RealProcess): Record<string, unknown>[] => process.said().trim().split('\n').filter((line) => line.includes(id)).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines(api)).toContainEqual(expect.objectContaining({ request: id, mutation: 'requestSignInCode', status: 200, msg: 'request' }));
  expect(lines(worker)).toContainEqual(expect.objectContaining({ cause: id, kind: expect.any(String), msg: 'mail handed over' }));

  // The ways on which things go wrong.
  const wrong = code === '111111' ? '222222' : '111111';
  expect((await ask(SIGN_IN, { challengeId: result.challengeId, code: wrong })).result.__typename).not.toBe('SignedIn');
  await ask(BY_LINK, { token: `${token}x` });
  await ask(SIGN_IN, { challengeId: 'nonsense', code });
  await ask('mutation($input: SignInInput!) { result: signIn(input: $input) { nothing } }', { code });
  const signedIn = await ask(SIGN_IN, { challengeId: result.challengeId, code });
  expect(signedIn.result.__typename).toBe('SignedIn');
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(cookie.length).toBeGreaterThan(20);
  await fetch(`${api.address}/mail/unsubscribe/${token}?token=${token}`);
  await fetch(`${api.address}/nothing/${token}?code=${code}`, { headers: { cookie } });
  await ask('{ nonsense(', {}, { cookie: `${cookie}x` });
  await store.stop();
  await wait(1100);
  expect((await fetch(`${api.address}/readyz`)).status).toBe(503);
  for (const url of ['postgres://accord:a-wrong-password-77@127.0.0.1:1/accord', base.DATABASE_URL?.replace(/:[^:@/]+@/, ':a-wrong-password-77@') ?? '']) {
    const refused = await startProcess('api', { ...base, DATABASE_URL: url }).then(() => '', (error: Error) => error.message);
    expect(refused).toContain('cannot go on');
    expect(refused).not.toContain('a-wrong-password-77');
  }
  await expect(startProcess('api', { ...base, S3_URL: 'https://AKIAKEY0:sEcReT99@s3.example.org/Not_A_Bucket' })).rejects.not.toThrow('sEcReT99');

  const said = api.said() + worker.said();
  expect(said).toContain('"missing":"storage:');
  const database = new URL(base.DATABASE_URL ?? '').password;
  const secrets = { code, token, cookie: cookie.split('=')[1] ?? '', database, smtp: SMTP_PASSWORD, key: base.SECRET_KEY ?? '', s3: 'S3RVER' };
  for (const [what, secret] of Object.entries(secrets)) {
    // Six digits also stand in times and ids by chance: a code counts where it stands alone.
    const alone = new RegExp(`(?<![\\da-f-])${secret.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\da-f-])`);
    const holds = (line: string): boolean => secret.length > 3 && (what === 'code' ? alone.test(line) : line.includes(secret));
    expect({ what, lines: said.split('\n').filter(holds) }).toEqual({ what, lines: [] });
  }
});

test('an id that comes from anybody else is not taken over', async () => {
  const alone = await startProcess('api', { ...base, TRUST_PROXY: '10.0.0.0/8' });
  const response = await fetch(`${alone.address}/healthz`, { headers: { 'x-request-id': 'from-a-visitor-0001' } });
  alone.signal('SIGKILL');
  await alone.ended;
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  const long = await fetch(`${api.address}/healthz`, { headers: { 'x-request-id': 'x'.repeat(200) } });
  expect(long.headers.get('x-request-id')).toHaveLength(36);
});
