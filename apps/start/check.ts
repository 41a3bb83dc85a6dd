import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateTypes, ROOT } from './build/index.js';
import { elapsed, say } from './terminal.js';

const SCHEMA = 'apps/api/schema.graphql';
const PRINT = ['--import', '@swc-node/register/esm-register', 'apps/api/print-schema.ts'];
const tool = (path: string): string => join(ROOT, 'node_modules', path);
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', tool('jest/bin/jest.js'), '-c', 'test/architecture/jest.config.mjs'];

/** What a run of Node said and whether it ended well. */
interface Outcome {
  ok: boolean;
  said: string;
}

/** The checks that need no database: name, and what to do; each is told apart in the result. */
const checks: [string, () => Promise<Outcome>][] = [
  ['types of the server', () => node([tool('typescript/bin/tsc'), '-p', 'tsconfig.json', '--pretty'])],
  ['types of the web app', () => node([tool('typescript/bin/tsc'), '-p', 'apps/web', '--pretty'])],
  ['types of the browser tests', () => node([tool('typescript/bin/tsc'), '-p', 'test/browser', '--pretty'])],
  ['lint', () => node([tool('oxlint/bin/oxlint'), '--quiet'])],
  ['architecture', () => node(jest)],
  ['schema drift', schemaDrift],
];

async function node(args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, said: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, said }));
  });
}

async function schemaDrift(): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-schema-'));
  try {
    const outcome = await node([...PRINT, join(folder, 'schema.graphql')]);
    if (!outcome.ok) return outcome;
    const [committed, fresh] = await Promise.all([join(ROOT, SCHEMA), join(folder, 'schema.graphql')].map((file) => readFile(file, 'utf8').catch(() => '')));
    if (committed === fresh) return outcome;
    return { ok: false, said: `${SCHEMA} is not what the code says. Run npm run schema and look at the difference.\n${firstDifference(committed ?? '', fresh ?? '')}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function firstDifference(committed: string, fresh: string): string {
  const [before, after] = [committed, fresh].map((text) => text.trim().split('\n'));
  const line = after?.findIndex((text, index) => text !== before?.[index]) ?? 0;
  const at = line < 0 ? (after?.length ?? 0) : line;
  return `line ${at + 1}\n  committed: ${before?.[at] ?? '(nothing)'}\n  printed:   ${after?.[at] ?? '(nothing)'}`;
}

async function main(): Promise<number> {
  await generateTypes();
  const results: { name: string; ok: boolean }[] = [];
  const waiting = [...checks];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const since = performance.now();
      const [name, check] = next;
      const { ok, said } = await check();
      results.push({ name, ok });
      say(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${elapsed(since)})${ok ? '' : `\n${said.trim()}\n`}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, cpus().length) }, worker));
  const failures = results.filter(({ ok }) => !ok).map(({ name }) => name);
  const failed = failures.length;
  say(`${results.length - failed} of ${results.length} checks passed (${elapsed()})`);
  // For .ci/run, which adds the checks to the tests.
  if (process.env.ACCORD_CHECK_RESULT) writeFileSync(process.env.ACCORD_CHECK_RESULT, JSON.stringify({ passed: results.length - failed, failed, failures }));
  return failed === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    say(error.message);
    process.exit(1);
  },
);
