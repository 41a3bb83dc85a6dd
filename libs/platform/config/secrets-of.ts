import type { Config } from './config.js';
import { bucketIn } from './s3-url.js';

/** Every secret among the settings, so that the log can keep them out of its lines. */
export function secretsOf(config: Config): string[] {
  const passwords = [config.DATABASE_URL, config.REDIS_URL, config.SMTP_URL].map((address) => (address ? [new URL(address).password].flatMap((password) => [password, decoded(password)]) : [])).flat();
  const bucket = config.S3_URL ? bucketIn(config.S3_URL) : null;
  const keys = bucket && !('problem' in bucket) ? [bucket.key, bucket.secret] : [];
  return [...passwords, ...keys, config.SECRET_KEY ?? '', config.DKIM_PRIVATE_KEY ?? ''].filter((secret) => secret !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
