import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

/** On a busy machine it waits for its turn most of the time, and that is not the file's fault. */
const PATIENCE = 5;
const LOOK_EVERY_MS = 100;

/** How long one task may compute, in milliseconds, and how many bytes of memory its process may hold. */
export interface Bounds {
  ms: number;
  bytes: number;
}

/** Thrown when a task took more than it may, or took its process down. */
export class OutOfBounds extends Error {}

const running = new Set<ChildProcess>();
// A task must not outlive the process that wants its answer.
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** What a process of its own is told of this one: nothing but where programs are and whose certificates are believed. */
const TOLD = ['PATH', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];

/**
 * A place where what strangers made is dealt with, in a process of its own for each task: without the settings and secrets
 * of this one, with a bound on time and memory. Whatever it does to that process, this one goes on. `script` is the address
 * of its program without an ending; that program answers one message `{ task }` with {@link serve}.
 */
export function workshopAt<Task, Done>(script: URL, { atOnce }: { atOnce: number }): (task: Task, bounds: Bounds) => Promise<Done> {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  return async (task, bounds) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await start<Task, Done>(script, task, bounds);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

function start<Task, Done>(script: URL, task: Task, bounds: Bounds): Promise<Done> {
  // As compiled beside this file, or as it was written where nothing is compiled.
  const written = import.meta.url.endsWith('.ts');
  const path = fileURLToPath(script) + (written ? '.ts' : '.js');
  const loader = written ? ['--import', '@swc-node/register/esm-register'] : [];
  const child = fork(path, [], {
    // Several of these may run beside a small house: less memory before more speed.
    execArgv: [...loader, '--max-old-space-size=320', '--max-semi-space-size=2', '--optimize-for-size', '--no-warnings'],
    env: { ...Object.fromEntries(TOLD.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))), NODE_ENV: 'production', MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  running.add(child);
  // People who wait for a page come first.
  if (child.pid) niceness(child.pid);
  return new Promise<Done>((resolve, reject) => {
    let settled = false;
    const end = (settle: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(late);
      clearInterval(looking);
      running.delete(child);
      child.kill('SIGKILL');
      settle();
    };
    const late = setTimeout(() => end(() => reject(new OutOfBounds(`took longer than ${bounds.ms / 1000} s`))), bounds.ms * PATIENCE);
    const looking = setInterval(() => {
      void spentBy(child.pid).then(({ bytes, ms }) => {
        if (bytes > bounds.bytes) end(() => reject(new OutOfBounds('took more memory than it may')));
        if (ms > bounds.ms) end(() => reject(new OutOfBounds(`computed longer than ${bounds.ms / 1000} s`)));
      });
    }, LOOK_EVERY_MS);
    child.once('message', (message: { done?: Done; failed?: string }) => end(() => (message.done ? resolve(message.done) : reject(new Error(message.failed ?? 'no answer')))));
    child.once('error', (error) => end(() => reject(error)));
    child.once('exit', (code, signal) => end(() => reject(new OutOfBounds(`its reader ended (${signal ?? code})`))));
    child.send({ task } as Serializable);
  });
}

function niceness(pid: number): void {
  try {
    setPriority(pid, 10);
  } catch {
    // Not every system lets itself be told.
  }
}

/** The memory a process holds and the time it has computed; 0 where the system does not say, and there the bounds on V8's own memory and on waiting remain. */
async function spentBy(pid: number | undefined): Promise<{ bytes: number; ms: number }> {
  const [memory, times] = await Promise.all(['statm', 'stat'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')));
  // What follows the name of the program, which may hold anything: the 12th and 13th are hundredths of a second.
  const fields = (times ?? '').slice((times ?? '').lastIndexOf(')') + 2).split(' ');
  return { bytes: Number(memory?.split(' ')[1] ?? 0) * 4096, ms: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10 };
}
