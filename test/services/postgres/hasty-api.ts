import 'reflect-metadata';
import { loadConfig } from '@app/platform/config';
import { Database } from '@app/platform/database';
import { openHouseDatabase } from '@app/platform/house';
import { BullQueue } from '@app/platform/jobs';
import { silentLog } from '@app/platform/log';
import { RemoteVoice } from '@app/platform/realtime';
import { createApi } from '../../../apps/api/server.js';
import { features } from '../../../libs/features.js';

const COMMIT_AFTER_MS = 500;

/** Says that a change is done while its commit is still to come: what no api may do. */
class HastyDatabase extends Database {
  override async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    return new Promise<T>((resolve, reject) => {
      super
        .transaction(async () => {
          const result = await work();
          resolve(result);
          await new Promise((wait) => setTimeout(wait, COMMIT_AFTER_MS));
          return result;
        })
        .catch(reject);
    });
  }
}

/** An api that acknowledges before it has committed. */
const config = loadConfig();
const { source } = await openHouseDatabase(features, config);
const api = await createApi(features, { config, log: silentLog, database: new HastyDatabase(source), queue: new BullQueue(config, silentLog), voice: new RemoteVoice(config, silentLog) });
await api.app.listen({ port: 0, host: '127.0.0.1' });
process.on('disconnect', () => process.exit(0));
process.send?.({ say: 'ready', address: await api.app.getUrl() });
