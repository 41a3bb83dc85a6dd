import type { Feature } from '@app/platform/feature';
import { mailTemplates } from '@app/platform/mail';
import { DigestBody } from './digest-body.entity.js';
import { DigestEdition } from './digest-edition.entity.js';
import { digestMail } from './digests.mail.js';
import { DigestsResolver } from './digests.resolver.js';
import { Digests } from './digests.service.js';
import { MailChoicesResolver } from './mail-choices.resolver.js';
import { MailChoicesOf } from './mail-choices.service.js';
import { CreateDigests1700000007200 } from './migrations/1700000007200-create-digests.js';

export const digestsFeature: Feature = {
  name: 'digests',
  entities: [DigestEdition, DigestBody],
  migrations: [CreateDigests1700000007200],
  providers: [Digests, MailChoicesOf],
  api: [DigestsResolver, MailChoicesResolver],
  contributes: [mailTemplates.with(digestMail)],
};
