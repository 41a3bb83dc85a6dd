import { z } from 'zod';
import { proxiesIn } from './proxies.js';
import { bucketIn } from './s3-url.js';

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0', ''])
  .transform((value) => value === 'on' || value === 'true' || value === '1');

const url = (protocols: string[]) =>
  z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol.replace(':', ''));
      } catch {
        return false;
      }
    },
    { message: `must be an address that begins with ${protocols.map((p) => `${p}://`).join(' or ')}` },
  );

/** Every variable Accord reads, with the sentence that documents it. `.env.example` is printed from here. */
export const configSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production').describe('production hides the schema and GraphiQL; development shows them.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The network address to listen on; 0.0.0.0 is all of them.'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('The port of the web address.'),
  HEALTH_PORT: z.coerce.number().int().min(0).max(65535).optional().describe('The port on which a worker answers /healthz and /readyz. Without it a worker listens nowhere; the api answers both on PORT.'),
  PUBLIC_URL: url(['http', 'https']).optional().describe('The address people type, such as https://accord.example.org; links in mail begin with it.'),
  DATABASE_URL: url(['postgres', 'postgresql']).optional().describe('PostgreSQL 15 or newer. Without it an embedded PostgreSQL keeps its data under ACCORD_DATA.'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10).describe('How many database connections one process may hold.'),
  REDIS_URL: url(['redis', 'rediss']).optional().describe('Redis 7 for queues and live updates. Without it PostgreSQL does both.'),
  S3_URL: z
    .string()
    .superRefine((value, context) => {
      const found = bucketIn(value);
      if ('problem' in found) context.addIssue({ code: 'custom', message: found.problem });
    })
    .optional()
    .describe('An S3 store for uploaded files: https://KEY:SECRET@HOST/BUCKET?region=us-east-1, percent-encoded where a key holds / or +. Without it files lie under ACCORD_DATA, which all processes must then share.'),
  DISTRICT_FILES_MB: z.coerce.number().int().min(1).max(10_000_000).default(5120).describe('How many megabytes the files of one district may take; what does not fit is refused with this figure.'),
  CLAMAV_URL: url(['tcp']).optional().describe('The daemon of ClamAV, such as tcp://127.0.0.1:3310. With it nobody gets a file before it was called harmless; set StreamMaxLength to 500M or more there.'),
  SMTP_URL: url(['smtp', 'smtps']).optional().describe('Where mail is handed over. Without it mail is kept on the mailbox page (demo) or held in the ledger.'),
  MAIL_FROM: z.string().min(3).default('Accord <accord@localhost>').describe('The sender of every mail.'),
  MAIL_POSTAL_ADDRESS: z.string().default('').describe('The postal address printed in the foot of every digest and message, as the law asks.'),
  DKIM_DOMAIN: z.string().optional().describe('Domain of the DKIM signature; needs DKIM_SELECTOR and DKIM_PRIVATE_KEY too.'),
  DKIM_SELECTOR: z.string().optional().describe('Selector of the DKIM key in DNS.'),
  DKIM_PRIVATE_KEY: z.string().optional().describe('The DKIM private key in PEM form.'),
  SECRET_KEY: z.string().min(32).optional().describe('At least 32 characters; sign-in codes and unsubscribe links derive from it. Without it one is made and kept under ACCORD_DATA.'),
  ACCORD_DATA: z.string().min(1).default('.accord').describe('The folder for the embedded database, uploaded files and the secret key.'),
  ACCORD_DEMO: flag.default(true).describe('off leaves out the demo: its invented people exist only without DATABASE_URL and on loopback.'),
  ACCORD_EMBEDDED: flag.default(false).describe('Set by the launcher, never by hand: the database is the embedded one.'),
  TRUST_PROXY: z
    .string()
    .default('off')
    .transform((value, context) => {
      const found = proxiesIn(value);
      if (found !== null) return found;
      context.addIssue({ code: 'custom', message: 'must be off, on (one proxy in front), the number of proxies in a row, or their addresses, such as 10.0.0.0/8, 192.168.1.7' });
      return z.NEVER;
    })
    .describe('on when one reverse proxy in front sets X-Forwarded-For and X-Request-Id; a number for several in a row, or their addresses (10.0.0.0/8, 192.168.1.7). off believes nobody.'),
  DRAIN_SECONDS: z.coerce.number().min(0).max(5).default(2).describe('How long a process that was told to end still takes requests, with /readyz already red, so that the balancer in front notices.'),
  LINK_CHECKS: flag.default(true).describe('off where a worker cannot reach the web: links of the library are then never asked whether they still answer.'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much is written to the log.'),
});

const TOGETHER = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_PRIVATE_KEY'] as const;

/** The settings of one process, read once at its start. */
export type Config = Readonly<z.infer<typeof configSchema>>;

/** Thrown with every wrong variable at once, so that nobody fixes them one start at a time. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`These settings need attention:\n${problems.map((p) => `  - ${p}`).join('\n')}`);
  }
}

/** Reads settings from `env`. An empty variable counts as absent. Throws {@link ConfigError} naming every bad variable. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = configSchema.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const missing = TOGETHER.filter((name) => !given[name]);
  if (missing.length > 0 && missing.length < TOGETHER.length) problems.push(`${missing.join(', ')}: ${TOGETHER.join(', ')} belong together; set all three or none`);
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return parsed.data;
}

/** The address links begin with; without PUBLIC_URL the loopback address. No trailing slash. */
export function publicUrl(config: Config): string {
  const address = config.PUBLIC_URL ?? `http://${config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST}:${config.PORT}`;
  return address.replace(/\/+$/, '');
}

/** One documented line a variable, in the form of `.env.example`. */
export function describeConfig(): string {
  return Object.entries(configSchema.shape)
    .map(([name, field]) => {
      const fallback = field.safeParse(undefined);
      const shown = fallback.success && fallback.data !== undefined ? (fallback.data === true ? 'on' : fallback.data === false ? 'off' : String(fallback.data as string | number)) : '';
      return `# ${field.description ?? ''}\n# ${name}=${shown}\n`;
    })
    .join('\n');
}
