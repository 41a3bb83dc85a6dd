import { ModuleRef } from '@nestjs/core';
import type { Config } from '@app/platform/config';
import { Database } from '@app/platform/database';
import { Contributions, type Feature, type Get } from '@app/platform/feature';
import { httpRoutes } from '@app/platform/http';
import { jobs, schedules } from '@app/platform/jobs';
import type { Log } from '@app/platform/log';
import { SecretKey } from '@app/platform/secrets';
import { DeliveryLedger } from './delivery.ledger.js';
import { Delivery } from './delivery.service.js';
import { HeldTransport } from './held.transport.js';
import { LedgerMail } from './mail-ledger.entity.js';
import { MailRenderer } from './mail-renderer.js';
import { MailSuppression } from './mail-suppression.entity.js';
import { deliver, mailSchedules, sweep } from './mail.jobs.js';
import { MailTransport } from './mail.transport.js';
import { MailboxMessage } from './mailbox-message.entity.js';
import { Mailbox } from './mailbox.service.js';
import { MailboxTransport } from './mailbox.transport.js';
import { MailStops } from './mail-stops.js';
import { Mails } from './mails.service.js';
import { AddMailCause1700000000220 } from './migrations/1700000000220-add-mail-cause.js';
import { CreateMail1700000000200 } from './migrations/1700000000200-create-mail.js';
import { IndexMailEditions1700000000210 } from './migrations/1700000000210-index-mail-editions.js';
import { SmtpTransport } from './smtp.transport.js';
import { UnsubscribeLink } from './unsubscribe-link.js';
import { registerMailRoutes } from './unsubscribe.routes.js';

const LEASE_MS = 120_000;
const GRACE_MS = 60_000;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Whether mail stays on the demo's mailbox page: only with the embedded database, on loopback and without a mail server. */
export function keepsMailbox(config: Config): boolean {
  const own = config.ACCORD_EMBEDDED || !config.DATABASE_URL;
  return config.ACCORD_DEMO && own && !config.SMTP_URL && LOOPBACK.has(config.HOST);
}

/** The transport the settings ask for. */
export function transportOf(config: Config, db: Database): MailTransport {
  if (config.SMTP_URL) {
    const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: privateKey } = config;
    return new SmtpTransport({ url: config.SMTP_URL, dkim: domain && selector && privateKey ? { domain, selector, privateKey } : undefined });
  }
  return keepsMailbox(config) ? new MailboxTransport(db) : new HeldTransport();
}

export const mailFeature: Feature = {
  name: 'platform/mail',
  entities: [LedgerMail, MailSuppression, MailboxMessage],
  migrations: [CreateMail1700000000200, IndexMailEditions1700000000210, AddMailCause1700000000220],
  providers: [
    Mails,
    {
      provide: MailStops,
      useFactory: (contributions: Contributions, modules: ModuleRef) => new MailStops(contributions, (service) => modules.get(service as never, { strict: false })),
      inject: [Contributions, ModuleRef],
    },
    { provide: UnsubscribeLink, useFactory: (key: SecretKey) => new UnsubscribeLink(key), inject: [SecretKey] },
    { provide: MailTransport, useFactory: transportOf, inject: ['CONFIG', Database] },
    { provide: Mailbox, useFactory: (db: Database, config: Config) => new Mailbox(db, keepsMailbox(config)), inject: [Database, 'CONFIG'] },
    {
      provide: MailRenderer,
      useFactory: (contributions: Contributions, modules: ModuleRef, links: UnsubscribeLink, config: Config) => {
        const get: Get = (service) => modules.get(service as never, { strict: false });
        return new MailRenderer(contributions, get, links, config);
      },
      inject: [Contributions, ModuleRef, UnsubscribeLink, 'CONFIG'],
    },
    {
      provide: Delivery,
      useFactory: (db: Database, transport: MailTransport, renderer: MailRenderer, log: Log) =>
        new Delivery(new DeliveryLedger(db, LEASE_MS, GRACE_MS), transport, renderer, log),
      inject: [Database, MailTransport, MailRenderer, 'LOG'],
    },
  ],
  contributes: [jobs.with(deliver, sweep), schedules.with(...mailSchedules), httpRoutes.with(registerMailRoutes)],
};
