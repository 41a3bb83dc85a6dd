import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Child, pause } from '../../faults/mail/process.js';
import { install } from '../setup/accord.js';
import { History } from '../setup/load.js';
import type { Ending, OwnPostgres } from '../setup/own-postgres.js';
import type { Bench, Part } from '../setup/part.js';
import { findProgram } from '../setup/places.js';
import { Reader } from '../setup/reader.js';
import { percentile } from '../setup/report.js';
import { number, rows } from '../setup/rows.js';
import { aTown, type Townsman } from '../setup/town.js';
import { type Wish, write } from './writers.js';

const WRITERS = 8;
const BACK_WITHIN_MS = 10_000;
const ENDINGS: readonly Ending[] = ['fast', 'kill -9', 'immediate'];

/** What a change leaves behind, of which there must be all or nothing. */
const HALVES: Record<string, string> = {
  'threads whose count is not their posts': `select count(*) as n from thread t where last_post_number <> (select count(*) from post p where p.thread_id = t.id) or last_post_number <> coalesce((select max(number) from post p where p.thread_id = t.id), 0)`,
  'posts that nobody was told of': `select count(*) as n from post p where not exists (select 1 from outbox o where o.name = 'discussions.post-replied' and o.payload ->> 'postId' = p.id::text)`,
  'events of posts that are not there': `select count(*) as n from outbox o where o.name = 'discussions.post-replied' and not exists (select 1 from post p where o.payload ->> 'postId' = p.id::text)`,
  'threads without their first post': `select count(*) as n from thread t where title like 'Opened as %' and not exists (select 1 from post p where p.thread_id = t.id and p.number = 1)`,
  'keys without an answer': `select count(*) as n from idempotency_key where result is null`,
};

/** PostgreSQL ends in every way it can, again and again, while eight people write. */
export const postgres: Part = {
  name: 'postgres',
  minutes: { quick: 6, full: 12 },
  async run(bench) {
    await restarts(bench);
    await hasty(bench);
  },
};

async function restarts(bench: Bench): Promise<void> {
  const { report, quick, random } = bench;
  const own = await bench.ownPostgres();
  const url = await databaseIn(own);
  const accord = await install(bench, { databaseUrl: url });
  const api = accord.apis[0]!;
  const town = await aTown(accord.env, api.address, WRITERS);
  const [history, reads, wishes] = [new History(), new History(), [] as Wish[]];
  const reader = await new Reader(town[0]!.member, town[0]!.threadId, 1).entered();
  let over = false;
  const writers = town.map((one) => write(one, history, wishes, () => over));
  const asking = ask(town[1]!, reads, () => over);
  const back: number[] = [];
  const times = quick ? 4 : 10;
  for (let time = 0; time < times; time += 1) {
    await pause(1500 + random() * 1500);
    const how = ENDINGS[time % ENDINGS.length]!;
    await own.stop(how);
    await pause(200 + random() * 1800);
    await own.start();
    back.push(await backAfter(history, wishes));
    report.note(`PostgreSQL ended (${how}) and started again; all ${WRITERS} write after ${back.at(-1)} ms`);
  }
  await pause(1500);
  over = true;
  await Promise.all([...writers, asking]);
  await judge(bench, { url, history, reads, wishes, back, times });
  const left = await restingAfter(url, 60_000);
  report.check('the worker has carried everything on within 60 s', left !== null, `${left} ms`);
  const posts = await number(url, `select max(number) as n from post where thread_id = $1`, [town[0]!.threadId]);
  await reader.sees(posts - 1, 15_000);
  report.check('an open thread has seen every post, in order, none twice', reader.seen.length === posts - 1 && reader.inOrder(1), `${reader.seen.length} of ${posts - 1}, ${reader.cuts} cuts`);
  reader.leave();
  const dead = [...accord.apis, ...accord.workers].filter(({ unasked }) => unasked !== null);
  report.check('processes that died', dead.length === 0, dead.length === 0 ? 0 : dead.map((one) => `${one.name}: ${one.unasked}`));
  await amcheck(bench, own);
  for (const running of [...accord.apis, ...accord.workers]) await running.kill();
}

async function databaseIn(own: OwnPostgres): Promise<string> {
  await rows(own.urlOf('postgres'), 'create database accord');
  return own.urlOf('accord');
}

/** Somebody who only reads. */
async function ask({ member }: Townsman, reads: History, over: () => boolean): Promise<void> {
  for (let n = 0; !over(); n += 1) {
    await reads.note(`read ${n}`, async () => {
      const said = await member.say<{ session: { person: object } }>('{ session { person { email } } }');
      return { ...said, data: said.data && { result: {} } };
    });
    await pause(100);
  }
}

