import pg from 'pg';
import type { Config } from '@app/platform/config';
import type { Log } from '@app/platform/log';

/** Few connections of their own for what is live, so that it never waits behind the work. */
export function livePool(config: Config, log: Log): pg.Pool {
  const pool = new pg.Pool({ connectionString: config.DATABASE_URL, max: 2, application_name: 'accord-live', connectionTimeoutMillis: 5000 });
  // A broken idle connection is replaced by the pool; unheard it would end the process.
  pool.on('error', (error) => log.warn({ error: error.message }, 'live updates'));
  return pool;
}
