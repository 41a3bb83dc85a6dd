import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Examiner } from '@app/platform/files';
import { FakeClamd } from '@app/platform/files/testing';
import { aTeam } from '@app/discussions/testing';
import { type Actor, openHouse, type TestHouse } from '../setup/house.js';
import { type HostileFile, hostileFiles } from './hostile-files.js';

const clamd = new FakeClamd();
let data: string;
let house: TestHouse;
let ana: Actor;
let bea: Actor;
let [before, most] = [0, 0];
let looking: NodeJS.Timeout;
const taken: { file: HostileFile; id: string; path: string }[] = [];

beforeAll(async () => {
  await clamd.start();
  data = await mkdtemp(join(tmpdir(), 'accord-hostile-'));
  house = await openHouse({ ACCORD_DATA: data, CLAMAV_URL: clamd.url });
  await aTeam(house, { superintendent: 'ana@maple.example' });
  await aTeam(house, { superintendent: 'bea@cedar.example' });
  [ana, bea] = [await house.as('ana@maple.example'), await house.as('bea@cedar.example')];
});
afterAll(async () => {
  clearInterval(looking);
  await house.close();
  await rm(data, { recursive: true, force: true });
  await clamd.stop();
});

const headers = { 'apollo-require-preflight': '1' };
const said = (pid: string | number | undefined, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
const bytesOf = (pid: string | number | undefined): number => Number(said(pid, 'statm').split(' ')[1] ?? 0) * 4096;

/** What an idle process holds that was begun in this way, and else as those that open files. */
async function idle(...way: string[]): Promise<number> {
  const child = spawn(process.execPath, [...way, '--max-semi-space-size=2', '--optimize-for-size', '--eval', 'process.stdout.write("here"); setInterval(() => undefined, 1000)'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const held = bytesOf(child.pid);
  child.kill('SIGKILL');
  return held;
}

/** What compiles the code of a child that runs as it was written takes memory in each; no installation has it. */
let compiler = 0;
/** What this process and those in which it opens files hold in memory. */
function held(): number {
  const children = said(process.pid, `task/${process.pid}/children`).trim().split(' ').filter((pid) => said(pid, 'cmdline').includes('workshop/child'));
  return process.memoryUsage().rss + children.reduce((sum, pid) => sum + Math.max(0, bytesOf(pid) - compiler), 0);
}
const look = (): void => void (most = Math.max(most, held()));

/** By one of the two ways in: whole, or in pieces. */
async function send(file: HostileFile, inPieces: boolean): Promise<{ status: number; fileId?: string; message?: string }> {
  const bytes = file.bytes();
  if (!inPieces) {
    const name = encodeURIComponent(file.name);
    const answer = await ana.http('PUT', '/files', { body: bytes, headers: { ...headers, 'content-type': 'application/octet-stream', 'x-file-name': name } });
    return { status: answer.status, ...(answer.body.startsWith('{') ? (JSON.parse(answer.body) as object) : {}) };
  }
  const ask = (method: string, path: string, more: Record<string, string>, body?: Buffer) =>
    fetch(`${house.address}${path}`, { method, headers: { ...headers, cookie: ana.cookie ?? '', 'tus-resumable': '1.0.0', ...more }, ...(body ? { body: body as unknown as string } : {}) });
  const opened = await ask('POST', '/uploads', { 'upload-length': String(bytes.length), 'upload-metadata': `filename ${Buffer.from(file.name).toString('base64')}` });
  if (opened.status !== 201) return { status: opened.status, ...((await opened.json()) as object) };
  const last = await ask('PATCH', opened.headers.get('location') ?? '', { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, bytes);
  return { status: last.status, ...((await last.json()) as object) };
}

const rows = async (): Promise<number> => (await house.db.one<{ n: number }>(`select count(*)::int as n from file`))?.n ?? -1;

test('there are at least 150 of them', () => {
  expect(hostileFiles.length).toBeGreaterThanOrEqual(150);
});

test('what means no good is refused in words, or taken as an attachment under a random name', async () => {
  // Whatever starts for the first time does so before it is measured.
  await send({ what: '', name: 'warm.txt', bytes: () => Buffer.from('warm'), fate: 'kept' }, false);
  compiler = (await idle('--import', '@swc-node/register/esm-register')) - (await idle());
  before = held();
  looking = setInterval(look, 50);
  const wrong: string[] = [];
  for (const [at, file] of hostileFiles.entries()) {
    const had = await rows();
    const answer = await send(file, at % 5 === 0);
    look();
    if (file.fate === 'refused') {
      if (![413, 422].includes(answer.status) || !answer.message?.endsWith('.') || (await rows()) !== had) wrong.push(`${file.what}: ${answer.status} ${answer.message}`);
      continue;
    }
    const posted = answer.fileId ? await ana.act('postResource', { form: 'file', title: 'A file', summary: '', audience: 'members', fileId: answer.fileId }, '... on Resource { file { id name path gate } }') : null;
    if (!posted?.file) wrong.push(`${file.what}: ${answer.status} ${answer.message} ${posted?.message}`);
    else {
      taken.push({ file, id: posted.file.id, path: posted.file.path });
      if (posted.file.gate !== 'checking' || posted.file.name.length > 200 || /[/\\\p{Cc}\p{Cf}]/u.test(posted.file.name)) wrong.push(`${file.what}: ${posted.file.gate} ${posted.file.name}`);
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('nobody gets any of it before the scanner has looked, not even who sent it', async () => {
  const answers = await Promise.all(taken.flatMap(({ path }) => [ana.http('GET', path), bea.http('GET', path)]));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([423]));
});

test('what the scanner refuses is gone for everybody, and the rest is handed out as an attachment that runs nothing', async () => {
  // All at once; the workshop takes one after the other.
  await Promise.all(taken.map(({ id }) => house.get(Examiner).examine(id)));
  look();
  const wrong: string[] = [];
  for (const { file, path } of taken) {
    const answer = await bea.http('GET', path);
    const [disposition, type, policy] = ['content-disposition', 'content-type', 'content-security-policy'].map((name) => answer.headers.get(name) ?? '');
    if (file.fate === 'infected') {
      if (answer.status !== 410) wrong.push(`${file.what}: ${answer.status}`);
      continue;
    }
    const harmless = /^attachment; filename="[\x20-\x7E]+"; filename\*=UTF-8''[\w%.-]+$/.test(disposition ?? '') && policy?.includes('sandbox') && answer.headers.get('x-content-type-options') === 'nosniff' && !/html|svg|xml;|javascript/.test(type ?? '');
    if (answer.status !== 200 || !harmless) wrong.push(`${file.what}: ${answer.status} ${disposition} ${type} ${policy}`);
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('nothing lies outside the store, and in it nothing has a name that somebody typed', async () => {
  const names = await readdir(data, { recursive: true });
  const ours = /^files(\/(arriving|unfinished|[0-9a-f]{48}|storage\.id)(\/(place\.id|[0-9a-f]{48}))?)?$/;
  expect(names.filter((name) => !ours.test(name))).toEqual([]);
  for (const folder of [tmpdir(), process.cwd(), join(data, '..'), '/etc']) expect((await readdir(folder)).filter((name) => /evil/i.test(name))).toEqual([]);
});

test('all of it together, and what opens it, has cost the house less than 200 MB of memory', () => {
  expect(most - before).toBeLessThan(200 * 1024 * 1024);
});
