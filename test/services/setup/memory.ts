import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 100;

const said = (file: string): string => {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
};

function childrenOf(pid: number): number[] {
  let threads: string[] = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    // It has ended meanwhile.
  }
  return threads.flatMap((thread) => said(`${pid}/task/${thread}/children`).trim().split(' ')).filter(Boolean).map(Number);
}

/** Pages that several processes share, such as those of Node itself, are counted once in all. */
const bytesOf = (pid: number): number => Number(/^Pss:\s+(\d+) kB/m.exec(said(`${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;

/** What these processes and everything they started hold in memory, in bytes. Linux tells; elsewhere there is no answer. */
export function heldBy(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + bytesOf(pid) + heldBy(childrenOf(pid)), 0);
}

/** Looks again and again at what these processes hold; `most` is the largest that it saw. */
export class MemoryWatch {
  most = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(pids: () => readonly number[]) {
    this.timer = setInterval(() => (this.most = Math.max(this.most, heldBy(pids()))), EVERY_MS);
  }

  end(): void {
    clearInterval(this.timer);
  }
}
