import { Readable } from 'node:stream';
import rateLimit from '@fastify/rate-limit';
import { stringify } from 'csv-stringify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Config, publicUrl } from '@app/platform/config';
import { Contributions, type Get } from '@app/platform/feature';
import { Invalid } from '@app/platform/graphql';
import { A_WHILE } from './answer.js';
import { type Cell, type OpenTable, openTables } from './open.js';
import { questionIn } from './question.js';
import { words } from './words.js';

/** A whole list is much work for one address; nobody needs it more often than every few seconds. */
const A_MINUTE = 20;

/** `GET` of a list that is open to everybody as CSV and as JSON, narrowed as its page is, sent while it is read. */
export async function registerTables(server: FastifyInstance, get: Get): Promise<void> {
  const base = publicUrl(get('CONFIG' as never) as Config);
  await server.register(async (scope) => {
    await scope.register(rateLimit, { global: false, errorResponseBuilder: () => Object.assign(new Error(words.tooMany), { statusCode: 429 }) });
    const limited = { config: { rateLimit: { max: A_MINUTE, timeWindow: '1 minute' } } };
    for (const table of get(Contributions).of(openTables)) {
      scope.get(`${table.path}.csv`, limited, (request, reply) => send(request, reply, table, 'csv', get, base));
      scope.get(`${table.path}.json`, limited, (request, reply) => send(request, reply, table, 'json', get, base));
    }
  });
}

async function send(request: FastifyRequest, reply: FastifyReply, table: OpenTable, form: 'csv' | 'json', get: Get, base: string): Promise<FastifyReply> {
  const pages = table.pages(get, questionIn(request.url));
  // The first rows before the first word: a question that nobody understands is refused, and not broken off.
  const first = await pages.next().catch((error: unknown) => {
    if (error instanceof Invalid) return null;
    throw error;
  });
  if (!first) return reply.code(400).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('This question is not understood. Open the page of the list and choose again.');
  const name = table.path.replace(/^\//, '').replaceAll('/', '-');
  void reply.header('cache-control', A_WHILE).header('content-disposition', `attachment; filename="accord-${name}.${form}"`).type(form === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8');
  if (request.method === 'HEAD') {
    await pages.return();
    return reply.send();
  }
  const rows = rowsOf(first, pages);
  if (form === 'json') return reply.send(Readable.from(jsonOf(table, rows, base, request.url)));
  const names = Object.keys(table.columns);
  // What a spreadsheet would take for a formula begins with an apostrophe; lines end as RFC 4180 says.
  const csv = stringify({ bom: true, header: true, columns: names, escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
  return reply.send(Readable.from(recordsOf(names, rows)).on('error', (error) => csv.destroy(error)).pipe(csv));
}

type Row = Readonly<Record<string, Cell>>;

/** The rows one by one; at the end what there is to say of those that are missing. */
async function* rowsOf(first: IteratorResult<readonly Row[], string | void>, pages: ReturnType<OpenTable['pages']>): AsyncGenerator<Row, string | void> {
  try {
    let page = first;
    for (; !page.done; page = await pages.next()) yield* page.value;
    return page.value;
  } finally {
    await pages.return();
  }
}

async function* recordsOf(names: readonly string[], rows: AsyncGenerator<Row, string | void>): AsyncGenerator<string[]> {
  const note = yield* eachOf(rows, (row) => names.map((name) => cellOf(row[name] ?? null)));
  if (note) yield names.map((_, at) => (at === 0 ? note : ''));
}

async function* eachOf<To>(rows: AsyncGenerator<Row, string | void>, to: (row: Row) => To): AsyncGenerator<To, string | void> {
  try {
    let row = await rows.next();
    for (; !row.done; row = await rows.next()) yield to(row.value);
    return row.value;
  } finally {
    await rows.return();
  }
}

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return Array.isArray(cell) ? cell.join('; ') : String(cell);
}

async function* jsonOf({ title, path, columns }: OpenTable, rows: AsyncGenerator<Row, string | void>, base: string, asked: string): AsyncGenerator<string> {
  const head = { schema: 1, title: `${words.name}: ${title}`, page: `${base}${path}`, url: `${base}${asked}`, retrieved: new Date().toISOString(), license: `${base}/terms`, columns };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let before = '\n';
  const note = yield* eachOf(rows, (row) => {
    const line = before + JSON.stringify(row);
    before = ',\n';
    return line;
  });
  yield note ? `\n],"note":${JSON.stringify(note)}}\n` : '\n]}\n';
}
