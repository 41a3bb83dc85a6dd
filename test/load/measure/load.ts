import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Load } from './client.js';

export type { Load } from './client.js';

/** The process that asks. */
export class Asker {
  private constructor(private readonly child: ChildProcess) {}

  static async start(): Promise<Asker> {
    const child = fork(fileURLToPath(new URL('./client.ts', import.meta.url)), { execArgv: ['--import', '@swc-node/register/esm-register'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' });
    await once(child, 'message');
    return new Asker(child);
  }

  async load(port: number, path: string, wishes: { cookie: string; body: string }[], connections: number, milliseconds: number, rate?: number): Promise<Load> {
    const answered = once(this.child, 'message');
    this.child.send({ port, path, connections, milliseconds, wishes, ...(rate ? { rate } : {}) });
    return ((await answered) as [Load])[0];
  }

  stop(): void {
    this.child.disconnect();
  }
}

// Linux counts in hundredths of a second.
const TICK_MS = 10;

/** How much processor time processes have had so far, in ms; those that are gone count as nothing. */
export async function cpuOf(pids: readonly number[]): Promise<number> {
  const times = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      // The name stands in brackets and may hold anything; the times are the 12th and 13th field after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS;
    }),
  );
  return times.reduce((sum, time) => sum + time, 0);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export const geoMean = (values: readonly number[]): number => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
