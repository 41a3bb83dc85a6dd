import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { createPostgresBackend, createRedisBackend, type ConnectionOptions, type IQueueBackend, type BackendFactory, Queue, Worker } from 'bullmq';
import { createTransport } from 'nodemailer';
import { loadConfig } from '@app/platform/config';
import { newId } from '@app/platform/database';
import { LiveVoice } from '@app/platform/events';
import { openHouseDatabase, workerHouse } from '@app/platform/house';
import { JobQueue } from '@app/platform/jobs';
import { silentLog } from '@app/platform/log';
import { Delivery, type MailMessage, MailRenderer, Mails, MailTransport, SmtpTransport } from '@app/platform/mail';
import { DIGEST_MAIL, type DigestReaders, Digests, DISTRICTS_AT_ONCE } from '@app/digests';
import { features } from '../../libs/features.js';
import { idOf } from './data/community.js';
import { BenchServer } from './data/database.js';
import { median } from './measure/load.js';
import { type Floor, table } from './measure/floors.js';
import { Sink } from './servers/sink.js';

/** `npm run bench:digest`: one digest to many people, the product's way against others, in turns within one run. */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, scale: { type: 'string', default: '0.1' }, people: { type: 'string', default: '1500' }, rounds: { type: 'string', default: '5' } } });
const [scale, people, rounds] = [Number(values.scale), Number(values.people), Number(values.rounds)];
const SINCE = new Date('2026-03-01');
const TEAM = 3;
const BATCH = 100;

class NoQueue extends JobQueue {
  override async add(): Promise<void> {}
}

class NoVoice extends LiveVoice {
  override say(): void {}
}

/** Takes mail and drops it, or hands it to the sink: whichever is measured. */
class Switched extends MailTransport {
  through: MailTransport | null = null;
  readonly seen: MailMessage[] = [];

  override async send(message: MailMessage): Promise<{ accepted: string }> {
    this.seen.push(message);
    return this.through ? this.through.send(message) : { accepted: message.messageId };
  }

  override async find(): Promise<'unsupported'> {
    return 'unsupported';
  }
}

const server = await BenchServer.open();
const database = await server.copyOf(await server.kept(scale));
const sink = await Sink.start();
const env = { DATABASE_URL: server.urlOf(database), SMTP_URL: sink.url, MAIL_FROM: 'Accord <accord@bench.example>', SECRET_KEY: 'a secret that is only good for a bench on loopback' };
const config = loadConfig(env);
const db = await openHouseDatabase(features, config);
const transport = new Switched();
const app = await NestFactory.createApplicationContext(workerHouse(features, { config, log: silentLog, database: db, queue: new NoQueue(), voice: new NoVoice(), instead: [{ provide: MailTransport, useValue: transport }] }), { logger: false, abortOnError: false });
const [digests, mails, renderer, delivery] = [app.get(Digests), app.get(Mails), app.get(MailRenderer), app.get(Delivery)];
const districts = Array.from({ length: Math.ceil(people / TEAM) }, (_, n) => idOf('organization', n));
const conferenceId = idOf('conference', 0);
const readers = (some: readonly string[]): DigestReaders => ({ since: SINCE, conferenceId, districts: some.map((organizationId) => ({ organizationId, keys: ['public', 'members', `team:${organizationId}`, `conference:${conferenceId}`] })) });
const PEOPLE = `select s.account_id as person_id, a.email as address, jsonb_build_object('organization', s.organization_id) as data
  from seat s join account a on a.id = s.account_id where s.organization_id = any($1::uuid[]) and s.role <> 'staff' order by s.organization_id`;

async function openEdition(): Promise<string> {
  const id = newId();
  await digests.open({ id, conferenceId, title: 'A conference', path: '/conferences/conference-0', since: SINCE, next: null });
  return id;
}

/** Bodies for as many districts at once as the product writes in one transaction. */
async function written(edition: string): Promise<void> {
  for (let at = 0; at < districts.length; at += DISTRICTS_AT_ONCE) await digests.write(edition, readers(districts.slice(at, at + DISTRICTS_AT_ONCE)));
}

/** The product's way: the bodies, then the ledger, then delivery. Answers people a second. */
async function whole(through: MailTransport | null): Promise<number> {
  transport.through = through;
  transport.seen.length = 0;
  const began = performance.now();
  const edition = await openEdition();
  await written(edition);
  const queued = await db.transaction(() => mails.sendSelected({ kind: DIGEST_MAIL, edition, category: 'digest' }, PEOPLE, [districts]));
  while (transport.seen.length < queued) await delivery.run();
  return queued / ((performance.now() - began) / 1000);
}

/** Compute and render alone: what the product does for one edition before anything is handed over. */
async function computed(): Promise<number> {
  const began = performance.now();
  const edition = await openEdition();
  await written(edition);
  const rows = await db.query<{ person_id: string; address: string; data: { organization: string } }>(PEOPLE, [districts]);
  for (const row of rows) await rendered(edition, row);
  return rows.length / ((performance.now() - began) / 1000);
}

const rendered = (edition: string, row: { person_id: string; address: string; data: { organization: string } }): Promise<MailMessage | null> =>
  renderer.render({ id: newId(), personId: row.person_id, address: row.address, kind: DIGEST_MAIL, edition, category: 'digest', data: row.data, messageId: `<${newId()}@bench.example>` });

