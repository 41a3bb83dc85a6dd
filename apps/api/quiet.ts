import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@app/platform/config';
import { type Database } from '@app/platform/database';
import { LiveVoice } from '@app/platform/events';
import type { Get } from '@app/platform/feature';
import { openHouseDatabase, workerHouse } from '@app/platform/house';
import { JobQueue } from '@app/platform/jobs';
import { createLog } from '@app/platform/log';
import { features } from '../../libs/features.js';

/** Jobs need not be woken from a command: the worker finds in PostgreSQL what is to be done. */
class NoQueue extends JobQueue {
  override async add(): Promise<void> {
    // nothing: see above
  }
}

class NoVoice extends LiveVoice {
  override say(): void {
    // nobody listens to a command
  }
}

/** Runs a command with every service at hand and no server, then closes everything. */
export async function withHouse<T>(work: (get: Get, database: Database) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const database = await openHouseDatabase(features, config);
  const log = createLog({ level: 'warn', process: 'command' });
  const app = await NestFactory.createApplicationContext(workerHouse(features, { config, log, database, queue: new NoQueue(), voice: new NoVoice() }), { logger: false, abortOnError: false });
  try {
    return await work((service) => app.get(service as never, { strict: false }), database);
  } finally {
    await app.close();
    if (database.source.isInitialized) await database.source.destroy();
  }
}
