import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type EmbeddedDatabase, startEmbedded } from '@app/platform/embedded';
import { build, ROOT, staleHalves } from './build/index.js';
import { type Checked, checkSettings } from './checks.js';
import { childEnv } from './environment.js';
import { migrate } from './program.js';
import { runningAccord } from './runtime.js';
import { complain, speakAside, step } from './terminal.js';

// Ctrl-C reaches the command itself; this process stays until it has ended and then stops what it had started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => current?.kill(signal));
// A copy is taken before tables change, and brought back into tables of its own age.
const AS_IT_IS = ['backup', 'restore'];
let current: ReturnType<typeof spawn> | null = null;
let database: EmbeddedDatabase | null = null;

/** `npm run accord NAME ARGUMENTS`: runs a command of the api's on the database that is there, starting the embedded one if none is. */
async function main([name = '', ...args]: string[]): Promise<number> {
  speakAside();
  const checked = await checkSettings();
  const { stale, now } = await staleHalves();
  if (stale.includes('server')) await step('Building what has changed', () => build(['server'], now));
  const file = join(ROOT, 'dist/apps/api/commands', `${name}.js`);
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(file)) throw new Error(`There is no command ${name || 'without a name'}. There are: ${await names()}`);
  const env = await environment(checked);
  if (!AS_IT_IS.includes(name)) await migrate(env);
  current = spawn(process.execPath, ['--enable-source-maps', file, ...args], {
    // npm runs scripts in the repository's root; a relative file name means the folder that the person is in.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...env, NODE_OPTIONS: '' },
    stdio: 'inherit',
  });
  const command = current;
  // What was brought back may be older than this Accord: the next start has to look.
  if (name === 'restore') await rm(join(checked.data, 'prepared.json'), { force: true });
  return new Promise((resolve, reject) => {
    command.once('error', reject);
    command.once('exit', (code) => resolve(code ?? 130));
  });
}

async function environment(checked: Checked): Promise<NodeJS.ProcessEnv> {
  if (checked.config.DATABASE_URL) return childEnv(checked, checked.config.DATABASE_URL);
  const running = await runningAccord(checked.data);
  if (running?.embedded) return childEnv({ ...checked, demo: running.demo }, running.databaseUrl);
  database = await startEmbedded({
    folder: checked.data,
    onDeath: (error) => {
      complain(error);
      current?.kill();
    },
  });
  return childEnv(checked, database.url);
}

async function names(): Promise<string> {
  const files = await readdir(join(ROOT, 'dist/apps/api/commands')).catch(() => []);
  return files.filter((file) => file.endsWith('.js')).map((file) => file.slice(0, -3)).sort().join(', ') || 'none yet';
}

main(process.argv.slice(2))
  .catch((error: unknown) => {
    complain(error);
    return 1;
  })
  .then(async (code) => {
    await database?.stop();
    process.exit(code);
  });
