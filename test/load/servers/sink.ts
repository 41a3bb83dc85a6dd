import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SMTPServer } from 'smtp-server';

const FILE = fileURLToPath(import.meta.url);

/** An SMTP server on loopback that takes everything and keeps nothing, in a process of its own. */
export class Sink {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<Sink> {
    const child = fork(FILE, ['sink'], { execArgv: ['--import', '@swc-node/register/esm-register'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const [port] = (await once(child, 'message')) as [number];
    return new Sink(child, `smtp://127.0.0.1:${port}`);
  }

  stop(): void {
    this.child.disconnect();
  }
}

if (process.argv[2] === 'sink' && process.argv[1] === FILE) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      stream.resume();
      stream.once('end', () => done());
    },
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.server.address() as { port: number }).port));
  process.once('disconnect', () => process.exit(0));
}
