import { type Aim, Battery, type Verdict } from '../../faults/digest/battery.js';
import type { Bench, Part } from '../setup/part.js';

/** Moments of the way at which a worker must die at least once, in the order of the work. */
const AIMED = ['edition-opening', 'bodies-written', 'mail-queued', 'after-taken', 'in-look-up', 'before-send', 'before-commit'];

/** Digests go out while workers are killed, with each of the two places in which BullMQ can keep its jobs. */
export const digests: Part = {
  name: 'digests',
  minutes: { quick: 6, full: 20 },
  async run(bench) {
    const [people, kills] = bench.quick ? [400, 9] : [5000, 20];
    const { report } = bench;
    for (const queue of ['PostgreSQL', 'Redis'] as const) {
      report.note(`${people} digests, ${kills} kill -9, jobs in ${queue}`);
      const verdict = await battery(bench, queue, people, aims(bench, kills));
      const name = `jobs in ${queue}`;
      report.check(`${name}: workers killed`, verdict.killed.length === kills && verdict.missed.length === 0, verdict.missed.length > 0 ? { missed: verdict.missed } : `${verdict.killed.length}: ${verdict.killed.join(', ')}`);
      report.check(`${name}: people who came`, verdict.people === people, verdict.people);
      report.check(`${name}: missing`, verdict.missing === 0, verdict.missing);
      report.check(`${name}: extra`, verdict.extra === 0, verdict.extra);
      report.check(`${name}: Message-IDs`, verdict.messageIds === people, verdict.messageIds);
      report.check(`${name}: rows not marked sent`, verdict.unsettled === 0, verdict.unsettled);
      report.check(`${name}: districts without their own digest`, verdict.wrongBodies === 0, verdict.wrongBodies);
      report.check(`${name}: comes to rest after the last kill`, verdict.settledAfterMs !== null, `${verdict.settledAfterMs} ms`);
    }
    const mutant = await battery(bench, 'Redis', 80, ['after-taken', 'before-commit', 'after-taken'].map((moment) => ({ moment, after: 3 + Math.floor(bench.random() * 8) })), 'no-lookup');
    report.check('mutant that sends again without asking: caught by its extra copies', mutant.extra > 0, { extra: mutant.extra, missing: mutant.missing });
  },
};

/** Each aimed moment once, and the rest at any moment of the sending. */
function aims({ random, quick }: Bench, kills: number): Aim[] {
  const between = (from: number, to: number): number => Math.floor(from + random() * (to - from));
  const most = quick ? 25 : 160;
  const aimed = AIMED.map((moment) => ({ moment, after: ['edition-opening', 'mail-queued', 'in-look-up'].includes(moment) ? 1 : moment === 'bodies-written' ? between(1, 3) : between(3, most) }));
  const rest = Array.from({ length: kills - aimed.length }, () => ({ moment: 'random', after: between(200, quick ? 500 : 1500) }));
  return [...aimed, ...rest];
}

async function battery(bench: Bench, queue: 'PostgreSQL' | 'Redis', people: number, where: readonly Aim[], mutant = 'none'): Promise<Verdict> {
  // Longer than a busy machine takes over a batch, and short enough to be waited for twenty times.
  const env = { QUEUE: 'bullmq', LEASE_MS: '3000', GRACE_MS: '4000', REDIS_URL: queue === 'Redis' ? await bench.redis() : '' };
  const opened = await Battery.open(await bench.database(), { people, mutant, env });
  try {
    await opened.kill(where);
    return await opened.verdict();
  } finally {
    await opened.close();
  }
}
