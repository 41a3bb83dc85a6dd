import { existsSync, watch } from 'node:fs';
import { createServer as createProbe, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { type EmbeddedDatabase, startEmbedded } from '@app/platform/embedded';
import { bundleGraphiql, bundleWeb, compileFile, compileServer, generateTypes, halfOf, ROOT } from './build/index.js';
import { checkAddress, type Checked, checkSettings } from './checks.js';
import { type Child, startChild } from './child.js';
import { plantDemo, tableOf } from './demo.js';
import { childEnv } from './environment.js';
import { migrate } from './program.js';
import { announce, withdraw, withdrawNow } from './runtime.js';
import { onEnd } from './signals.js';
import { complain, elapsed, say, step } from './terminal.js';

const running: { children: Child[]; database?: EmbeddedDatabase; web?: ViteDevServer; data?: string } = { children: [] };
let ending = false;

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await Promise.all([running.web?.close(), ...running.children.map((child) => child.stop(4000))]);
  await running.database?.stop();
  if (running.data) await withdraw(running.data);
  process.exit(code);
}

function fail(error: unknown): void {
  if (ending) return;
  complain(error);
  void end(1);
}

onEnd({
  first: () => void end(0),
  again: () => {
    for (const child of running.children) child.process.kill('SIGKILL');
    if (running.data) withdrawNow(running.data);
    process.exit(130);
  },
});

/** `npm run dev`: like `npm start`, with the server compiled and started again on every change and the web app served by Vite. */
async function start(): Promise<void> {
  process.env.NODE_ENV ??= 'development';
  say('Accord, for development');
  const checked = await step('Checking settings and the web address', async () => {
    const settings = await checkSettings();
    await checkAddress(settings);
    return settings;
  });
  running.data = checked.data;
  await step('Compiling', async () => {
    await Promise.all([compileServer(), generateTypes()]);
    // Links in the demo's mail lead to the api itself, which serves the web app as it was last built.
    if (!existsSync(join(ROOT, 'dist/web'))) await bundleWeb();
    if (!existsSync(join(ROOT, 'dist/graphiql'))) await bundleGraphiql();
  });
  const url = checked.config.DATABASE_URL ?? (await step('Starting the embedded PostgreSQL', async () => {
    running.database = await startEmbedded({ folder: checked.data, onDeath: fail });
    return running.database.url;
  }));
  const web = `http://${checked.config.HOST}:${checked.config.PORT}`;
  const apiPort = await freePort();
  const env: NodeJS.ProcessEnv = { ...childEnv(checked, url), PORT: String(apiPort) };
  // The demo refuses any public address, even this one.
  if (!checked.demo) env.PUBLIC_URL = checked.config.PUBLIC_URL ?? web;
  await announce(checked.data, { databaseUrl: url, embedded: checked.embedded, demo: checked.demo, address: web, port: checked.config.PORT });
  await step('Bringing the database up to date', () => migrate(env));
  const people = checked.demo ? await step('Telling the demo story', () => plantDemo(checked.data, env)) : [];
  await step('Starting the api and the worker', () => startServer(checked, env));
  if (existsSync(join(ROOT, 'apps/web/vite.config.ts'))) await step('Starting Vite', () => startWeb(checked, apiPort));
  watchSources(checked, env);
  say(`\nReady after ${elapsed()}: ${web} (the api alone: http://${checked.config.HOST}:${apiPort})`);
  say(`Ask the api by hand: ${web}/graphiql/`);
  for (const line of tableOf(people)) say(`  ${line}`);
}

async function startServer({ data }: Checked, env: NodeJS.ProcessEnv): Promise<void> {
  const names = ['api', 'worker'] as const;
  const outcomes = await Promise.allSettled(names.map((name) => startChild(name, data, env, 'terminal')));
  running.children = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  // While somebody types, a server that does not start is no reason to end: the next change starts it again.
  if (failed) complain(failed.reason);
}

async function startWeb({ config }: Checked, apiPort: number): Promise<void> {
  // Vite's own settings name the paths that are the api's.
  process.env.API_ORIGIN = `http://${config.HOST}:${apiPort}`;
  running.web = await createServer({
    configFile: join(ROOT, 'apps/web/vite.config.ts'),
    server: { host: config.HOST, port: config.PORT, strictPort: true },
  });
  await running.web.listen();
}

function watchSources(checked: Checked, env: NodeJS.ProcessEnv): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const flush = (): void => {
    const paths = [...changed];
    changed.clear();
    work = work.then(() => react(paths, checked, env)).catch(complain);
  };
  for (const folder of ['apps', 'libs']) {
    watch(join(ROOT, folder), { recursive: true }, (_, name) => {
      const path = name === null ? '' : join(folder, name);
      if (halfOf(path) === null || !/\.[a-z]+$/.test(path)) return;
      changed.add(path);
      clearTimeout(timer);
      // An editor writes several files, and some of them twice.
      timer = setTimeout(flush, 120);
    });
  }
}

async function react(paths: string[], checked: Checked, env: NodeJS.ProcessEnv): Promise<void> {
  if (paths.some((path) => path.endsWith('.graphql'))) await generateTypes();
  const server = paths.filter((path) => halfOf(path) !== 'web');
  if (server.length === 0) return;
  const since = performance.now();
  if (server.every((path) => existsSync(join(ROOT, path)))) await Promise.all(server.map(compileFile));
  else await compileServer();
  await Promise.all(running.children.map((child) => child.stop(4000)));
  if (server.some((path) => path.includes('/migrations/'))) await migrate(env);
  if (ending) return;
  await startServer(checked, env);
  say(`Restarted after ${server.length === 1 ? server[0] : `${server.length} changes`} (${elapsed(since)})`);
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createProbe().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

start().catch(fail);
