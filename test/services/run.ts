import 'reflect-metadata';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, compileFile, ROOT, staleHalves } from '../../apps/start/build/index.js';
import { Child } from '../faults/mail/process.js';
import { randomFrom } from '../faults/mail/random.js';
import { digests } from './digests/part.js';
import { journeys } from './journeys/part.js';
import { postgres } from './postgres/part.js';
import { redis } from './redis/part.js';
import { rolling } from './rolling/part.js';
import { OwnPostgres } from './setup/own-postgres.js';
import { OwnRedis } from './setup/own-redis.js';
import type { Bench, Part } from './setup/part.js';
import { Report } from './setup/report.js';
import { findPostgres, findRedis, type SharedPostgres, type SharedRedis } from './setup/servers.js';
import { uploads } from './uploads/part.js';

/**
 * `npm run test:services`: the product as real processes on real services, and what it does when they break. Name
 * parts to run only those; `--quick` takes the small sizes, `--seed 7` other random numbers, and `--keep` leaves every log where it was written. See the README beside this.
 */
const PARTS: readonly Part[] = [journeys, digests, redis, postgres, rolling, uploads];

/** Where the programs lie that a part starts beside the product's own. */
const PROCESSES = ['test/faults/mail', 'test/faults/digest', 'test/services/redis', 'test/services/postgres'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } } });
const unknown = positionals.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts are ${PARTS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const chosen = PARTS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const [quick, seed] = [values.quick, Number(values.seed)];

const report = new Report();
const room = await mkdtemp(join(tmpdir(), 'accord-services-'));
// As root, PostgreSQL runs as somebody else, who must be able to enter.
await chmod(room, 0o755);
const endings: (() => Promise<unknown>)[] = [];

async function endAll(from = 0): Promise<void> {
  for (const end of endings.splice(from).reverse()) await end().catch((error: unknown) => report.check('ending what was started', false, String(error)));
}

let shared: { postgres?: SharedPostgres; redis?: SharedRedis } = {};
async function sharedPostgres(): Promise<SharedPostgres> {
  shared.postgres ??= await findPostgres(join(room, 'postgres'));
  return shared.postgres;
}
async function sharedRedis(): Promise<SharedRedis> {
  shared.redis ??= await findRedis(room);
  return shared.redis;
}

function benchOf(part: Part, folder: string): Bench {
  const later: Bench['later'] = (end) => void endings.push(end);
  let made = 0;
  return {
    report,
    quick,
    seed,
    random: randomFrom(seed * 1000 + PARTS.indexOf(part)),
    folder,
    later,
    database: async () => {
      const { url, drop } = await (await sharedPostgres()).database();
      later(drop);
      return url;
    },
    redis: async () => {
      const { url, clear } = await (await sharedRedis()).number();
      later(clear);
      return url;
    },
    ownPostgres: async () => {
      const own = await OwnPostgres.start(join(folder, `postgres-${(made += 1)}`));
      later(() => own.stop('immediate'));
      return own;
    },
    ownRedis: async () => {
      const own = await OwnRedis.start(folder);
      later(() => own.stop('SIGKILL'));
      return own;
    },
  };
}

async function runPart(part: Part): Promise<void> {
  const minutes = part.minutes[quick ? 'quick' : 'full'];
  const [began, before] = [report.seconds, endings.length];
  console.log(`\n== ${part.name} (${quick ? 'quick' : 'full'} size, at most ${minutes} minutes)`);
  const folder = await mkdtemp(join(room, `${part.name}-`));
  await chmod(folder, 0o755);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`it took longer than ${minutes} minutes`)), minutes * 60_000)));
  try {
    await Promise.race([part.run(benchOf(part, folder)), late]);
  } catch (error) {
    report.check(`${part.name} as a whole`, false, error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    clearTimeout(timer);
    await Child.endAll();
    await endAll(before);
  }
  console.log(`== ${part.name}: ${report.seconds - began} s`);
}

async function end(): Promise<never> {
  await endAll();
  await shared.postgres?.stop();
  await shared.redis?.stop();
  shared = {};
  if (values.keep) console.log(`\nlogs are in ${room}`);
  else await rm(room, { recursive: true, force: true });
  console.log(`\nseed ${seed}, ${report.seconds} s`);
  console.log(`${report.passed} passed, ${report.failed} failed`);
  // For whoever counts them with others'.
  const result = process.env.ACCORD_SERVICES_RESULT;
  if (result) await writeFile(result, JSON.stringify({ passed: report.passed, failed: report.failed, failures: report.failures }));
  return process.exit(report.failed === 0 && report.passed > 0 ? 0 : 1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    report.check('the whole run', false, `it was ended by ${signal}`);
    void Child.endAll().then(end);
  });
}

console.log(`seed ${seed}, ${quick ? 'quick' : 'full'} size: ${chosen.map(({ name }) => name).join(', ')}`);
try {
  const { stale, now } = await staleHalves();
  // No part opens a page, so the web app need not be built.
  if (stale.includes('server')) await build(['server'], now);
  // The battery's own processes run on the same compiled product, and die often: compiled they are back sooner.
  for (const folder of PROCESSES) for (const file of await readdir(join(ROOT, folder))) if (/\.tsx?$/.test(file)) await compileFile(join(folder, file));
  Child.compiled = join(ROOT, 'dist');
  for (const part of chosen) await runPart(part);
  for (const [name, server] of Object.entries(shared)) console.log(`     ${name}: ${server.words}`);
} catch (error) {
  report.check('the whole run', false, error instanceof Error ? error.message : String(error));
}
await end();
