import { isDeepStrictEqual } from 'node:util';
import type { Op, Wish } from '../servers/requests.js';

const TRIES = 25;

interface Found {
  data: { search: { totalCount?: number; total?: number } };
}

// What only one of the two can know: the ids and moments of what it has just written.
const OWN = new Set(['id', 'at', 'number']);

function without(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, keys));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !keys.has(name)).map(([name, inner]) => [name, without(inner, keys)]));
}

/** Where two answers part, with what stands there in each. */
function difference(ours: unknown, theirs: unknown): string {
  const [one, other] = [JSON.stringify(ours), JSON.stringify(theirs)];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 120), at + 120);
  return `product: …${around(one)}…\nbare: …${around(other)}…`;
}

async function ask(port: number, path: string, cookie: string, body: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body });
  return response.json();
}

/** Throws unless both servers answer the same to the same: a yardstick that does less would be none. */
export async function compare(bare: number, product: number, ops: readonly Op[], wish: (op: Op) => Wish): Promise<void> {
  for (const op of ops) {
    for (let n = 0; n < TRIES; n++) {
      const one = wish(op);
      const [ours, theirs] = [await ask(product, '/graphql', one.cookie, one.product), await ask(bare, '/', one.cookie, op === 'q5' ? one.bare.replace(/"key":"/, '"key":"bare') : one.bare)];
      if (op === 'q4') {
        // What is found is ordered for each reader by the product alone; that both find the same is enough.
        const [found, total] = [(ours as Found).data.search.totalCount, (theirs as Found).data.search.total];
        if (found !== total) throw new Error(`q4 finds ${found} and ${total}, asked: ${one.bare}`);
        continue;
      }
      const keys = op === 'q5' ? OWN : new Set<string>();
      if (!isDeepStrictEqual(without(ours, keys), without(theirs, keys))) throw new Error(`${op} is answered differently:\n${difference(ours, theirs)}\nasked: ${one.bare}`);
    }
  }
}
