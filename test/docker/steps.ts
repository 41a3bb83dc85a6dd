import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { startEmbedded } from '@app/platform/embedded';
import { type Stage, stagesOf } from './dockerfile.js';

/**
 * Does what docker/Dockerfile says without an engine: every stage becomes a folder, its COPY and RUN lines happen
 * there, and then what the images run is started on a fresh PostgreSQL: migrations, api and worker, until both are
 * ready and end when told. Not tried are the base image, the user, and the network between containers.
 */
const run = promisify(execFile);
const root = await mkdtemp(join(tmpdir(), 'accord-docker-'));
const began = Date.now();
const started: ChildProcess[] = [];
const say = (line: string): void => console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

interface Built {
  folder: string;
  workdir: string;
  env: Record<string, string>;
  command: string[];
}

async function build(stage: Stage, built: Map<string, Built>): Promise<Built> {
  const base = built.get(stage.from);
  const image: Built = { folder: join(root, stage.name), workdir: base?.workdir ?? '/', env: { ...base?.env }, command: [] };
  if (base) await share(base.folder, image.folder);
  await mkdir(image.folder, { recursive: true });
  const inside = (path: string): string => join(image.folder, posix.resolve(image.workdir, path));
  for (const { keyword, words, text, flags } of stage.steps) {
    if (keyword === 'WORKDIR') {
      image.workdir = posix.resolve(image.workdir, words[0] ?? '/');
      await mkdir(inside('.'), { recursive: true });
    } else if (keyword === 'ENV') {
      for (const word of words) image.env[word.slice(0, word.indexOf('='))] = word.slice(word.indexOf('=') + 1);
    } else if (keyword === 'COPY') {
      const from = flags.from ? (built.get(flags.from)?.folder ?? '') : process.cwd();
      const target = words.at(-1) ?? '.';
      for (const path of words.slice(0, -1)) await copy(from, path, inside(target), target.endsWith('/') || words.length > 2 || target === '.' || target === './', flags.from === undefined);
    } else if (keyword === 'RUN') {
      say(`${stage.name}: ${text}`);
      // The folders of the image are folders below ours, and there is no user of its own to give them to.
      const here = text.replaceAll(/(^|[\s=])\/(accord|data)\b/g, (_all, before: string, name: string) => `${before}${join(image.folder, name)}`).replaceAll(/chown node:node \S+/g, 'true');
      await run('sh', ['-c', here], { cwd: inside('.'), env: environment(image), maxBuffer: 64 * 1024 * 1024 });
    } else if (keyword === 'CMD') image.command = JSON.parse(text) as string[];
  }
  return image;
}

async function copy(from: string, path: string, target: string, into: boolean, isContext: boolean): Promise<void> {
  if (path === '.' && isContext) {
    const ignored = (await readFile('.dockerignore', 'utf8')).split('\n').filter(Boolean);
    const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard', '-z'], { maxBuffer: 64 * 1024 * 1024 });
    for (const file of stdout.split('\0').filter((name) => name && !ignored.includes(name.split('/')[0] ?? ''))) {
      await mkdir(dirname(join(target, file)), { recursive: true });
      await cp(file, join(target, file)).catch((error: NodeJS.ErrnoException) => {
        // A file that was removed and not yet committed is still named.
        if (error.code !== 'ENOENT') throw error;
      });
    }
    return;
  }
  const to = into ? join(target, posix.basename(path)) : target;
  if (isContext) await cp(join(from, path), to, { recursive: true });
  else await share(join(from, path), to);
}

/** What one stage has, another gets as links to the same bytes: an engine's layers do no other, and packages are many. */
async function share(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await run('cp', ['-alT', from, to]);
}

function environment(image: Built, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = ['PATH', 'HOME', 'npm_config_registry', 'npm_config_cache', 'npm_config_userconfig', 'NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'];
  const given = Object.fromEntries(own.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return { ...given, npm_config_audit: 'false', npm_config_fund: 'false', npm_config_prefer_offline: 'true', ...image.env, ...more };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function start(image: Built, settings: Record<string, string>): ChildProcess {
  const [program = '', ...args] = image.command;
  const child = spawn(program, args, { cwd: join(image.folder, image.workdir), env: environment(image, settings), stdio: ['ignore', 'inherit', 'inherit'] });
  started.push(child);
  return child;
}

async function ended(child: ChildProcess): Promise<number | null> {
  return child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];
}

async function ready(port: number): Promise<void> {
  for (const until = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    if (Date.now() > until) throw new Error(`Nothing is ready on port ${port}: ${answer ? await answer.text() : 'no answer'}`);
  }
}

async function main(): Promise<void> {
  const built = new Map<string, Built>();
  for (const stage of stagesOf('docker/Dockerfile')) built.set(stage.name, await build(stage, built));
  const image = (name: string): Built => built.get(name) ?? { folder: '', workdir: '/', env: {}, command: [] };
  const database = await startEmbedded({ folder: join(root, 'database'), durable: false });
  try {
    const [port, health] = [await freePort(), await freePort()];
    const settings = { DATABASE_URL: database.url, SECRET_KEY: randomBytes(32).toString('hex'), HOST: '127.0.0.1', PORT: String(port), HEALTH_PORT: String(health), ACCORD_DATA: join(root, 'data'), DRAIN_SECONDS: '0.5', LOG_LEVEL: 'warn' };
    say(`migrate: ${image('migrate').command.join(' ')}`);
    const code = await ended(start(image('migrate'), settings));
    if (code !== 0) throw new Error(`The migrations ended with code ${code}.`);
    const [api, worker] = [start(image('api'), settings), start(image('worker'), settings)];
    await Promise.all([ready(port), ready(health)]);
    const page = await fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text());
    if (!page.includes('<div id="root">')) throw new Error('The image does not serve the web app.');
    say('api and worker are ready, and the web app is served');
    for (const each of [api, worker]) each.kill('SIGTERM');
    const codes = await Promise.all([ended(api), ended(worker)]);
    if (codes.some((each) => each !== 0)) throw new Error(`They ended with ${codes.join(' and ')}.`);
    say('both ended when told');
  } finally {
    for (const child of started) child.kill('SIGKILL');
    await database.stop();
  }
}

main()
  .then(
    () => 0,
    (error: Error & { stderr?: string }) => {
      console.error(error.message, error.stderr ?? '');
      return 1;
    },
  )
  .then(async (code) => {
    await rm(root, { recursive: true, force: true });
    process.exit(code);
  });
