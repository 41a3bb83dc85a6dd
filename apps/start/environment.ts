import type { Checked } from './checks.js';

/** The environment of api, worker and programs: the caller's own, with what the launcher has settled made explicit. */
export function childEnv({ config, data, embedded, demo }: Checked, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: config.NODE_ENV,
    HOST: config.HOST,
    PORT: String(config.PORT),
    ACCORD_DATA: data,
    ACCORD_DEMO: demo ? 'on' : 'off',
    ACCORD_EMBEDDED: embedded ? 'on' : 'off',
    DATABASE_URL: databaseUrl,
    // No balancer stands in front of what the launcher starts, so nobody has to be given time to notice.
    DRAIN_SECONDS: '0',
  };
}
