import { type Config, loadConfig } from '@app/platform/config';
import { type Database, openDatabase, runMigrations } from '@app/platform/database';
import { Contributions, type Feature, type Get } from '@app/platform/feature';
import { JobQueue, type QueuedJob } from '@app/platform/jobs';
import { silentLog } from '@app/platform/log';
import { SecretKey } from '@app/platform/secrets';
import { DeliveryLedger } from '../delivery.ledger.js';
import { Delivery } from '../delivery.service.js';
import { MailRenderer } from '../mail-renderer.js';
import { mailTemplate, mailTemplates } from '../mail-template.js';
import { mailFeature } from '../mail.feature.js';
import type { MailTransport } from '../mail.transport.js';
import { Button, Heading, Paragraph } from '../MailParts.js';
import { Mails } from '../mails.service.js';
import { UnsubscribeLink } from '../unsubscribe-link.js';
import { OutboxTransport } from './outbox.transport.js';

/** Remembers the wake-ups that queueing mail asks for. */
export class HeardQueue extends JobQueue {
  readonly heard: QueuedJob[] = [];

  override async add(jobs: QueuedJob[]): Promise<void> {
    this.heard.push(...jobs);
  }
}

/** A letter with no more in it than a test needs. */
export const aLetter = mailTemplate<{ words?: string; gone?: boolean }>({
  kind: 'test.letter',
  render: async (_get, mail) =>
    mail.data.gone
      ? null
      : {
          subject: mail.data.words ?? 'A letter',
          preheader: 'The first line',
          because: 'You get this because a test wrote to you.',
          element: (
            <>
              <Heading>{mail.data.words ?? 'A letter'}</Heading>
              <Paragraph>It says what it says.</Paragraph>
              <Button to={mail.link('/letters')}>Read it</Button>
            </>
          ),
        },
});

/** The mail lib put together by hand, on a database of its own. */
export interface MailHouse {
  db: Database;
  mails: Mails;
  queue: HeardQueue;
  links: UnsubscribeLink;
  config: Config;
  renderer: MailRenderer;
  outbox: OutboxTransport;
  /** A worker of its own. Its claims last `leaseMs`; with less patience it stands for one that died or froze. */
  worker(options?: { transport?: MailTransport; leaseMs?: number; graceMs?: number; runMs?: number }): Delivery;
  get: Get;
}

export async function aMailHouse(url: string, settings: Record<string, string> = {}): Promise<MailHouse> {
  const config = loadConfig({ NODE_ENV: 'test', PUBLIC_URL: 'https://accord.example.org', MAIL_FROM: 'Accord <accord@mail.example.org>', MAIL_POSTAL_ADDRESS: '1 School Street, Springfield', ...settings });
  const feature: Feature = { name: 'test', contributes: [mailTemplates.with(aLetter)] };
  const db = await openDatabase({ url, entities: mailFeature.entities ?? [], migrations: mailFeature.migrations ?? [], pool: 8 });
  await runMigrations(db);
  const queue = new HeardQueue();
  const links = new UnsubscribeLink(new SecretKey('k'.repeat(40)));
  const mails = new Mails(db, queue, links, config);
  const get: Get = (service) => {
    if (service === (Mails as unknown)) return mails as never;
    throw new Error(`${service.name} is not here`);
  };
  const renderer = new MailRenderer(new Contributions([feature]), get, links, config);
  const outbox = new OutboxTransport();
  return {
    db, mails, queue, links, config, renderer, outbox, get,
    worker: ({ transport = outbox, leaseMs = 60_000, graceMs = 0, runMs } = {}) => new Delivery(new DeliveryLedger(db, leaseMs, graceMs), transport, renderer, silentLog, { runMs }),
  };
}
