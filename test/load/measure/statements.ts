import { loadConfig } from '@app/platform/config';
import { LiveVoice } from '@app/platform/events';
import { openHouseDatabase } from '@app/platform/house';
import { JobQueue } from '@app/platform/jobs';
import { silentLog } from '@app/platform/log';
import { createApi } from '../../../apps/api/server.js';
import { features } from '../../../libs/features.js';
import type { Op, Wish } from '../servers/requests.js';

class NoQueue extends JobQueue {
  override async add(): Promise<void> {}
}

class NoVoice extends LiveVoice {
  override say(): void {}
}

/** How many statements the product sends for each operation, counted one by one in a product of this process. */
export async function statementsOf(ops: readonly Op[], wish: (op: Op) => Wish, url: string): Promise<Partial<Record<Op, string[]>>> {
  const config = loadConfig({ NODE_ENV: 'production', DATABASE_URL: url, SECRET_KEY: 'a secret that is only good for a bench on loopback' });
  const database = await openHouseDatabase(features, config);
  const api = await createApi(features, { config, log: silentLog, database, queue: new NoQueue(), voice: new NoVoice() }, { realtime: false });
  try {
    const counts: Partial<Record<Op, string[]>> = {};
    for (const op of ops) {
      const { cookie, product } = wish(op);
      const seen: string[] = [];
      const logger = database.source.logger as { logQuery: (sql: string) => void };
      const before = logger.logQuery;
      logger.logQuery = (sql) => void seen.push(sql.replace(/\s+/g, ' ').trim().slice(0, 160));
      await api.fastify.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', cookie }, payload: product });
      logger.logQuery = before;
      counts[op] = seen;
    }
    return counts;
  } finally {
    await api.close();
    await database.source.destroy();
  }
}
