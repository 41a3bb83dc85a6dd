import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** An S3 store of one's own, with an empty bucket. */
export interface S3Store {
  /** What S3_URL has to say to reach it. */
  url: string;
  /** Where it keeps what it holds. */
  folder: string;
  /** Stops it; `start` brings it back with what it held. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a store that speaks S3; `close` it at the end. */
export async function startS3(): Promise<S3Store> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-s3-'));
  let port = '0';
  let child: ReturnType<typeof spawn> | null = null;
  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, ['test/setup/s3-server.mjs', folder, port], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
    child = started;
    const [line] = (await once(createInterface({ input: started.stdout }), 'line')) as [string];
    port = line;
  };
  const stop = async (): Promise<void> => {
    const ending = child;
    child = null;
    if (!ending) return;
    const ended = once(ending, 'exit');
    ending.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `http://S3RVER:S3RVER@127.0.0.1:${port}/accord`,
    folder,
    start,
    stop,
    close: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
