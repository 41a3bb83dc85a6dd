import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig, secretsOf } from '@app/platform/config';
import { Relay } from '@app/platform/events';
import { Contributions } from '@app/platform/feature';
import { belong, endWithParent, openHealthPort, openHouseDatabase, Readiness, startProcess, workerHouse } from '@app/platform/house';
import { BullQueue, JobRunner, schedules, startBullWorker } from '@app/platform/jobs';
import { createLog } from '@app/platform/log';
import { RemoteVoice } from '@app/platform/realtime';
import { features } from '../../libs/features.js';

const config = loadConfig();
const log = createLog({ level: config.LOG_LEVEL, process: 'worker', known: secretsOf(config) });
// Leaves time to close what is open before the process is ended by force.
const JOBS_MAY_TAKE_MS = 7_000;

startProcess(log, async () => {
  const database = await openHouseDatabase(features, config);
  const belonging = await belong('worker', config, database, log);
  const queue = new BullQueue(config, log);
  const voice = new RemoteVoice(config, log);
  const app = await NestFactory.createApplicationContext(workerHouse(features, { config, log, database, queue, voice }), { logger: false, abortOnError: false });
  const readiness = new Readiness({ ...belonging.needs, queue: () => queue.reach() }, log);
  const healthPort = config.HEALTH_PORT === undefined ? null : await openHealthPort(config.HOST, config.HEALTH_PORT, readiness);

  await queue.repeat(app.get(Contributions).of(schedules));
  const stopJobs = startBullWorker(config, app.get(JobRunner), log);
  const relay = app.get(Relay);
  relay.start((error) => log.error({ error: String(error) }, 'relay'));
  log.info({ healthPort: healthPort?.port }, 'working');

  endWithParent(log, { ready: true }, async () => {
    readiness.turnRed();
    // All three at once: a job that sends mail ends when the mail service is told to take nothing more.
    await Promise.all([relay.stop(), stopJobs(JOBS_MAY_TAKE_MS), app.close()]);
    await belonging.leave();
    await queue.close();
    await voice.close();
    await healthPort?.close();
    await database.source.destroy();
  });
});
