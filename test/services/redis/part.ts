import { Child, pause } from '../../faults/mail/process.js';
import { install, type Installation } from '../setup/accord.js';
import { MailSink } from '../setup/letters.js';
import { type Entry, History, reply, steadily } from '../setup/load.js';
import { mutationOf } from '../setup/member.js';
import type { OwnRedis } from '../setup/own-redis.js';
import type { Bench, Part } from '../setup/part.js';
import { Reader } from '../setup/reader.js';
import { percentile } from '../setup/report.js';
import { number, rows } from '../setup/rows.js';
import { aTown, type Townsman } from '../setup/town.js';

const MUTATIONS_A_MINUTE = 500;
const MAIL_WITHIN_MS = 60_000;

/** Redis is stopped, emptied and killed while people write; it holds nothing that PostgreSQL does not. */
export const redis: Part = {
  name: 'redis',
  minutes: { quick: 6, full: 12 },
  async run(bench) {
    await underLoad(bench);
    await emptiedInBetween(bench);
  },
};

interface Fault {
  name: string;
  from: number;
  until: number;
}

async function underLoad(bench: Bench): Promise<void> {
  const { report, quick } = bench;
  const [down, calm] = quick ? [12_000, 4000] : [30_000, 12_000];
  const own = await bench.ownRedis();
  const sink = await MailSink.open();
  const url = await bench.database();
  const accord = await install(bench, { databaseUrl: url, redisUrl: own.url, smtp: sink.smtp });
  const town = await aTown(accord.env, accord.apis[0]!.address, quick ? 60 : 160);
  const reader = await new Reader(town[0]!.member, town[0]!.threadId, 1).entered();
  const history = new History();
  const asked: { entry: Entry; email: string }[] = [];
  let over = false;
  // Two of three write into a thread, whose opener gets a mail by way of a listener; the third asks for a code, which is a mail at once.
  const load = steadily(MUTATIONS_A_MINUTE, () => over, async (n) => {
    const someone = town[Math.floor(bench.random() * town.length)]!;
    if (n % 3 < 2) return reply(history, someone.member, n % 30 === 0 ? town[0]!.threadId : someone.threadId);
    const email = town[n % town.length]!.email;
    const entry = await history.note(`code ${n}`, () => someone.member.say(mutationOf('requestSignInCode', '... on CodeSent { challengeId }'), { input: { email } }));
    if (entry.outcome === 'ok') asked.push({ entry, email });
  });
  const faults = await breakIt(own, down, calm, (words) => report.note(words));
  over = true;
  await load;
  const back = faults.at(-1)!.until;
  const settledAfter = await settled(url, back + MAIL_WITHIN_MS - Date.now());
  await judge(bench, { url, sink, history, town, faults, asked, accord, settledAfter });
  const posts = await number(url, `select max(number) as n from post where thread_id = $1`, [town[0]!.threadId]);
  const caughtUp = await reader.sees(posts - 1, 15_000);
  report.check('an open thread has seen every post, in order, none twice', caughtUp !== null && reader.inOrder(1), `${reader.seen.length} of ${posts - 1}, ${reader.cuts} cuts`);
  reader.leave();
  for (const running of [...accord.apis, ...accord.workers]) await running.kill();
  await sink.close();
}

/** Each thing that can befall Redis, with some calm in between. */
async function breakIt(own: OwnRedis, down: number, calm: number, say: (words: string) => void): Promise<Fault[]> {
  const faults: Fault[] = [];
  const befall = async (name: string, work: () => Promise<void>): Promise<void> => {
    await pause(calm);
    const from = Date.now();
    await work();
    faults.push({ name, from, until: Date.now() });
    say(`Redis ${name}`);
  };
  const away = (signal: 'SIGTERM' | 'SIGKILL', ms: number) => async (): Promise<void> => {
    await own.stop(signal);
    await pause(ms);
    await own.start();
  };
  await befall(`stopped for ${down / 1000} s`, away('SIGTERM', down));
  await befall('emptied', () => own.flush());
  await befall('killed with -9 and started again at once', away('SIGKILL', 0));
  await befall('emptied twice', () => own.flush().then(() => pause(1500)).then(() => own.flush()));
  await befall(`killed with -9 for ${down / 2000} s`, away('SIGKILL', down / 2));
  return faults;
}

/** Waits until nothing waits: no event, no batch, no mail. Answers how long that took, or null. */
async function settled(url: string, ms: number): Promise<number | null> {
  const began = Date.now();
  for (const until = began + ms; Date.now() < until; await pause(200)) {
    const open = await number(url, `select ((select count(*) from outbox where relayed_at is null) + (select count(*) from outbox_batch) + (select count(*) from mail_ledger where state in ('queued', 'sending')))::int as n`);
    if (open === 0) return Date.now() - began;
  }
  return null;
}

interface Evidence {
  url: string;
  sink: MailSink;
  history: History;
  town: Townsman[];
  faults: Fault[];
  asked: { email: string }[];
  accord: Installation;
  settledAfter: number | null;
}

