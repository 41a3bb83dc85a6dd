import type { Config } from '@app/platform/config';
import type { Feature } from '@app/platform/feature';
import { SecretKey } from './secret-key.js';

export const secretsFeature: Feature = {
  name: 'platform/secrets',
  providers: [{ provide: SecretKey, useFactory: (config: Config) => SecretKey.load(config), inject: ['CONFIG'] }],
};
