import type { Lock, Locker } from '@tus/utils';
import { type Database, newId } from '@app/platform/database';

const HELD_SECONDS = 10;
const RENEW_MS = 2_000;
const WAIT_MS = 8_000;
const LOOK_MS = 100;

/** Thrown when an upload is still in other hands. */
export class UploadBusy extends Error {}

/**
 * One process at a time writes to an upload, whichever of several it is: a lease on its row. Whoever comes later asks
 * for it, and the one that holds it lets go: usually the line it serves is long dead.
 */
export class UploadLocker implements Locker {
  constructor(private readonly db: Database) {}

  newLock(id: string): Lock {
    const own = newId();
    let renewing: NodeJS.Timeout | undefined;
    return {
      lock: async (signal, letGo) => {
        await hold(this.db, id, own, signal);
        renewing = setInterval(() => {
          void this.db
            .one<{ wanted: boolean }>(`update upload set held_until = now() + make_interval(secs => $3) where id = $1 and held_by = $2 returning wanted_at is not null as wanted`, [id, own, HELD_SECONDS])
            .then((row) => row?.wanted && letGo())
            .catch(() => undefined);
        }, RENEW_MS);
        renewing.unref();
      },
      unlock: async () => {
        clearInterval(renewing);
        await release(this.db, id, own);
      },
    };
  }
}

async function hold(db: Database, id: string, own: string, signal?: AbortSignal): Promise<void> {
  for (const until = Date.now() + WAIT_MS; ; await new Promise((resolve) => setTimeout(resolve, LOOK_MS))) {
    const row = await db.one(
      `update upload set held_by = $2, held_until = now() + make_interval(secs => $3), wanted_at = null where id = $1 and (held_by is null or held_until < now()) returning id`,
      [id, own, HELD_SECONDS],
    );
    if (row) return;
    const wanted = await db.one(`update upload set wanted_at = now() where id = $1 returning id`, [id]);
    // An upload that is gone has no holder either; whoever asks finds out next.
    if (!wanted) return;
    if (signal?.aborted || Date.now() > until) throw new UploadBusy();
  }
}

async function release(db: Database, id: string, own: string): Promise<void> {
  await db.query(`update upload set held_by = null, held_until = null, wanted_at = null where id = $1 and held_by = $2`, [id, own]);
}

/** Does something to an upload while nobody else can. */
export async function alone<T>(db: Database, id: string, work: () => Promise<T>): Promise<T> {
  const own = newId();
  await hold(db, id, own);
  const renewing = setInterval(() => void db.query(`update upload set held_until = now() + make_interval(secs => $3) where id = $1 and held_by = $2`, [id, own, HELD_SECONDS]).catch(() => undefined), RENEW_MS);
  renewing.unref();
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await release(db, id, own);
  }
}
