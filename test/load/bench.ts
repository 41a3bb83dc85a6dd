import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { sizeOf } from './data/community.js';
import { BenchServer } from './data/database.js';
import { compare } from './measure/compare.js';
import { judge, type Measured } from './measure/floors.js';
import { Asker, cpuOf, type Load } from './measure/load.js';
import { statementsOf } from './measure/statements.js';
import { commonest, documents, type Op, OPS, wisher } from './servers/requests.js';
import { startBare, startProduct, type Started } from './servers/start.js';

/**
 * `npm run bench`: five operations over GraphQL as a member who is signed in, against a bare server that does the same
 * work. Both run side by side and are asked in turns; only ratios inside this run are judged.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    ops: { type: 'string', default: OPS.join(',') },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    profile: { type: 'string' },
  },
});
const scale = Number(values.scale);
const ops = values.ops.split(',').filter((op): op is Op => OPS.includes(op as Op));
const [rounds, milliseconds, connections] = [Number(values.rounds), Number(values.seconds) * 1000, Number(values.connections)];
const say = (line: string): void => void process.stderr.write(`${line}\n`);
// More than one round can use: nothing is asked twice.
const WISHES = 12_000;
const SMALL = 0.1;
// Long enough for both to have been compiled to machine code.
const WARM_MS = 8000;

const server = await BenchServer.open();
const ends: (() => unknown)[] = [() => server.stop()];

/** A product, or a yardstick, with the database it works on. */
interface Target {
  started: Started;
  database: string;
  path: string;
  kind: 'product' | 'bare';
  wish: ReturnType<typeof wisher>;
}

/** What a load came to, with the processor ms of each of the two for one answer. */
interface Cost extends Load {
  node: number;
  postgres: number;
}

async function measured(target: Target, op: Op, asker: Asker, wide: number, ms: number, wishes = WISHES): Promise<Cost> {
  const asked = Array.from({ length: wishes }, () => target.wish(op)).map((wish) => ({ cookie: wish.cookie, body: wish[target.kind] }));
  const backends = await server.backends(target.database);
  const before = [await cpuOf([target.started.pid]), await cpuOf(backends)] as const;
  const load = await asker.load(target.started.port, target.path, asked, wide, ms);
  const node = (await cpuOf([target.started.pid])) - before[0];
  // A backend that came while the load ran had nothing before.
  const postgres = (await cpuOf([...new Set([...backends, ...(await server.backends(target.database))])])) - before[1];
  if (load.errors > 0) throw new Error(`${target.kind} failed ${load.errors} of ${load.answers} times at ${op}`);
  return { ...load, node: node / load.answers, postgres: postgres / load.answers };
}

try {
  const texts = await documents();
  const open = async (at: number): Promise<{ database: string; wish: ReturnType<typeof wisher> }> => {
    const database = await server.copyOf(await server.kept(at));
    ends.unshift(() => server.drop(database));
    const client = await server.client(database);
    // Whoever has been away for five minutes is noted as seen again, which is not what is measured here.
    await client.query(`update session set seen_at = now() + interval '1 day'`);
    await client.end();
    return { database, wish: wisher(sizeOf(at), texts) };
  };
  const start = async (kind: Target['kind'], on: Awaited<ReturnType<typeof open>>): Promise<Target> => {
    const url = server.urlOf(on.database);
    const started = await (kind === 'product' ? startProduct(url, values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []) : startBare(url));
    ends.unshift(started.stop);
    return { started, kind, path: kind === 'product' ? '/graphql' : '/', ...on };
  };
  const whole = await open(scale);
  const [bare, product] = [await start('bare', whole), await start('product', whole)];
  const small = scale > SMALL ? await start('product', await open(SMALL)) : null;
  const asker = await Asker.start();
  ends.unshift(() => asker.stop());

  say('the same answers from both …');
  await compare(bare.started.port, product.started.port, ops, whole.wish);
  const statements = await statementsOf(ops, whole.wish, server.urlOf(whole.database));

  for (const target of [bare, product, ...(small ? [small] : [])]) for (const op of ops) await measured(target, op, asker, connections, WARM_MS, 3000);
  const results: Measured[] = ops.map((op) => ({ op, rate: [], cpu: [], node: [], postgres: [], bareNode: [], barePostgres: [], perSecond: [], p50: [], p99: [], growth: [], statements: statements[op] ?? [] }));
  for (let round = 0; round < rounds; round++) {
    for (const result of results) {
      // Each goes first in every other round.
      const order = round % 2 ? [product, bare] : [bare, product];
      const found = new Map<Target, Cost>();
      for (const target of order) found.set(target, await measured(target, result.op, asker, connections, milliseconds));
      const [ours, theirs] = [found.get(product), found.get(bare)];
      if (!ours || !theirs) continue;
      result.rate.push(ours.answers / ours.seconds / (theirs.answers / theirs.seconds));
      result.perSecond.push(ours.answers / ours.seconds);
      result.cpu.push((ours.node + ours.postgres) / (theirs.node + theirs.postgres));
      result.node.push(ours.node);
      result.postgres.push(ours.postgres);
      result.bareNode.push(theirs.node);
      result.barePostgres.push(theirs.postgres);
      result.p50.push(ours.p50);
      result.p99.push(ours.p99);
      if (!small) continue;
      const [little, much] = [await measured(small, result.op, asker, 1, 1000, 3000), await measured(product, result.op, asker, 1, 1000, 3000)];
      result.growth.push(much.p50 / little.p50);
    }
    say(`round ${round + 1} of ${rounds}: ${results.map(({ op, rate }) => `${op} ${rate.at(-1)?.toFixed(2)}`).join(', ')}`);
  }
  const worstOverUsual: number[] = [];
  if (ops.includes('q4')) {
    const common = { ...product, wish: (op: Op) => ({ ...whole.wish(op), product: JSON.stringify({ query: texts.q4, variables: { filter: { text: commonest(Math.floor(Math.random() * 5)) }, first: 20 } }) }) };
    for (let round = 0; round < rounds; round++) {
      const [usual, worst] = [await measured(product, 'q4', asker, 1, 1000, 2000), await measured(common, 'q4', asker, 1, 1000, 2000)];
      worstOverUsual.push(worst.p99 / usual.p50);
    }
  }
  const verdict = judge(results, worstOverUsual);
  if (values.json) console.log(JSON.stringify({ ...verdict, text: undefined }, null, 2));
  else console.log(verdict.text);
  process.exitCode = verdict.held ? 0 : 1;
} finally {
  for (const end of ends) await end();
}
