import 'reflect-metadata';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig, secretsOf } from '@app/platform/config';
import { belong, endWithParent, openHouseDatabase, Readiness, startProcess } from '@app/platform/house';
import { BullQueue } from '@app/platform/jobs';
import { createLog } from '@app/platform/log';
import { RemoteVoice } from '@app/platform/realtime';
import { features } from '../../libs/features.js';
import { createApi } from './server.js';

const config = loadConfig();
const log = createLog({ level: config.LOG_LEVEL, process: 'api', known: secretsOf(config) });

startProcess(log, async () => {
  const database = await openHouseDatabase(features, config);
  const belonging = await belong('api', config, database, log);
  const queue = new BullQueue(config, log);
  const voice = new RemoteVoice(config, log);
  // Not the queue: what is written while it is away is queued when it is back, so the api goes on without it.
  const readiness = new Readiness(belonging.needs, log);
  const api = await createApi(features, { config, log, database, queue, voice }, { webRoot: resolve('dist/web'), readiness });

  await api.app.listen({ port: config.PORT, host: config.HOST });
  const address = await api.app.getUrl();
  log.info({ address }, 'listening');

  endWithParent(log, { ready: true, address }, async () => {
    api.drain();
    await wait(config.DRAIN_SECONDS * 1000);
    await api.close();
    await belonging.leave();
    await queue.close();
    await voice.close();
    await database.source.destroy();
  });
});
