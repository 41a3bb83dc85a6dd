import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@app/platform/config';
import { Relay } from '@app/platform/events';
import { openHouseDatabase, workerHouse } from '@app/platform/house';
import { BullQueue, JobRunner, startBullWorker } from '@app/platform/jobs';
import { silentLog } from '@app/platform/log';
import { RemoteVoice } from '@app/platform/realtime';
import { features } from '../../../libs/features.js';

/**
 * A worker in two halves, so that Redis can be emptied between them: first it only carries events to the queue, then,
 * told `go`, it also takes jobs. With MUTANT it believes its queue: nothing is queued a second time, as it was before
 * PostgreSQL kept what each listener has still to hear.
 */
const config = loadConfig();
const database = await openHouseDatabase(features, config);
const [queue, voice] = [new BullQueue(config, silentLog), new RemoteVoice(config, silentLog)];
const app = await NestFactory.createApplicationContext(workerHouse(features, { config, log: silentLog, database, queue, voice }), { logger: false, abortOnError: false });
const relay = app.get(Relay);
if (process.env.MUTANT) relay.remind = async () => 0;

process.on('disconnect', () => process.exit(0));
process.once('message', () => {
  startBullWorker(config, app.get(JobRunner), silentLog);
  process.send?.({ say: 'going' });
});
relay.start(() => undefined);
process.send?.({ say: 'ready' });
