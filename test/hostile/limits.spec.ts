import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openHouse, type TestHouse } from '../setup/house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse({ NODE_ENV: 'production' });
});
afterAll(() => house.close());

const repeat = (times: number, line: (n: number) => string): string => Array.from({ length: times }, (_, n) => line(n)).join(' ');

/** Twenty fragments, each naming the next one twice: a million selections from a kilobyte. */
function fragmentBomb(): string {
  const fragments = repeat(20, (n) => `fragment f${n} on CurrentSession { ${n === 19 ? 'demo' : `...f${n + 1} ...f${n + 1}`} }`);
  return `{ session { ...f0 } } ${fragments}`;
}

const nested = (depth: number): string => `{ __schema { types { ${'fields { type { '.repeat(depth)} name ${'} } '.repeat(depth)} } } }`;

const hostile: [string, string][] = [
  ['a fragment bomb', fragmentBomb()],
  ['101 aliases', `{ ${repeat(101, (n) => `a${n}: session { demo }`)} }`],
  ['101 aliases of __typename', `{ ${repeat(101, (n) => `a${n}: __typename`)} }`],
  ['101 sign-in attempts in one request', `mutation { ${repeat(101, (n) => `a${n}: signIn(input: { challengeId: "01890000-0000-7000-8000-000000000000", code: "00000${n % 10}" }) { __typename }`)} }`],
  ['the same field 500 times', `{ session { ${repeat(500, () => 'demo')} } }`],
  ['ten directives on one field', `{ session { demo ${repeat(10, () => '@include(if: true)')} } }`],
  ['unknown directives in a flood', `{ session { demo ${repeat(60, () => '@aa')} } }`],
  ['introspection', '{ __schema { types { name } } }'],
  ['circular introspection', nested(8)],
  ['a query fifty levels deep', nested(25)],
  ['a query of ten thousand fields', `{ ${repeat(10_000, (n) => `f${n}`)} }`],
  ['fragments in a circle', '{ session { ...a } } fragment a on CurrentSession { ...b } fragment b on CurrentSession { ...a }'],
  ['ten thousand nodes in one page', '{ threads(first: 10000) { nodes { id } } }'],
  ['brackets without end', '{'.repeat(5_000)],
];

describe('no query stops the api', () => {
  test.each(hostile)('%s is refused at once, and the next person is served', async (_name, query) => {
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const answer = await house.visitor.raw(query);
    const took = performance.now() - started;
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(answer.data ?? null).toBeNull();
    expect(JSON.stringify(answer)).not.toMatch(/node_modules|\bat \w+ \(|stack/);
    // Refusing is work for milliseconds; executing any of these would take seconds or all memory.
    expect(took).toBeLessThan(1_500);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect(await house.visitor.query('{ session { demo } }')).toEqual({ session: { demo: false } });
  });

  test('a request of a megabyte is refused', async () => {
    const response = await house.visitor.http('POST', '/graphql', { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: `{ session { demo } } # ${'x'.repeat(1024 * 1024)}` }) });
    expect(response.status).toBe(413);
  });

  test('variables nested ten thousand levels deep are refused', async () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const response = await house.visitor.http('POST', '/graphql', { headers: { 'content-type': 'application/json' }, body: `{"query":"query($i: SignInInput!) { __typename }","variables":{"i":${deep}}}` });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });

  test('ten operations in one request are refused', async () => {
    const response = await house.visitor.http('POST', '/graphql', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(Array(10).fill({ query: '{ session { demo } }' })) });
    expect(response.status).toBe(400);
  });
});

describe('another site cannot ask in somebody’s name', () => {
  test('a query by a plain GET is refused', async () => {
    expect((await house.visitor.http('GET', '/graphql?query=%7B%20session%20%7B%20demo%20%7D%20%7D')).status).toBe(400);
  });

  test('a mutation by GET is refused even with the header that lets queries through', async () => {
    const mutation = encodeURIComponent('mutation { signOut(input: {}) { __typename } }');
    const ana = await house.as('ana@maple.example');
    const response = await ana.http('GET', `/graphql?query=${mutation}`, { headers: { 'apollo-require-preflight': '1' } });
    expect(response.status).toBe(405);
    expect((await ana.query('{ mySessions { id } }')).mySessions).toHaveLength(1);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('a form of type %s is refused', async (type) => {
    const response = await house.visitor.http('POST', '/graphql', { headers: { 'content-type': type }, body: '{"query":"{ session { demo } }"}' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });

  test('a request from a foreign origin is refused, and the same one from our own is answered', async () => {
    const ask = (origin: string): Promise<{ status: number }> =>
      house.visitor.http('POST', '/graphql', { headers: { 'content-type': 'application/json', origin }, body: '{"query":"{ session { demo } }"}' });
    expect((await ask('https://elsewhere.example')).status).toBe(403);
    expect((await ask('null')).status).toBe(403);
    expect((await ask(house.address)).status).toBe(200);
  });
});

describe('the schema is not given away', () => {
  test.each(['sesion', 'mySession', 'requestSignInCod', 'cas'])('a guess such as "%s" earns no suggestion', async (guess) => {
    const answer = await house.visitor.raw(`{ ${guess} { id } }`);
    const said = JSON.stringify(answer.errors).replaceAll(guess, '');
    expect(said).not.toMatch(/did you mean|session|request|cast/i);
  });

  test('no page offers a query editor in production', async () => {
    const response = await house.visitor.http('GET', '/graphql', { headers: { accept: 'text/html' } });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.body).not.toMatch(/graphiql|playground|sandbox/i);
  });
});
