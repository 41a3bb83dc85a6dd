import { mkdtemp, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbedded } from '@app/platform/embedded';
import { runProgram } from '../../../apps/start/program.js';
import { startS3 } from '../../setup/s3.js';
import { install, type Running } from '../setup/accord.js';
import { MailSink } from '../setup/letters.js';
import type { Bench } from '../setup/part.js';
import { withServices } from '../setup/seed.js';
import { type Cast, plantCast, STEWARD } from './cast.js';

/** One way in which an installation can be put together, ready for the journey. */
export interface Topology {
  name: string;
  /** The addresses that people reach; with several, a reader is at the last and everybody else at the first. */
  addresses: string[];
  sink: MailSink;
  cast: Cast;
  processes: Running[];
}

interface Plan {
  name: string;
  postgres: 'embedded' | 'shared';
  redis: boolean;
  /** Files in an S3 store instead of a folder. */
  s3?: true;
  apis: number;
  workers: number;
}

export const PLANS: readonly Plan[] = [
  { name: 'embedded', postgres: 'embedded', redis: false, apis: 1, workers: 1 },
  { name: 'PostgreSQL and Redis', postgres: 'shared', redis: true, apis: 1, workers: 1 },
  { name: 'PostgreSQL alone, two apis, two workers', postgres: 'shared', redis: false, apis: 2, workers: 2 },
  { name: 'files in S3', postgres: 'shared', redis: false, s3: true, apis: 1, workers: 1 },
];

/** Starts everything that a plan asks for and plants the people of the journey. */
export async function raise(bench: Bench, plan: Plan): Promise<Topology> {
  const sink = await MailSink.open();
  const { apis, workers, env } = await install(bench, {
    databaseUrl: plan.postgres === 'embedded' ? await embedded(bench) : await bench.database(),
    ...(plan.redis ? { redisUrl: await bench.redis() } : {}),
    ...(plan.s3 ? { more: { S3_URL: await store(bench) } } : {}),
    smtp: sink.smtp,
    apis: plan.apis,
    workers: plan.workers,
  });
  await runProgram('apps/api/commands/people-invite.js', env, 'Inviting the steward', [STEWARD, '--steward']);
  const cast = await withServices(env, plantCast);
  return { name: plan.name, addresses: apis.map(({ address }) => address), sink, cast, processes: [...apis, ...workers] };
}

async function store(bench: Bench): Promise<string> {
  const s3 = await startS3();
  bench.later(() => s3.close());
  return s3.url;
}

async function embedded(bench: Bench): Promise<string> {
  const folder = await mkdtemp(join(bench.folder, 'embedded-'));
  await chmod(folder, 0o755);
  const database = await startEmbedded({ folder });
  bench.later(() => database.stop());
  return database.url;
}
