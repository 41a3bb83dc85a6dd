import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { pause } from '../../faults/mail/process.js';
import { endServer } from './ending.js';
import { freePort, needProgram } from './places.js';

/** What it knows: the scanner's own test, wherever it stands in a file. The lists of real harm are large, and nobody here needs them. */
const KNOWN = `Eicar-Test-Signature:0:*:${Buffer.from('EICAR-STANDARD-ANTIVIRUS-TEST-FILE').toString('hex')}\n`;
/** For the mutant: something that is in no file. */
const NOTHING = `Nothing-At-All:0:*:${Buffer.from('a scanner that knows nothing, and says so of no file').toString('hex')}\n`;

/** As docs/operations.md asks for: a film is looked at to its end, and what is not looked at to its end is never called harmless. */
const ADVISED = { StreamMaxLength: '500M', MaxFileSize: '500M', MaxScanSize: '1000M', AlertExceedsMax: 'yes' };

/** ClamAV's daemon, the real one, that belongs to the battery: it may be killed and started again at the same address. */
export class OwnClamd {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly program: string,
    private readonly home: string,
    private readonly port: number,
  ) {}

  static async start(folder: string): Promise<OwnClamd> {
    const clamd = new OwnClamd(await needProgram('clamd', 'clamav-daemon'), join(folder, 'clamd'), await freePort());
    await clamd.start();
    return clamd;
  }

  get url(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  /** `limits` instead of those advised; `blind` for a scanner that knows nothing harmful. */
  async start({ limits = ADVISED, blind = false }: { limits?: Record<string, string>; blind?: boolean } = {}): Promise<void> {
    const [lists, temporary, file] = [join(this.home, 'lists'), join(this.home, 'tmp'), join(this.home, 'clamd.conf')];
    for (const folder of [lists, temporary]) await mkdir(folder, { recursive: true });
    await writeFile(join(lists, 'own.ndb'), blind ? NOTHING : KNOWN);
    const settings = { Foreground: 'yes', DatabaseDirectory: lists, TemporaryDirectory: temporary, TCPSocket: this.port, TCPAddr: '127.0.0.1', LogFile: join(this.home, 'clamd.log'), SelfCheck: 86_400, ...limits };
    await writeFile(file, Object.entries(settings).map(([name, value]) => `${name} ${value}\n`).join(''));
    const server = (this.server = spawn(this.program, ['-c', file], { stdio: 'ignore' }));
    for (const until = Date.now() + 20_000; !(await this.answers()); await pause(100))
      if (Date.now() > until || server.exitCode !== null) throw new Error(`clamd did not start:\n${await readFile(join(this.home, 'clamd.log'), 'utf8').catch(() => '')}`);
  }

  private answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write('zPING\0'));
      socket.once('data', (said) => (socket.destroy(), resolve(said.toString().startsWith('PONG'))));
      socket.once('error', () => resolve(false));
    });
  }

  /** Takes every connection from now on and says nothing. */
  hang(): void {
    this.server?.kill('SIGSTOP');
  }

  goOn(): void {
    this.server?.kill('SIGCONT');
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await endServer(this.server, signal);
    this.server = null;
  }
}
