import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EmbeddedDatabase, startEmbedded } from '@app/platform/embedded';
import { build, staleHalves } from './build/index.js';
import { checkAddress, type Checked, checkSettings } from './checks.js';
import { type Child, startChild } from './child.js';
import { type DemoPerson, plantDemo, plantedPeople, tableOf } from './demo.js';
import { childEnv } from './environment.js';
import { migrate } from './program.js';
import { announce, withdraw, withdrawNow } from './runtime.js';
import { onEnd } from './signals.js';
import { complain, elapsed, say, step } from './terminal.js';

/** Everything that has been started so far, in the order in which it has to end. */
const running: { api?: Child; worker?: Child; database?: EmbeddedDatabase; data?: string } = {};
let ending: Promise<never> | null = null;

function end(code: number): Promise<never> {
  return (ending ??= (async () => {
    await Promise.all([running.api?.stop(5000), running.worker?.stop(5000)]);
    await running.database?.stop();
    if (running.data) await withdraw(running.data);
    return process.exit(code);
  })());
}

function fail(reason: unknown): void {
  if (ending) return;
  complain(reason);
  void end(1);
}

onEnd({
  first: () => {
    say('\nStopping … (once more to force)');
    void end(0);
  },
  again: () => {
    for (const child of [running.api, running.worker]) child?.process.kill('SIGKILL');
    if (running.data) withdrawNow(running.data);
    // The database's guard sees us go and shuts it down.
    process.exit(130);
  },
});

async function start(): Promise<void> {
  say('Accord');
  const checked = await step('Checking settings and the web address', async () => {
    const settings = await checkSettings();
    await checkAddress(settings);
    return settings;
  });
  running.data = checked.data;
  const version = await step('Building what has changed', async (note) => {
    const { stale, now } = await staleHalves();
    note(stale.length > 0 ? stale.join(' and ') : 'nothing had');
    if (stale.length > 0) await build(stale, now);
    return now.server;
  });
  const env = childEnv(checked, await database(checked));
  await announce(checked.data, { databaseUrl: env.DATABASE_URL ?? '', embedded: checked.embedded, demo: checked.demo });
  const people = await prepare(checked, env, version);
  await step('Starting the api and the worker', async () => {
    // Each is kept as soon as it runs, so that a failure of the other still ends it.
    await Promise.all([
      startChild('api', checked.data, env).then((child) => (running.api = child)),
      superviseWorker(checked.data, env),
    ]);
  });
  void running.api?.ended.then((reason) => fail(new Error(`The api ended (${reason}); its log is in ${checked.data}/logs. Accord stops.`)));
  const address = running.api?.address ?? `http://${checked.config.HOST}:${checked.config.PORT}`;
  await announce(checked.data, {
    databaseUrl: env.DATABASE_URL ?? '', embedded: checked.embedded, demo: checked.demo, address, port: Number(new URL(address).port) || checked.config.PORT,
  });
  greet(checked, address, people);
}

async function database(checked: Checked): Promise<string> {
  if (checked.config.DATABASE_URL) return checked.config.DATABASE_URL;
  return step('Starting the embedded PostgreSQL', async (note) => {
    running.database = await startEmbedded({ folder: checked.data, onDeath: fail });
    note(`${running.database.created ? 'created in' : 'data in'} ${running.database.data}`);
    return running.database.url;
  });
}

/** Migrations and demo; an embedded database that this very version has already prepared needs neither. */
async function prepare(checked: Checked, env: NodeJS.ProcessEnv, version: string): Promise<DemoPerson[]> {
  const stamp = checked.embedded ? join(checked.data, 'prepared.json') : null;
  const wanted = JSON.stringify({ version, demo: checked.demo });
  const isPrepared = stamp && !running.database?.created && (await readFile(stamp, 'utf8').catch(() => '')) === wanted;
  if (isPrepared) return checked.demo ? plantedPeople(checked.data) : [];
  if (stamp) await rm(stamp, { force: true });
  await step('Bringing the database up to date', () => migrate(env));
  const people = checked.demo ? await step('Telling the demo story', () => plantDemo(checked.data, env)) : [];
  if (stamp) await writeFile(stamp, wanted);
  return people;
}

/** Starts the worker and starts it again whenever it dies, waiting longer each time it dies young. */
async function superviseWorker(data: string, env: NodeJS.ProcessEnv, pause = 1000): Promise<void> {
  const since = Date.now();
  running.worker = await startChild('worker', data, env);
  void running.worker.ended.then(async (reason) => {
    if (ending) return;
    const wait = Date.now() - since > 60_000 ? 1000 : pause;
    say(`The worker ended (${reason}); it starts again in ${wait / 1000} s. Its log is in ${data}/logs.`);
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (!ending) await superviseWorker(data, env, Math.min(wait * 2, 30_000)).catch(fail);
  });
}

function greet({ config, data, demo }: Checked, address: string, people: DemoPerson[]): void {
  say(`\nReady after ${elapsed()}.\n\n  Accord         ${config.PUBLIC_URL ?? address}`);
  if (demo) {
    say(`  Its mail       ${address}/mailbox\n`);
    say('  The demo: invented people in invented districts. Sign in as any of them:');
    for (const line of tableOf(people)) say(`    ${line}`);
  }
  say(`\n  Data and logs  ${data}\n  Stop           Ctrl-C\n`);
}

start().catch(fail);
