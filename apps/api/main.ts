import 'reflect-metadata';
import { resolve } from 'node:path';
import { loadConfig } from '@app/platform/config';
import { endWithParent, openHouseDatabase } from '@app/platform/house';
import { BullQueue } from '@app/platform/jobs';
import { createLog } from '@app/platform/log';
import { RemoteVoice } from '@app/platform/realtime';
import { features } from '../../libs/features.js';
import { createApi } from './server.js';

const config = loadConfig();
const log = createLog({ level: config.LOG_LEVEL, process: 'api' });
const database = await openHouseDatabase(features, config);
const queue = new BullQueue(config, log);
const voice = new RemoteVoice(config, log);
const api = await createApi(features, { config, log, database, queue, voice }, { webRoot: resolve('dist/web') });

await api.app.listen({ port: config.PORT, host: config.HOST });
const address = await api.app.getUrl();
log.info({ address }, 'listening');

endWithParent(log, { ready: true, address }, async () => {
  await api.close();
  await queue.close();
  await voice.close();
  await database.source.destroy();
});
