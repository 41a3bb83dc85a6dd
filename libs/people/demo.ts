import type { Config } from '@app/platform/config';

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/**
 * Whether the invented people exist here: only on the embedded database, on loopback, without a public address,
 * and unless ACCORD_DEMO is off.
 */
export function isDemo(config: Config): boolean {
  return config.ACCORD_EMBEDDED && config.ACCORD_DEMO && LOOPBACK.includes(config.HOST) && !config.PUBLIC_URL;
}
