import type { Config } from '@app/platform/config';
import type { Feature } from '@app/platform/feature';
import { httpRoutes } from '@app/platform/http';
import { job, jobs, schedule, schedules } from '@app/platform/jobs';
import { BlobStore } from './blob.store.js';
import { StoredFile } from './file.entity.js';
import { registerFileRoutes } from './files.routes.js';
import { Files } from './files.service.js';
import { CreateFile1700000005100 } from './migrations/1700000005100-create-file.js';
import { storeOf } from './store.js';

const sweep = job('files.sweep', (get) => get(Files).sweep());

export const filesFeature: Feature = {
  name: 'platform/files',
  entities: [StoredFile],
  migrations: [CreateFile1700000005100],
  providers: [{ provide: BlobStore, useFactory: (config: Config) => storeOf(config), inject: ['CONFIG'] }, Files],
  contributes: [jobs.with(sweep), schedules.with(schedule(sweep, { every: 60 * 60 * 1000 })), httpRoutes.with(registerFileRoutes)],
};
