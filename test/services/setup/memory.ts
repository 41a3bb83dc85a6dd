import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;
const EVERY_MS = 50;

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

/** What these processes and everything they started hold in memory, in bytes. Linux tells; elsewhere there is no answer. */
export function heldBy(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + Number(said(`${pid}/statm`).split(' ')[1] ?? 0) * PAGE_BYTES + heldBy(childrenOf(pid)), 0);
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
