import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { v7 } from 'uuid';
import { DISTRICT, REPLY, search, SESSION, THREAD, THREADS } from './bare.sql.js';

/**
 * A, the yardstick: node:http and pg with named prepared statements and nothing else. It reads the session, then one
 * statement answers the finished JSON text, which is passed on as it is. No routing, no GraphQL, no checks of input.
 */
interface Reader {
  account: string;
  steward: boolean;
  seats: string[];
  speaks: string[];
  leads: boolean;
  conferences: string[];
  links: string[];
}

interface Asked {
  op: 'q1' | 'q2' | 'q3' | 'q4' | 'q5';
  slug: string;
  id: string;
  after: number;
  text: string;
  body: string;
  key: string;
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL ?? 10) });

function keysOf(reader: Reader): string[] {
  return ['public', ...(reader.seats.length > 0 ? ['members'] : []), ...reader.seats.map((id) => `team:${id}`), ...reader.conferences.map((id) => `conference:${id}`), ...reader.links.map((id) => `link:${id}`)];
}

const names = new Map<string, string>();

/** A name for each text: a search is put in other words for other readers and questions. */
function nameOf(text: string): string {
  const known = names.get(text) ?? `s${names.size}`;
  names.set(text, known);
  return known;
}

async function answer(token: string, asked: Asked): Promise<string> {
  const reader = (await pool.query<Reader>({ name: 'session', text: SESSION, values: [createHash('sha256').update(token).digest('hex')] })).rows[0];
  if (!reader) return '{"errors":[]}';
  const [keys, leads] = [keysOf(reader), reader.leads ? reader.seats : []];
  const query = async (text: string, values: unknown[]): Promise<string> => (await pool.query<{ answer: string }>({ name: nameOf(text), text, values })).rows[0]?.answer ?? '{"data":null}';
  switch (asked.op) {
    case 'q1':
      return query(DISTRICT, [reader.account, keys, asked.slug, asked.id, reader.speaks, leads, reader.steward]);
    case 'q2':
      return query(THREADS, [reader.account, keys]);
    case 'q3':
      return query(THREAD, [reader.account, keys, asked.id, asked.after, reader.speaks]);
    case 'q4': {
      const { text, values } = search(asked.text, keys);
      return query(text, values);
    }
    case 'q5':
      return query(REPLY, [reader.account, keys, asked.id, asked.body, reader.speaks, v7(), v7(), asked.key, createHash('sha256').update(asked.body).digest('hex')]);
  }
}

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    answer(request.headers.cookie?.slice('accord='.length) ?? '', JSON.parse(body) as Asked).then(
      (text) => response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text),
      (error: unknown) => {
        console.error(error);
        response.writeHead(500, { 'content-length': 0 }).end();
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ ready: true, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
process.once('disconnect', () => process.exit(0));
