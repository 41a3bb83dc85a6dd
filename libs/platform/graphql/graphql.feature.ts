import { Database } from '@app/platform/database';
import type { Feature } from '@app/platform/feature';
import { job, jobs, schedule, schedules } from '@app/platform/jobs';
import { CompiledDocuments } from './compiled-documents.js';
import { Idempotency } from './idempotency.js';
import { CreateIdempotencyKey1700000000100 } from './migrations.js';
import { InstantScalar, LocalDateScalar } from './scalars.js';

const KEPT_HOURS = 24;

const sweep = job('graphql.sweep-keys', async (get) => {
  await get(Database).query(`delete from idempotency_key where at < now() - make_interval(hours => $1)`, [KEPT_HOURS]);
});

export const graphqlFeature: Feature = {
  name: 'platform/graphql',
  migrations: [CreateIdempotencyKey1700000000100],
  providers: [Idempotency],
  api: [InstantScalar, LocalDateScalar, CompiledDocuments],
  contributes: [jobs.with(sweep), schedules.with(schedule(sweep, { every: 60 * 60 * 1000 }))],
};
