import { hostname } from 'node:os';
import { type Database, newId } from '@app/platform/database';
import type { Log } from '@app/platform/log';

/** A process as it enters itself. */
export interface Entry {
  kind: 'api' | 'worker';
  /** Where it keeps files: `BlobStore.identity()`. */
  storage: string;
  /** Something that follows from its secret key and does not give it away. */
  keyPrint: string;
}

/** Thrown when a process does not belong to those that run; its message says what to set. */
export class DoesNotBelong extends Error {}

interface Neighbour {
  kind: string;
  host: string;
  pid: number;
  storage: string;
  key_print: string;
}

const SIGN_OF_LIFE_MS = 10_000;
const GONE_AFTER_SECONDS = 30;
// Any constant will do; newcomers look around one after the other.
const DOOR = 4_162_012;

/**
 * Enters this process among those of the installation. Throws DoesNotBelong when it keeps its files elsewhere than
 * one that is alive, or has another key. The answer takes it out again.
 */
export async function enterProcess(database: Database, entry: Entry, log: Log): Promise<() => Promise<void>> {
  const id = newId();
  await database.transaction(async () => {
    await database.query(`select pg_advisory_xact_lock($1)`, [DOOR]);
    await database.query(`delete from process_instance where seen_at < now() - make_interval(secs => $1)`, [GONE_AFTER_SECONDS]);
    const alive = await database.query<Neighbour>(`select kind, host, pid, storage, key_print from process_instance order by started_at`);
    const refusal = whyNot(entry, alive);
    if (refusal) throw new DoesNotBelong(refusal);
    await show(database, id, entry);
  });
  const timer = setInterval(() => {
    // Entered anew where it was taken for dead, for instance while the database was away.
    show(database, id, entry).catch((error: unknown) => log.warn({ error: String(error) }, 'no sign of life could be given'));
  }, SIGN_OF_LIFE_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await database.query(`delete from process_instance where id = $1`, [id]);
  };
}

async function show(database: Database, id: string, { kind, storage, keyPrint }: Entry): Promise<void> {
  await database.query(
    `insert into process_instance (id, kind, host, pid, storage, key_print) values ($1, $2, $3, $4, $5, $6) on conflict (id) do update set seen_at = now()`,
    [id, kind, hostname(), process.pid, storage, keyPrint],
  );
}

/** Why a newcomer does not fit to those that are alive; null when it does. */
export function whyNot(entry: Entry, alive: readonly Neighbour[]): string | null {
  const named = ({ kind, host, pid }: Neighbour): string => `the ${kind} on ${host} (process ${pid})`;
  const wait = `If that process is gone, wait ${GONE_AFTER_SECONDS} seconds and start again.`;
  const elsewhere = alive.find((other) => other.storage !== entry.storage);
  if (elsewhere) {
    return `This ${entry.kind} keeps its files elsewhere than ${named(elsewhere)}, so each would miss what the other was sent. Give all processes one S3_URL, or one ACCORD_DATA on a disk that they share. ${wait}`;
  }
  const stranger = alive.find((other) => other.key_print !== entry.keyPrint);
  if (stranger) return `This ${entry.kind} has another secret key than ${named(stranger)}, so sign-in codes and links of one would mean nothing to the other. Give all processes the same SECRET_KEY. ${wait}`;
  return null;
}
