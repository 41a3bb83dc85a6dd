import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@app/platform/config';
import { Relay } from '@app/platform/events';
import { Contributions } from '@app/platform/feature';
import { endWithParent, openHouseDatabase, workerHouse } from '@app/platform/house';
import { BullQueue, JobRunner, schedules, startBullWorker } from '@app/platform/jobs';
import { createLog } from '@app/platform/log';
import { RemoteVoice } from '@app/platform/realtime';
import { features } from '../../libs/features.js';

const config = loadConfig();
const log = createLog({ level: config.LOG_LEVEL, process: 'worker' });
const database = await openHouseDatabase(features, config);
const queue = new BullQueue(config, log);
const voice = new RemoteVoice(config, log);
const app = await NestFactory.createApplicationContext(workerHouse(features, { config, log, database, queue, voice }), { logger: false, abortOnError: false });

await queue.repeat(app.get(Contributions).of(schedules));
const stopWorker = startBullWorker(config, app.get(JobRunner), log);
const relay = app.get(Relay);
relay.start((error) => log.error({ error: String(error) }, 'relay'));
log.info('working');

endWithParent(log, { ready: true }, async () => {
  await relay.stop();
  await stopWorker();
  await app.close();
  await queue.close();
  await voice.close();
  await database.source.destroy();
});
