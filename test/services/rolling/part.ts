import { randomUUID } from 'node:crypto';
import { pause } from '../../faults/mail/process.js';
import { install, type Running } from '../setup/accord.js';
import { type Entry, History, reply } from '../setup/load.js';
import { Member } from '../setup/member.js';
import type { Bench, Part } from '../setup/part.js';
import { freePort } from '../setup/places.js';
import { Reader } from '../setup/reader.js';
import { percentile } from '../setup/report.js';
import { number, rows } from '../setup/rows.js';
import { aTown, type Townsman } from '../setup/town.js';
import { OwnNginx } from './nginx.js';

const HANDS = 6;
const READERS = 4;

/** Two apis behind nginx are stopped and started again in turn while people read and write. */
export const rolling: Part = {
  name: 'rolling',
  minutes: { quick: 6, full: 15 },
  async run(bench) {
    await roll(bench);
    await abrupt(bench);
  },
};

interface Stage {
  url: string;
  apis: Running[];
  nginx: OwnNginx;
  town: Townsman[];
  end(): Promise<void>;
}

async function stage(bench: Bench): Promise<Stage> {
  const url = await bench.database();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const { apis, workers, env } = await install(bench, { databaseUrl: url, apis: 2, publicUrl: address, more: { DATABASE_POOL: '6', TRUST_PROXY: '2' } });
  const nginx = await OwnNginx.start(bench.folder, apis.map((api) => api.address), port);
  bench.later(() => nginx.stop());
  const town = await aTown(env, address, HANDS);
  const end = async (): Promise<void> => {
    await nginx.stop();
    for (const running of [...apis, ...workers]) await running.kill();
  };
  return { url, apis, nginx, town, end };
}

/** Half of the requests read, half write with a key; none is tried a second time by its sender. */
async function work(town: readonly Townsman[], history: History, wanted: number, over: () => boolean): Promise<void> {
  let sent = 0;
  const hand = async ({ member, threadId }: Townsman, who: number): Promise<void> => {
    for (let n = who; sent < wanted || !over(); n += 1) {
      sent += 1;
      if (n % 2 === 0) await reply(history, member, n % 20 === 0 ? town[0]!.threadId : threadId);
      else await history.note(`read ${randomUUID()}`, () => read(member, threadId));
      // Beyond the number that is asked for, the load goes on until the last restart is over, at an easier pace.
      if (sent >= wanted) await pause(50);
    }
  };
  await Promise.all(town.map(hand));
}

async function read(member: Member, threadId: string) {
  const said = await member.say<{ postsSince: object[] }>('query ($threadId: ID!) { postsSince(threadId: $threadId, first: 5) { number body } }', { threadId });
  return { ...said, data: said.data && { result: {} } };
}

async function roll(bench: Bench): Promise<void> {
  const { report, quick } = bench;
  const wanted = quick ? 1500 : 10_000;
  const { url, apis, nginx, town, end } = await stage(bench);
  const readers = await Promise.all(Array.from({ length: READERS }, () => new Reader(town[0]!.member, town[0]!.threadId, 1).entered()));
  const history = new History();
  let over = false;
  const load = work(town, history, wanted, () => over);
  const ends: { took: number; how: string }[] = [];
  const rounds = quick ? 2 : 5;
  for (let round = 1; round <= rounds; round += 1) {
    for (const api of apis) {
      await nginx.balance(apis.filter((other) => other !== api).map(({ address }) => address));
      ends.push(await api.stop());
      await api.start();
      await nginx.balance(apis.map(({ address }) => address));
    }
    report.note(`round ${round}: both apis restarted, ${history.entries.length} requests so far`);
  }
  over = true;
  await load;
  const other = new History();
  await unannounced(apis, town, other);
  report.figure('the same without telling nginx first', `${other.entries.filter(({ outcome }) => outcome !== 'ok').length} of ${other.entries.length} requests failed`);
  await judge(bench, { url, nginx, history, ends, wanted });
  const posts = await number(url, `select max(number) as n from post where thread_id = $1`, [town[0]!.threadId]);
  for (const reader of readers) await reader.sees(posts - 1, 15_000);
  const whole = readers.filter((reader) => reader.seen.length === posts - 1 && reader.inOrder(1));
  report.check('open threads that have seen every post, in order, none twice', whole.length === READERS, `${whole.length} of ${READERS}, ${posts - 1} posts, ${readers.reduce((sum, { cuts }) => sum + cuts, 0)} cuts`);
  for (const reader of readers) reader.leave();
  await end();
}

/** For comparison: apis are told to end while nginx still sends them requests. What then fails was refused before it was read. */
async function unannounced(apis: readonly Running[], town: readonly Townsman[], history: History): Promise<void> {
  let over = false;
  const load = work(town, history, 0, () => over);
  for (const api of apis) {
    await api.stop();
    await api.start();
  }
  over = true;
  await load;
}

interface Evidence {
  url: string;
  nginx: OwnNginx;
  history: History;
  ends: { took: number; how: string }[];
  wanted: number;
}

async function judge({ report }: Bench, { url, nginx, history, ends, wanted }: Evidence): Promise<void> {
  const { entries } = history;
  const failed = entries.filter(({ outcome }) => outcome !== 'ok');
  const writes = entries.filter(({ key }) => !key.startsWith('read'));
  const found = await countsByKey(url);
  report.check(`requests, of at least ${wanted}`, entries.length >= wanted, `${entries.length}: ${writes.length} that write, ${entries.length - writes.length} that read`);
  report.check('requests that failed', failed.length === 0, `${failed.length}${describe(failed[0])}`);
  report.check('acknowledged and lost', writes.every(({ key, outcome }) => outcome !== 'ok' || found.has(key)), writes.filter(({ key, outcome }) => outcome === 'ok' && !found.has(key)).length);
  report.check('done twice under one key', [...found.values()].every((n) => n === 1), [...found.values()].filter((n) => n !== 1).length);
  report.check('apis that were told to end did, within 10 s', ends.every(({ took, how }) => took < 10_000 && how === 'code 0'), `${ends.length}, the slowest ${Math.max(...ends.map(({ took }) => took))} ms${ends.find(({ how }) => how !== 'code 0')?.how ?? ''}`);
  report.figure('time to an answer', `p50 ${percentile(entries.map(({ ms }) => ms), 0.5)} ms, p99 ${percentile(entries.map(({ ms }) => ms), 0.99)} ms`);
  report.figure('what nginx passed on to the other api', await nginx.trouble());
}

async function countsByKey(url: string): Promise<Map<string, number>> {
  const bodies = await rows<{ body: string; n: string }>(url, `select body, count(*) as n from post where body like 'Written as %' group by body`);
  return new Map(bodies.map(({ body, n }) => [body.slice('Written as '.length), Number(n)]));
}

function describe(entry: Entry | undefined): string {
  return entry ? `, the first: ${entry.status} ${entry.words}` : '';
}

/** Apis that end without a word must be noticed by those who wait for their answers. */
async function abrupt(bench: Bench): Promise<void> {
  const { apis, town, end } = await stage(bench);
  const history = new History();
  let over = false;
  const load = work(town, history, 0, () => over);
  for (let time = 0; time < 3; time += 1) {
    for (const api of apis) {
      await pause(400);
      await api.kill();
      await api.start();
    }
  }
  over = true;
  await load;
  const failed = history.entries.filter(({ outcome }) => outcome !== 'ok');
  bench.report.check('mutant that ends without a word (kill -9): caught by requests that failed', failed.length > 0, `${failed.length} of ${history.entries.length}`);
  await end();
}
