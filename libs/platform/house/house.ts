import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import type { Config } from '@app/platform/config';
import { type Database, Database as DatabaseToken, openDatabase } from '@app/platform/database';
import { LiveVoice, Relay } from '@app/platform/events';
import { Contributions, type Feature } from '@app/platform/feature';
import { graphModule, interceptMutations, MutationInterceptor } from '@app/platform/graphql';
import { JobQueue, JobRunner } from '@app/platform/jobs';
import type { Log } from '@app/platform/log';

/** What a process brings along: its settings, and how it queues jobs and speaks to open pages. */
export interface Process {
  config: Config;
  log: Log;
  database: Database;
  queue: JobQueue;
  voice: LiveVoice;
  /** Providers that replace those of the features, such as a transport that only collects mail. */
  instead?: Provider[];
}

@Module({})
class House {}

/** Connects to the database with the tables and migrations of these features. Throws when DATABASE_URL is absent. */
export function openHouseDatabase(features: readonly Feature[], config: Config): Promise<Database> {
  if (!config.DATABASE_URL) throw new Error('DATABASE_URL is not set. Start Accord with "npm start", which brings a database along.');
  return openDatabase({
    url: config.DATABASE_URL,
    pool: config.DATABASE_POOL,
    entities: features.flatMap((feature) => feature.entities ?? []),
    migrations: features.flatMap((feature) => feature.migrations ?? []),
  });
}

function common(features: readonly Feature[], process: Process): Provider[] {
  return [
    { provide: 'CONFIG', useValue: process.config },
    { provide: 'LOG', useValue: process.log },
    { provide: DatabaseToken, useValue: process.database },
    { provide: JobQueue, useValue: process.queue },
    { provide: LiveVoice, useValue: process.voice },
    { provide: Contributions, useValue: new Contributions(features) },
    ...features.flatMap((feature) => feature.providers ?? []),
    ...(process.instead ?? []),
  ];
}

/** The process people talk to: every feature's services and resolvers. `schemaFile` is where the schema is printed; true keeps it in memory. */
export function apiHouse(features: readonly Feature[], process: Process, schemaFile: string | true = true): DynamicModule {
  const resolvers = features.flatMap((feature) => feature.api ?? []);
  interceptMutations(resolvers.filter((resolver): resolver is Type => typeof resolver === 'function'));
  return {
    module: House,
    imports: [graphModule(process.config, process.log, schemaFile)],
    providers: [...common(features, process), Relay, JobRunner, MutationInterceptor, ...resolvers],
  };
}

/** The process that works: every feature's services, the relay and the job runner. */
export function workerHouse(features: readonly Feature[], process: Process): DynamicModule {
  return { module: House, providers: [...common(features, process), Relay, JobRunner] };
}
