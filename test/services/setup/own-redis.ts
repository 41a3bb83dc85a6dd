import { type ChildProcess, spawn } from 'node:child_process';
import { Redis } from 'ioredis';
import { endServer } from './ending.js';
import { freePort, needProgram } from './places.js';

/**
 * A Redis that belongs to the battery: it may be stopped, emptied and killed. It keeps nothing on disk, so that
 * every start finds it empty, the worst that can happen to whoever relies on it.
 */
export class OwnRedis {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly program: string,
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(folder: string): Promise<OwnRedis> {
    const redis = new OwnRedis(await needProgram('redis-server', 'redis-server'), folder, await freePort());
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}/0`;
  }

  async start(): Promise<void> {
    this.server = spawn(this.program, ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
    const client = new Redis(this.url, { lazyConnect: true, maxRetriesPerRequest: null, retryStrategy: () => 50 });
    client.on('error', () => undefined);
    const said = await Promise.race([client.info('server'), new Promise<string>((resolve) => setTimeout(() => resolve(''), 10_000).unref())]);
    client.disconnect();
    // Nobody else's server may be taken for this one, for it will be emptied.
    if (!said.includes(`process_id:${this.server.pid}\r`)) throw new Error('The Redis that was started is not the one that answers.');
  }

  /** Ends it: politely, or as a crash would. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await endServer(this.server, signal);
    this.server = null;
  }

  async flush(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }
}
