import { readFileSync, rmSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { birthOf, isAlive } from '@app/platform/embedded';

/** What a running Accord leaves in its data folder so that commands can find it. */
export interface Runtime {
  pid: number;
  birth: string;
  databaseUrl: string;
  embedded: boolean;
  demo: boolean;
  address?: string;
  port?: number;
}

/** Announces this process in the data folder; the file is private, for the address holds the database's password. */
export async function announce(data: string, runtime: Omit<Runtime, 'pid' | 'birth'>): Promise<void> {
  const file = join(data, 'runtime.json');
  const whole: Runtime = { pid: process.pid, birth: await birthOf(process.pid), ...runtime };
  await writeFile(`${file}.new`, JSON.stringify(whole, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** The Accord that runs on this data folder, or null; a file left by a dead one counts for nothing. */
export async function runningAccord(data: string): Promise<Runtime | null> {
  try {
    const runtime = JSON.parse(await readFile(join(data, 'runtime.json'), 'utf8')) as Runtime;
    return isAlive(runtime.pid) && (await birthOf(runtime.pid)) === runtime.birth ? runtime : null;
  } catch {
    return null;
  }
}

/** Takes the announcement back. */
export async function withdraw(data: string): Promise<void> {
  const file = join(data, 'runtime.json');
  const mine = (await readFile(file, 'utf8').catch(() => '')).includes(`"pid": ${process.pid},`);
  if (mine) await rm(file, { force: true });
}

/** The same for the moment of a forced exit, when nothing can be awaited. */
export function withdrawNow(data: string): void {
  const file = join(data, 'runtime.json');
  try {
    if (readFileSync(file, 'utf8').includes(`"pid": ${process.pid},`)) rmSync(file);
  } catch {
    // Nothing was announced.
  }
}
