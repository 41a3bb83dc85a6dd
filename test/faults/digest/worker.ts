import 'reflect-metadata';
import { Injectable } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@app/platform/config';
import { Database } from '@app/platform/database';
import { LiveVoice, Relay } from '@app/platform/events';
import { Contributions } from '@app/platform/feature';
import { openHouseDatabase, workerHouse } from '@app/platform/house';
import { BullQueue, JobQueue, JobRunner, type QueuedJob, schedules, startBullWorker } from '@app/platform/jobs';
import { silentLog } from '@app/platform/log';
import { Delivery, MailRenderer, Mails, MailTransport } from '@app/platform/mail';
import { Digests } from '@app/digests';
import { features } from '../../../libs/features.js';
import { AimedLedger, dieAt, SinkTransport } from '../mail/aimed.js';

/**
 * A worker with every feature of the product. With QUEUE=bullmq it works as the product's own does; else its queue is
 * a list in memory that dies with it, as Redis may lose everything: PostgreSQL alone must bring the follow-up to its end.
 */
class ForgetfulQueue extends JobQueue {
  readonly waiting: QueuedJob[] = [];

  override async add(jobs: QueuedJob[]): Promise<void> {
    this.waiting.push(...jobs);
  }
}

class NoVoice extends LiveVoice {
  override say(): void {}
}

@Injectable()
class AimedDigests extends Digests {
  override async open(...given: Parameters<Digests['open']>): Promise<void> {
    await super.open(...given);
    dieAt('edition-opening');
  }

  override async write(...given: Parameters<Digests['write']>): Promise<void> {
    await super.write(...given);
    dieAt('bodies-written');
  }
}

@Injectable()
class AimedMails extends Mails {
  override async sendSelected(...given: Parameters<Mails['sendSelected']>): Promise<number> {
    const entered = await super.sendSelected(...given);
    dieAt('mail-queued');
    return entered;
  }
}

const config = loadConfig();
const database = await openHouseDatabase(features, config);
const queue = process.env.QUEUE === 'bullmq' ? new BullQueue(config, silentLog) : new ForgetfulQueue();
const instead = [
  { provide: MailTransport, useFactory: () => new SinkTransport({ url: config.SMTP_URL ?? '' }) },
  { provide: Delivery, useFactory: (db: Database, transport: MailTransport, renderer: MailRenderer) => new Delivery(new AimedLedger(db), transport, renderer, silentLog), inject: [Database, MailTransport, MailRenderer] },
  { provide: Digests, useClass: AimedDigests },
  { provide: Mails, useClass: AimedMails },
];
const app = await NestFactory.createApplicationContext(workerHouse(features, { config, log: silentLog, database, queue, voice: new NoVoice(), instead }), { logger: false, abortOnError: false });
const [relay, runner] = [app.get(Relay), app.get(JobRunner)];

process.on('disconnect', () => process.exit(0));
const go = new Promise<void>((resolve) => process.once('message', () => resolve()));
process.send?.({ say: 'ready' });
await go;
if (queue instanceof BullQueue) {
  await queue.repeat(app.get(Contributions).of(schedules));
  startBullWorker(config, runner, silentLog);
  relay.start(() => undefined);
} else {
  for (;;) {
    await relay.relayOnce();
    const given = [...queue.waiting.splice(0), ...['outreach.due-steps', 'mail.deliver'].map((name) => ({ name, data: {} }))];
    for (const job of given) await runner.run(job).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