/** How long it takes until every writer has been acknowledged something that was begun after now. */
async function backAfter(history: History, wishes: Wish[]): Promise<number> {
  const began = Date.now();
  const done = wishes.filter(({ acknowledged }) => acknowledged).length;
  // Each writer waits for its own change, so that eight more acknowledged ones are one of each.
  for (const until = began + 30_000; Date.now() < until; await pause(25)) {
    const now = wishes.filter(({ acknowledged }) => acknowledged).length;
    const open = wishes.filter((wish) => !wish.acknowledged && history.entries.some((entry) => entry.key === wish.key && entry.sentAt < began));
    if (now >= done + WRITERS && open.length === 0) break;
  }
  return Date.now() - began;
}

interface Evidence {
  url: string;
  history: History;
  reads: History;
  wishes: Wish[];
  back: number[];
  times: number;
}

async function judge({ report }: Bench, { url, history, reads, wishes, back, times }: Evidence): Promise<void> {
  const bodies = new Map((await rows<{ body: string; n: string }>(url, `select body, count(*) as n from post where body like 'Written as %' group by body`)).map(({ body, n }) => [body.slice('Written as '.length), Number(n)]));
  const acknowledged = wishes.filter((wish) => wish.acknowledged);
  const lost = acknowledged.filter(({ key }) => !bodies.has(key));
  const doubled = [...bodies.values()].filter((n) => n !== 1);
  report.check(`restarts, writers back within 10 s each time`, back.length === times && back.every((ms) => ms <= BACK_WITHIN_MS), `${times}, the slowest ${Math.max(...back)} ms`);
  report.check('changes acknowledged in the end', acknowledged.length === wishes.length, `${acknowledged.length} of ${wishes.length}, in ${history.entries.length} tries`);
  report.check('acknowledged and lost', lost.length === 0, lost.length);
  report.check('done twice under one key', doubled.length === 0, doubled.length);
  for (const [what, sql] of Object.entries(HALVES)) {
    const found = await number(url, sql);
    report.check(`half a change: ${what}`, found === 0, found);
  }
  const all = [...history.entries, ...reads.entries];
  const bad = all.filter(({ outcome, status, codes }) => outcome !== 'ok' && !(status === 503 && codes.every((code) => code === 'TRY_AGAIN')));
  const statuses = all.reduce<Record<string, number>>((by, { status }) => ({ ...by, [status]: (by[status] ?? 0) + 1 }), {});
  report.check('answers other than done or “try again” (503)', bad.length === 0, `${bad.length}${bad[0] ? `, the first: ${bad[0].status} ${bad[0].words}` : ''}; statuses ${JSON.stringify(statuses)}`);
  report.figure('time to an answer', `p50 ${percentile(all.map(({ ms }) => ms), 0.5)} ms, p99 ${percentile(all.map(({ ms }) => ms), 0.99)} ms`);
}

async function restingAfter(url: string, ms: number): Promise<number | null> {
  const began = Date.now();
  for (const until = began + ms; Date.now() < until; await pause(200)) {
    if ((await number(url, `select (select count(*) from outbox where relayed_at is null) + (select count(*) from outbox_batch) as n`)) === 0) return Date.now() - began;
  }
  return null;
}

async function amcheck({ report }: Bench, own: OwnPostgres): Promise<void> {
  const program = await findProgram('pg_amcheck');
  if (!program) return report.figure('pg_amcheck', 'is not here');
  const said = await promisify(execFile)(program, ['-h', '127.0.0.1', '-p', String(own.port), '-U', 'postgres', '-d', 'accord', '--install-missing', '--heapallindexed']).then(
    ({ stdout }) => stdout.trim(),
    (error: { stdout?: string; message: string }) => error.stdout?.trim() || error.message,
  );
  report.check('pg_amcheck finds nothing', said === '', said || 'tables and indexes whole');
}

/** An api that acknowledges before it commits must be caught. */
async function hasty(bench: Bench): Promise<void> {
  const own = await bench.ownPostgres();
  const url = await databaseIn(own);
  const { env } = await install(bench, { databaseUrl: url, apis: 0, workers: 0 });
  const api = new Child('../../services/postgres/hasty-api.ts', { ...(env as Record<string, string>), PUBLIC_URL: '', PORT: '0' });
  const { address } = (await api.says('ready', 60_000)) as unknown as { address: string };
  const town = await aTown(env, address, 4);
  const [history, wishes] = [new History(), [] as Wish[]];
  let over = false;
  const writers = town.map((one) => write(one, history, wishes, () => over));
  for (let time = 0; time < 2; time += 1) {
    await pause(2500);
    await own.stop('kill -9');
    await own.start();
  }
  await pause(1500);
  over = true;
  await Promise.all(writers);
  await pause(1500);
  const found = new Set((await rows<{ body: string }>(url, `select body from post`)).map(({ body }) => body.slice('Written as '.length)));
  const acknowledged = wishes.filter((wish) => wish.acknowledged);
  const lost = acknowledged.filter(({ key }) => !found.has(key));
  bench.report.check('mutant that acknowledges before it commits: caught by what is lost', lost.length > 0, `${lost.length} of ${acknowledged.length} lost`);
  api.signal('SIGKILL');
  await api.died;
}
