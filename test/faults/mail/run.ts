import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@app/platform/embedded';
import { Battery, type Verdict } from './battery.js';
import { Child } from './process.js';
import { randomFrom } from './random.js';

/**
 * Kills mail workers at the worst moments and counts what arrives. Everything it starts listens on loopback only and
 * ends with it. `--mutant no-lookup` runs only workers that never ask the mail server before sending again, `--mutant
 * no-clock` only workers that cannot tell that they were frozen. Both must be caught, and are tried briefly in every run.
 */
const { values } = parseArgs({
  options: { mails: { type: 'string', default: '1000' }, kills: { type: 'string', default: '8' }, seed: { type: 'string', default: '1' }, mutant: { type: 'string', default: 'none' } },
});
const [mails, kills, seed] = [Number(values.mails), Number(values.kills), Number(values.seed)];
const LIMIT_MS = 90_000;
let [passed, failed] = [0, 0];

function check(name: string, good: boolean, found: unknown): void {
  if (good) passed += 1;
  else failed += 1;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}: ${JSON.stringify(found)}`);
}

function judge(verdict: Verdict, name: string): void {
  check(`${name}: every aimed moment came`, verdict.missed.length === 0, verdict.missed.length ? verdict.missed : verdict.killed);
  check(`${name}: missing`, verdict.missing === 0, verdict.missing);
  check(`${name}: extra`, verdict.extra === 0, verdict.extra);
  check(`${name}: Message-IDs`, verdict.messageIds === verdict.queued, `${verdict.messageIds} of ${verdict.queued}`);
  check(`${name}: ledger rows not marked sent`, Object.keys(verdict.unsettled).length === 0, verdict.unsettled);
}

async function battery(url: string, mutant: string, work: (battery: Battery) => Promise<void>): Promise<Verdict> {
  const opened = await Battery.open(url, randomFrom(seed), mutant);
  await work(opened);
  const verdict = await opened.verdict();
  await opened.close();
  console.log(`     (${Math.round((Date.now() - began) / 1000)} s so far)`);
  return verdict;
}

const began = Date.now();
console.log(`seed ${seed}, ${mails} mails, ${kills} kills, mutant ${values.mutant}`);
const folder = await mkdtemp(join(tmpdir(), 'accord-mail-faults-'));
const database = await startEmbedded({ folder });
const overdue = setTimeout(() => {
  console.log(`FAIL it took longer than ${LIMIT_MS / 1000} s\n${passed} passed, ${failed + 1} failed`);
  void Child.endAll().then(() => database.stop()).then(() => process.exit(1));
}, LIMIT_MS);
try {
  const caught = async (mutant: string, work: (battery: Battery) => Promise<void>): Promise<void> => {
    const verdict = await battery(database.url, mutant, work);
    check(`mutant ${mutant}: caught by its extra copies`, verdict.extra > 0, { extra: verdict.extra, missing: verdict.missing });
  };
  const withoutLookUp = (count: number, deaths: number) => caught('no-lookup', (it) => it.kill(count, deaths, ['after-taken', 'before-commit', 'before-answer']));
  const withoutClock = () => caught('no-clock', (it) => it.freeze(1));
  if (values.mutant === 'no-lookup') await withoutLookUp(mails, kills);
  else if (values.mutant === 'no-clock') await withoutClock();
  else if (values.mutant !== 'none') throw new Error(`There is no mutant ${values.mutant}.`);
  else {
    judge(await battery(database.url, 'none', (it) => it.kill(mails, kills)), 'killed');
    judge(await battery(database.url, 'none', (it) => it.freeze(1)), 'frozen');
    await withoutLookUp(120, 2);
    await withoutClock();
  }
} catch (error) {
  check('the battery itself', false, String(error));
} finally {
  clearTimeout(overdue);
  await Child.endAll();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(`seed ${seed}, ${Math.round((Date.now() - began) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
