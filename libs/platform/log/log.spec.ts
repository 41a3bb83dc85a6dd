import { expect, test } from '@jest/globals';
import { createLog, currentCause, logContext } from './index.js';

const PASSWORD = 'pa55/w+rd "with" quotes';
const KEY = 'AKIA0TESTKEY0000';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ level: 'debug', process: 'test', known: [PASSWORD, KEY] }, (line) => void lines.push(line)));
  return lines.join('');
}

test.each<[string, object | string, string]>([
  ['a field called code', { code: '123456' }, '123456'],
  ['a nested token', { mail: { token: 'abc' } }, 'abc'],
  ['a cookie header', { headers: { cookie: 'accord=s3cr3t-s3cr3t' } }, 's3cr3t'],
  ['a database address in an error', { error: 'connect postgres://accord:hunter2x@db:5432/accord refused' }, 'hunter2x'],
  ['an address with a password alone', { error: 'redis://:hunter2x@cache:6379' }, 'hunter2x'],
  ['an S3 address', { error: `https://${KEY}:sEcReT99@s3.example.org/bucket` }, 'sEcReT99'],
  ['a known key anywhere', `InvalidAccessKeyId ${KEY}`, KEY],
  ['a known password with quotes', { error: `password ${PASSWORD} refused` }, PASSWORD],
  ['a session cookie in a text', 'seen: __Host-accord=AbCdEfGhIjKlMnOpQrStUvWxYz', 'AbCdEfGhIjKlMnOp'],
  ['a cookie header in a text', 'Cookie: theme=dark; other=thing', 'thing'],
  ['a bearer token in a text', 'authorization was Bearer abc.def.ghi-jkl', 'abc.def.ghi'],
  ['a link with a token', { error: 'GET /unsubscribe?token=abcdef123456&x=1' }, 'abcdef123456'],
  ['a code beside its name', 'the code 482913 is wrong', '482913'],
  ['a row that PostgreSQL refused', 'Key (email)=(ana@maple.example) already exists', 'ana@maple.example'],
])('%s is removed from the log', (_what, said, secret) => {
  const lines = linesOf((log) => log.error(said as object, typeof said === 'string' ? said : 'it failed'));
  expect(lines).not.toContain(secret);
  expect(lines).toContain('[removed]');
  expect(JSON.parse(lines)).toMatchObject({ level: 50 });
});

test('what is no secret stays', () => {
  const said = { route: '/files/:id/:name', status: 201, ms: 12, mail: '0198c7e2-1111-7000-8000-123456789012', error: 'connect ECONNREFUSED 127.0.0.1:5432', ended: 'code 1' };
  expect(JSON.parse(linesOf((log) => log.info(said)))).toMatchObject(said);
});

test('a line break in what a person sent makes no second line', () => {
  expect(linesOf((log) => log.info({ name: 'a\n{"level":50}' })).trim().split('\n')).toHaveLength(1);
});

test('what happens in a request or a job carries its id, and work it causes carries the cause', () => {
  expect(currentCause()).toBeNull();
  logContext.run({ request: 'request-1' }, () => {
    expect(currentCause()).toBe('request-1');
    expect(linesOf((log) => log.info('here'))).toContain('"request":"request-1"');
  });
  logContext.run({ job: 'job-1', cause: 'request-1 request-2' }, () => expect(currentCause()).toBe('request-1 request-2'));
  logContext.run({ job: 'job-1' }, () => expect(currentCause()).toBe('job-1'));
});
