import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

type Message = Record<string, unknown> & { say: string };

/** A process of the battery. Ends with the battery, and is the only thing the battery ever kills. */
export class Child {
  /** A folder with these programs compiled, as under `dist`: they then start in a third of the time. */
  static compiled: string | null = null;
  private static readonly all = new Set<Child>();
  private readonly child: ChildProcess;
  private readonly heard: Message[] = [];
  private waiting: (() => void)[] = [];
  readonly died: Promise<void>;

  constructor(file: string, env: Record<string, string>) {
    const source = fileURLToPath(new URL(file, import.meta.url));
    const [program, execArgv] = Child.compiled
      ? [join(Child.compiled, relative(ROOT, source)).replace(/\.tsx?$/, '.js'), ['--enable-source-maps']]
      : [source, ['--import', '@swc-node/register/esm-register']];
    this.child = fork(program, { execArgv, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.died = once(this.child, 'exit').then(() => void Child.all.delete(this));
    this.child.on('message', (message) => {
      this.heard.push(message as Message);
      for (const wake of this.waiting.splice(0)) wake();
    });
    Child.all.add(this);
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  signal(signal: 'SIGKILL' | 'SIGCONT'): void {
    if (this.alive && this.child.pid) process.kill(this.child.pid, signal);
  }

  tell(message: string): void {
    if (this.alive) this.child.send(message);
  }

  /** Waits for a message; throws when the process dies first or `ms` pass. */
  async says(say: string, ms = 20_000): Promise<Message> {
    const until = Date.now() + ms;
    for (;;) {
      const at = this.heard.findIndex((message) => message.say === say);
      if (at >= 0) return this.heard.splice(at, 1)[0] as Message;
      if (!this.alive) throw new Error(`the process died before it said "${say}"`);
      if (Date.now() > until) throw new Error(`the process did not say "${say}" within ${ms} ms`);
      await Promise.race([new Promise<void>((resolve) => this.waiting.push(resolve)), this.died, pause(until - Date.now() + 1)]);
    }
  }

  /** Whether the process dies within `ms`. */
  async diesWithin(ms: number): Promise<boolean> {
    return Promise.race([this.died.then(() => true), pause(ms).then(() => false)]);
  }

  static async endAll(): Promise<void> {
    const left = [...Child.all];
    for (const child of left) child.signal('SIGKILL');
    await Promise.all(left.map((child) => child.died));
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
