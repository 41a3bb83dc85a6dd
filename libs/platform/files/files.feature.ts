import type { Config } from '@app/platform/config';
import { listener, listeners } from '@app/platform/events';
import type { Feature } from '@app/platform/feature';
import { httpRoutes } from '@app/platform/http';
import { job, JobQueue, jobs, schedule, schedules } from '@app/platform/jobs';
import { BlobStore } from './blob.store.js';
import { Examiner } from './examiner.service.js';
import { FileRoom } from './file-room.js';
import { FileTexts } from './file-text.js';
import { StoredFile } from './file.entity.js';
import { FileReceived } from './files.events.js';
import { registerFileRoutes } from './files.routes.js';
import { Files } from './files.service.js';
import { CreateFile1700000005100 } from './migrations/1700000005100-create-file.js';
import { AddFileCare1700000032001 } from './migrations/1700000032001-add-file-care.js';
import { CreateFileRoom1700000036052 } from './migrations/1700000036052-create-file-room.js';
import { TellWhatIsCut1700000036100 } from './migrations/1700000036100-tell-what-is-cut.js';
import { DescribePictures1700000036400 } from './migrations/1700000036400-describe-pictures.js';
import { TellLanguageOfCaptions1700000036401 } from './migrations/1700000036401-tell-language-of-captions.js';
import { Previews } from './previews.service.js';
import { Scanner } from './scanner.js';
import { storeOf } from './store.js';
import { Uploads } from './uploads.service.js';
import { registerUploadRoutes } from './uploads.routes.js';

const sweep = job('files.sweep', async (get) => {
  await get(Files).sweep();
  await get(Uploads).tidy();
});
const examine = job<{ fileId: string }>('files.examine', (get, { fileId }) => get(Examiner).examine(fileId), { slow: true });
const examineWaiting = job('files.examine-waiting', (get) => get(Examiner).examineWaiting(), { slow: true });

/** An order of its own for each file: reading may take a minute, and a listener's transaction must not. */
const received = listener('files.received', FileReceived, (get, events) => get(JobQueue).add(events.map(({ payload }) => ({ name: examine.name, data: payload, id: `${examine.name}.${payload.fileId}` }))));

export const filesFeature: Feature = {
  name: 'platform/files',
  entities: [StoredFile],
  migrations: [CreateFile1700000005100, AddFileCare1700000032001, CreateFileRoom1700000036052, TellWhatIsCut1700000036100, DescribePictures1700000036400, TellLanguageOfCaptions1700000036401],
  providers: [{ provide: BlobStore, useFactory: (config: Config) => storeOf(config), inject: ['CONFIG'] }, FileRoom, Scanner, Files, FileTexts, Previews, Examiner, Uploads],
  contributes: [
    jobs.with(sweep, examine, examineWaiting),
    listeners.with(received),
    schedules.with(schedule(sweep, { every: 60 * 60 * 1000 }), schedule(examineWaiting, { every: 60 * 1000 })),
    httpRoutes.with(registerFileRoutes, registerUploadRoutes),
  ],
};