type AnyQueue = Queue<object, void, string, object, void, string, IQueueBackend>;
const backends: Record<'redis' | 'postgres', { connection: ConnectionOptions; factory: BackendFactory }> = {
  redis: { connection: { url: process.env.REDIS_URL ?? 'redis://127.0.0.1:6379', maxRetriesPerRequest: null } as ConnectionOptions, factory: createRedisBackend as BackendFactory },
  postgres: { connection: { connectionString: env.DATABASE_URL, schema: 'bullmq', migrate: true, max: 10 } as unknown as ConnectionOptions, factory: createPostgresBackend as unknown as BackendFactory },
};

/** Runs jobs through BullMQ until all are done; answers seconds. */
async function through(kind: 'redis' | 'postgres', jobs: readonly object[], concurrency: number, work: (data: never) => Promise<void>): Promise<number> {
  const { connection, factory } = backends[kind];
  const name = `bench-${newId()}`;
  const queue: AnyQueue = new Queue(name, { connection, defaultJobOptions: { removeOnComplete: true } }, factory);
  const began = performance.now();
  for (let at = 0; at < jobs.length; at += 1000) await queue.addBulk(jobs.slice(at, at + 1000).map((data) => ({ name: 'one', data })));
  let left = jobs.length;
  const worker = new Worker(name, async (job) => work(job.data as never), { connection, concurrency }, factory);
  await new Promise<void>((resolve, reject) => {
    worker.on('completed', () => --left === 0 && resolve());
    worker.on('failed', (_, error) => reject(error));
  });
  const seconds = (performance.now() - began) / 1000;
  await worker.close();
  await queue.obliterate({ force: true });
  await queue.close();
  return seconds;
}

interface Person {
  person_id: string;
  address: string;
  data: { organization: string };
}

/** How it is usually done: a job for each recipient computes and renders what this one gets. */
async function jobEach(all: readonly Person[]): Promise<number> {
  const seconds = await through('redis', all, 50, async (row: Person) => {
    // An edition of its own, so that nothing is shared between people.
    const edition = await openEdition();
    await digests.write(edition, readers([row.data.organization]));
    await rendered(edition, row);
  });
  return all.length / seconds;
}

/** Batches of a hundred through a queue: bodies are there, each job renders its hundred. */
async function batches(kind: 'redis' | 'postgres', edition: string, all: readonly Person[]): Promise<number> {
  const jobs = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, n) => ({ rows: all.slice(n * BATCH, (n + 1) * BATCH) }));
  const seconds = await through(kind, jobs, 4, async ({ rows }: { rows: Person[] }) => {
    for (const row of rows) await rendered(edition, row);
  });
  return all.length / seconds;
}

/** The same finished mails through nodemailer's pool and nothing else. */
async function bareMail(messages: readonly MailMessage[]): Promise<number> {
  const mailer = createTransport({ url: sink.url, pool: true, maxConnections: 7 });
  const began = performance.now();
  await Promise.all(messages.map(({ to, shared: _, ...message }) => mailer.sendMail({ ...message, to: { name: '', address: to } })));
  const seconds = (performance.now() - began) / 1000;
  mailer.close();
  return messages.length / seconds;
}

try {
  const all = await db.query<Person>(PEOPLE, [districts]);
  const few = all.slice(0, Math.min(all.length, 400));
  const smtp = new SmtpTransport({ url: sink.url });
  const found = { p10: [] as number[], p11: [] as number[], p12: [] as number[], computed: [] as number[], each: [] as number[], whole: [] as number[], bare: [] as number[], redis: [] as number[], postgres: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    const [ours, each] = [await computed(), await jobEach(few)];
    const pipeline = await whole(smtp);
    const bare = await bareMail(transport.seen.slice());
    const edition = await openEdition();
    await written(edition);
    const redis = await batches('redis', edition, all);
    const again = await openEdition();
    await written(again);
    const postgres = await batches('postgres', again, all);
    // The first round warms everything up.
    if (round < 0) continue;
    for (const [list, value] of [[found.computed, ours], [found.each, each], [found.whole, pipeline], [found.bare, bare], [found.redis, redis], [found.postgres, postgres], [found.p10, ours / each], [found.p11, pipeline / bare], [found.p12, postgres / redis]] as const) list.push(value);
    process.stderr.write(`round ${round + 1} of ${rounds}: ${(ours / each).toFixed(1)}x, ${(pipeline / bare).toFixed(2)}x, ${(postgres / redis).toFixed(2)}x\n`);
  }
  const floor = (name: string, what: string, least: number, list: readonly number[]): Floor => ({ name, what, floor: `>= ${least}`, found: median(list), held: median(list) >= least });
  const floors = [
    floor('P10', 'compute and render over one job for each recipient on Redis', 5, found.p10),
    floor('P11', 'the whole pipeline to SMTP over bare nodemailer', 0.85, found.p11),
    floor('P12', 'batches of 100 on PostgreSQL over Redis', 0.85, found.p12),
  ];
  if (values.json) console.log(JSON.stringify({ held: floors.every(({ held }) => held), floors, found }, null, 2));
  else {
    console.log(table(['', 'recipients a second'], (['computed', 'each', 'whole', 'bare', 'redis', 'postgres'] as const).map((name) => [name, median(found[name]).toFixed(0)])));
    console.log(`\n${table(['', 'what', 'floor', 'found', ''], floors.map(({ name, what, floor: least, found: value, held }) => [name, what, least, value.toFixed(2), held ? 'held' : 'MISSED']))}`);
  }
  process.exitCode = floors.every(({ held }) => held) ? 0 : 1;
  await smtp.close();
} finally {
  await app.close();
  if (db.source.isInitialized) await db.source.destroy();
  sink.stop();
  await server.drop(database);
  await server.stop();
}
