import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@app/platform/embedded';
import { Child } from '../mail/process.js';
import { randomFrom } from '../mail/random.js';
import { type Aim, Battery, type Verdict } from './battery.js';

/**
 * A conference ends, a thousand people are to get their digest, and the workers are killed at seeded moments of the
 * whole way: while the edition is opened, between writing and committing, before a mail is sent, after the sink has
 * taken it. Everything it starts listens on loopback only and ends with it. Workers that never ask the sink before
 * sending again are tried in every run and must be caught by their extra copies.
 */
const { values } = parseArgs({ options: { people: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } });
const [people, seed] = [Number(values.people), Number(values.seed)];
const LIMIT_MS = 300_000;
let [passed, failed] = [0, 0];

function check(name: string, good: boolean, found: unknown): void {
  if (good) passed += 1;
  else failed += 1;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}: ${JSON.stringify(found)}`);
}

const random = randomFrom(seed);
const between = (from: number, to: number): number => Math.floor(from + random() * (to - from));

/** Where the workers die, in the order in which the work is done. */
const AIMS: Aim[] = [
  { moment: 'edition-opening', after: 1 },
  { moment: 'bodies-written', after: between(1, 4) },
  { moment: 'mail-queued', after: 1 },
  { moment: 'after-taken', after: between(20, 120) },
  { moment: 'in-look-up', after: 1 },
  { moment: 'before-send', after: between(20, 120) },
  { moment: 'before-commit', after: between(20, 120) },
];

async function battery(url: string, many: number, mutant: string, aims: readonly Aim[]): Promise<Verdict> {
  const opened = await Battery.open(url, { people: many, mutant });
  await opened.kill(aims);
  const verdict = await opened.verdict();
  await opened.close();
  return verdict;
}

const began = Date.now();
console.log(`seed ${seed}, ${people} people`);
const folders: string[] = [];
const databases: { stop(): Promise<void> }[] = [];
async function database(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-digest-faults-'));
  folders.push(folder);
  const started = await startEmbedded({ folder, durable: false });
  databases.push(started);
  return started.url;
}
const end = async (): Promise<void> => {
  await Child.endAll();
  await Promise.all(databases.map((each) => each.stop()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
};
const overdue = setTimeout(() => {
  console.log(`FAIL it took longer than ${LIMIT_MS / 1000} s\n${passed} passed, ${failed + 1} failed`);
  void end().finally(() => process.exit(1));
}, LIMIT_MS);
try {
  const verdict = await battery(await database(), people, 'none', AIMS);
  check('every aimed moment came', verdict.missed.length === 0, verdict.missed.length ? verdict.missed : verdict.killed);
  check('people who came', verdict.people === people, verdict.people);
  check('missing', verdict.missing === 0, verdict.missing);
  check('extra', verdict.extra === 0, verdict.extra);
  check('not marked sent', verdict.unsettled === 0, verdict.unsettled);
  check('districts without their own digest', verdict.wrongBodies === 0, verdict.wrongBodies);
  const mutant = await battery(await database(), 60, 'no-lookup', [{ moment: 'after-taken', after: between(5, 20) }, { moment: 'before-commit', after: between(5, 20) }]);
  check('mutant without the look-up: caught by its extra copies', mutant.extra > 0, { extra: mutant.extra, missing: mutant.missing });
} catch (error) {
  check('the battery itself', false, error instanceof Error ? error.stack : String(error));
} finally {
  clearTimeout(overdue);
  await end();
}
console.log(`seed ${seed}, ${Math.round((Date.now() - began) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
