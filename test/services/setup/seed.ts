import { createHash, randomBytes } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@app/platform/config';
import { Database, newId } from '@app/platform/database';
import { LiveVoice } from '@app/platform/events';
import type { Get } from '@app/platform/feature';
import { openHouseDatabase, workerHouse } from '@app/platform/house';
import { JobQueue } from '@app/platform/jobs';
import { silentLog } from '@app/platform/log';
import { Accounts } from '@app/people';
import { features } from '../../../libs/features.js';

class NoQueue extends JobQueue {
  override async add(): Promise<void> {}
}

class NoVoice extends LiveVoice {
  override say(): void {}
}

/** The product's own services on a database, without a process around them: for planting what a part needs. */
export interface SeedHouse {
  db: Database;
  get: Get;
}

export async function withServices<Result>(env: NodeJS.ProcessEnv, work: (house: SeedHouse) => Promise<Result>): Promise<Result> {
  const config = loadConfig(env);
  const db = await openHouseDatabase(features, config);
  const app = await NestFactory.createApplicationContext(workerHouse(features, { config, log: silentLog, database: db, queue: new NoQueue(), voice: new NoVoice() }), { logger: false, abortOnError: false });
  try {
    return await work({ db, get: (service) => app.get(service as never, { strict: false }) });
  } finally {
    await app.close();
    if (db.source.isInitialized) await db.source.destroy();
  }
}

/** A session of somebody who has signed in before, without the mail; answers the cookie. */
export async function aSession({ db, get }: SeedHouse, email: string): Promise<string> {
  const account = await get(Accounts).ensure({ email, name: email.split('@')[0] ?? email });
  const token = randomBytes(32).toString('base64url');
  await db.query(`insert into session (id, account_id, token_hash, browser, expires_at) values ($1, $2, $3, 'a battery', now() + interval '1 day')`, [newId(), account.id, createHash('sha256').update(token).digest('hex')]);
  return `accord=${token}`;
}