async function judge({ report }: Bench, { url, sink, history, town, faults, asked, accord, settledAfter }: Evidence): Promise<void> {
  const written = history.entries.filter(({ key }) => !key.startsWith('code'));
  const found = new Set((await rows<{ body: string }>(url, `select body from post where body like 'Written as %'`)).map(({ body }) => body.slice('Written as '.length)));
  const lost = written.filter(({ key, outcome }) => outcome === 'ok' && !found.has(key));
  const notOk = history.entries.filter(({ outcome }) => outcome !== 'ok');
  const downs = faults.filter(({ name }) => name.includes(' for '));
  const inDowns = history.entries.filter(({ sentAt }) => downs.some(({ from, until }) => sentAt >= from && sentAt < until));
  report.check('mutations, all acknowledged', notOk.length === 0, `${history.entries.length}, not acknowledged ${notOk.length}${notOk[0] ? `, the first: ${notOk[0].status} ${notOk[0].words}` : ''}`);
  report.check('acknowledged and lost', lost.length === 0, lost.length);
  const p99 = percentile(inDowns.map(({ ms }) => ms), 0.99);
  report.check('mutations while Redis is down, p99 under 2 s', inDowns.length > 0 && p99 < 2000, `${inDowns.length}, p50 ${percentile(inDowns.map(({ ms }) => ms), 0.5)} ms, p99 ${p99} ms (all: p50 ${percentile(history.entries.map(({ ms }) => ms), 0.5)} ms, p99 ${percentile(history.entries.map(({ ms }) => ms), 0.99)} ms)`);
  report.check('at rest within 60 s of the last return', settledAfter !== null, settledAfter === null ? JSON.stringify(await rows(url, `select listener, tries, due_at - now() as due from outbox_batch limit 5`)) : `${settledAfter} ms after the load ended`);
  const log = await sink.log();
  const taken = new Map(log.map(({ id, copies }) => [id, copies.length]));
  const mails = await rows<{ message_id: string; kind: string; state: string }>(url, `select message_id, kind, state from mail_ledger`);
  const codes = mails.filter(({ kind }) => kind === 'people.sign-in-code').length;
  report.check('mails: one for each code that was asked for', codes === asked.length, `${codes} of ${asked.length}`);
  const due = mails.filter(({ state }) => state !== 'suppressed');
  const wrong = due.filter(({ message_id: id }) => taken.get(id) !== 1);
  report.check('mails that did not arrive, or came twice', wrong.length === 0, `${wrong.length} of ${due.length}; ${mails.length - due.length} had nothing to say any more${wrong[0] ? `; the first is ${wrong[0].state}` : ''}`);
  const repliedTo = new Set((await rows<{ id: string }>(url, `select distinct thread_id as id from post where body like 'Written as %'`)).map(({ id }) => id));
  const told = new Set(log.flatMap(({ copies }) => copies));
  const untold = town.filter(({ threadId, opener }) => repliedTo.has(threadId) && !told.has(opener));
  report.check('openers of threads who were told of no reply', untold.length === 0, `${untold.length} of ${repliedTo.size}`);
  const dead = [...accord.apis, ...accord.workers].filter(({ unasked }) => unasked !== null);
  report.check('processes that died', dead.length === 0, dead.length === 0 ? 0 : dead.map((one) => `${one.name}: ${one.unasked}`));
}

/** Redis is emptied exactly when it holds everything: after the events were handed to it, before anybody took a job. */
async function emptiedInBetween(bench: Bench): Promise<void> {
  const outcome = async (mutant: string): Promise<{ handed: number; heard: number; mails: number; people: number }> => {
    const [own, sink, url, people] = [await bench.ownRedis(), await MailSink.open(), await bench.database(), 12];
    const accord = await install(bench, { databaseUrl: url, redisUrl: own.url, smtp: sink.smtp, workers: 0 });
    const town = await aTown(accord.env, accord.apis[0]!.address, people);
    const worker = new Child('../../services/redis/forgetful-worker.ts', { ...(accord.env as Record<string, string>), MUTANT: mutant });
    await worker.says('ready', 40_000);
    const history = new History();
    for (const one of town) await reply(history, one.member, one.threadId);
    const heardSql = `select count(*)::int as n from mail_ledger where kind = 'discussions.reply'`;
    for (const until = Date.now() + 15_000; (await number(url, `select count(*) as n from outbox where relayed_at is null`)) > 0 && Date.now() < until; ) await pause(100);
    await pause(500);
    const handed = await number(url, `select count(*) as n from outbox where name = 'discussions.post-replied' and relayed_at is not null`);
    await own.flush();
    worker.tell('go');
    await worker.says('going', 20_000);
    for (const until = Date.now() + 35_000; (await number(url, heardSql)) < people && Date.now() < until; ) await pause(300);
    const heard = await number(url, heardSql);
    worker.signal('SIGKILL');
    await worker.died;
    await accord.apis[0]!.kill();
    await sink.close();
    return { handed, heard, mails: heard, people };
  };
  const real = await outcome('');
  report(bench, 'emptied between handing over and hearing: every listener heard all the same', real.heard === real.people, real);
  const mutant = await outcome('believes-its-queue');
  report(bench, 'mutant that believes its queue: caught by what was never heard', mutant.heard < mutant.people, mutant);
}

function report(bench: Bench, name: string, good: boolean, found: object): void {
  bench.report.check(name, good, found);
}
