import { OP_NAMES, type Op } from '../servers/requests.js';
import { geoMean, median } from './load.js';

/** What the rounds found for one operation; each list has one entry a round. */
export interface Measured {
  op: Op;
  /** Requests a second over the bare server's. */
  rate: number[];
  perSecond: number[];
  /** Processor time a request over the bare server's, of Node and PostgreSQL together. */
  cpu: number[];
  /** Processor ms a request. */
  node: number[];
  postgres: number[];
  bareNode: number[];
  barePostgres: number[];
  p50: number[];
  p99: number[];
  /** Median latency over that at a tenth of the data. */
  growth: number[];
  statements: readonly string[];
}

export interface Floor {
  name: string;
  what: string;
  floor: string;
  found: number;
  held: boolean;
}

export interface Verdict {
  held: boolean;
  floors: Floor[];
  ops: { op: Op; rate: number; perSecond: number; p50: number; p99: number; cpu: number; node: number; postgres: number; bareNode: number; barePostgres: number; growth: number | null; statements: readonly string[] }[];
  text: string;
}

/**
 * One for who is asking, and one for each feature on the page: on a district's page organizations, discussions, search
 * and resources. A letter is added in one transaction with its key, so its beginning, its end and its answer count too.
 */
const MOST_STATEMENTS: Record<Op, number> = { q1: 5, q2: 2, q3: 2, q4: 2, q5: 6 };

const atLeast = (name: string, what: string, found: number, floor: number): Floor => ({ name, what, floor: `>= ${floor.toFixed(2)}`, found, held: found >= floor });
const atMost = (name: string, what: string, found: number, floor: number): Floor => ({ name, what, floor: `<= ${floor}`, found, held: found <= floor });

/** Holds what was measured against the floors. `common` is the slowest of a hundred searches for the commonest words over a usual one. */
export function judge(measured: readonly Measured[], common: readonly number[]): Verdict {
  const ops = measured.map((one) => ({
    op: one.op,
    rate: median(one.rate),
    perSecond: median(one.perSecond),
    p50: median(one.p50),
    p99: median(one.p99),
    cpu: median(one.cpu),
    node: median(one.node),
    postgres: median(one.postgres),
    bareNode: median(one.bareNode),
    barePostgres: median(one.barePostgres),
    growth: one.growth.length > 0 ? median(one.growth) : null,
    statements: one.statements,
  }));
  const pages = ops.filter(({ op }) => op !== 'q4');
  const search = ops.find(({ op }) => op === 'q4');
  const floors: Floor[] = [];
  if (pages.length > 0) floors.push(atLeast('P1', `req/s over bare, geometric mean of ${pages.map(({ op }) => op).join(', ')}`, geoMean(pages.map(({ rate }) => rate)), 0.5));
  for (const { op, rate } of pages) floors.push(atLeast('P1', `req/s over bare, ${op} alone`, rate, 0.4));
  if (search) floors.push(atLeast('P4', 'search with facets over bare', search.rate, 0.6), atMost('P4', 'statements for items, total and facets', search.statements.length - 1, 1));
  for (const { op, cpu } of ops) floors.push(atMost('P5', `processor time over bare, ${op}`, cpu, 2));
  for (const { op, statements } of ops) floors.push(atMost('P7', `statements, ${op}`, statements.length, MOST_STATEMENTS[op]));
  for (const { op, growth } of pages) if (growth !== null) floors.push(atMost('P8', `growth from a tenth to the whole, ${op}`, growth, 1.5));
  if (search && search.growth !== null) floors.push(atMost('P9', 'growth of search', search.growth, 4));
  if (common.length > 0) floors.push(atMost('P9', 'slowest of the commonest words over a usual search', median(common), 40));
  const held = floors.every((floor) => floor.held);
  return { held, floors, ops, text: tables(ops, floors) };
}

function tables(ops: Verdict['ops'], floors: readonly Floor[]): string {
  const rows = ops.map(({ op, rate, perSecond, p50, p99, cpu, node, postgres, bareNode, barePostgres, growth, statements }) => [
    op, OP_NAMES[op], rate.toFixed(2), perSecond.toFixed(0), `${p50.toFixed(1)}/${p99.toFixed(1)}`, `${node.toFixed(2)}+${postgres.toFixed(2)}`, `${bareNode.toFixed(2)}+${barePostgres.toFixed(2)}`, `${cpu.toFixed(2)}x`, growth === null ? '-' : `${growth.toFixed(2)}x`, String(statements.length),
  ]);
  const judged = floors.map(({ name, what, floor, found, held }) => [name, what, floor, found.toFixed(2), held ? 'held' : 'MISSED']);
  return [
    table(['', 'operation', 'over bare', 'req/s', 'p50/p99 ms', 'cpu ms node+pg', 'bare', 'cpu', 'growth', 'statements'], rows),
    '',
    table(['', 'what', 'floor', 'found', ''], judged),
    '',
    `${floors.filter(({ held }) => held).length} of ${floors.length} floors held`,
  ].join('\n');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
