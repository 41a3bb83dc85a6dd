import 'reflect-metadata';
import { loadConfig } from '@app/platform/config';
import { openDatabase } from '@app/platform/database';
import { Contributions, type Get } from '@app/platform/feature';
import { silentLog } from '@app/platform/log';
import { Delivery, mailFeature, MailRenderer, mailTemplates, UnsubscribeLink } from '@app/platform/mail';
import { SecretKey } from '@app/platform/secrets';
import { AimedLedger, SinkTransport } from './aimed.js';
import { letter } from './letter.js';

/**
 * A worker that only sends mail, built from the product's own classes. It dies where
 * `aimed.ts` says.
 */
const config = loadConfig();
const db = await openDatabase({ url: config.DATABASE_URL!, entities: mailFeature.entities ?? [], migrations: mailFeature.migrations ?? [], pool: 6 });
const get: Get = () => {
  throw new Error('the letter needs nothing');
};
const contributions = new Contributions([{ name: 'faults', contributes: [mailTemplates.with(letter)] }]);
const renderer = new MailRenderer(contributions, get, new UnsubscribeLink(new SecretKey(config.SECRET_KEY!)), config);
const delivery = new Delivery(new AimedLedger(db), new SinkTransport({ url: config.SMTP_URL! }), renderer, silentLog);

process.on('disconnect', () => process.exit(0));
process.send?.({ say: 'ready' });
for (;;) {
  await delivery.run().catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
