import { createServer, type RequestListener, type Server } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { aTeam } from '@app/discussions/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { LinkAsker } from './link-asker.js';
import { LinkFetcher } from './link-fetcher.js';
import { Links } from './links.service.js';
import { aResource } from './testing/index.js';

let house: TestHouse;
let maple: string;
let ana: Actor;
let bea: Actor;
const servers: Server[] = [];

beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, { superintendent: 'ana@maple.example', board_president: 'luis@maple.example' }, { name: 'Maple Hollow' });
  await aTeam(house, { superintendent: 'bea@cedar.example' });
  [ana, bea] = [await house.as('ana@maple.example'), await house.as('bea@cedar.example')];
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.settle();
  await house.db.query('delete from resource');
  await house.db.query('delete from mail_ledger');
  house.mails.length = 0;
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A page of the web on this machine; answers its address. */
async function page(answer: RequestListener): Promise<{ url: string; port: string }> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = String((server.address() as AddressInfo).port);
  return { url: `http://127.0.0.1:${port}/page`, port };
}

const html = (text: string): RequestListener => (_request, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
const here = (...ports: string[]): LinkFetcher => new LinkFetcher({ allow: ['127.0.0.1'], ports });

test('a page says of itself what it is, as plain words without what cannot be seen', async () => {
  const { url, port } = await page(html('<html><head><title>Peer &amp; review\u202e\n guide</title><meta name="description" content="&lt;b&gt;Six&lt;/b&gt; steps"></head><body><title>Other</title></body>'));
  expect(await here(port).ask(url)).toEqual({ there: true, head: { title: 'Peer & review guide', description: '<b>Six</b> steps' } });
});

test.each<[string, RequestListener]>([
  ['is packed', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync('<title>x</title>'))],
  ['is no page', (_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF')],
  ['wants to know who asks', (_request, response) => void response.writeHead(403, { 'content-type': 'text/html' }).end('<title>Log in</title>')],
])('what %s is there, and nothing is said of it', async (_, answer) => {
  const { url, port } = await page(answer);
  expect(await here(port).ask(url)).toEqual({ there: true, head: null });
});

test('a page without end is left after a megabyte', async () => {
  let sent = 0;
  const { url, port } = await page((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('<title>Long</title>');
    const more = (): void => {
      while (!response.destroyed && response.write('<p>'.padEnd(64 * 1024, 'x'))) sent += 64;
    };
    response.on('drain', more);
    response.on('error', () => undefined);
    more();
  });
  expect(await here(port).ask(url)).toEqual({ there: true, head: { title: 'Long', description: null } });
  expect(sent).toBeLessThan(16 * 1024);
});

test.each([
  [404, 'gone'],
  [410, 'gone'],
  [500, 'broken'],
])('an answer of %s is a silence: %s', async (status, why) => {
  const { url, port } = await page((_request, response) => void response.writeHead(status).end());
  expect(await here(port).ask(url)).toEqual({ there: false, why });
});

test('a page that takes longer than three seconds has not answered', async () => {
  const { url, port } = await page(() => undefined);
  expect(await here(port).ask(url)).toEqual({ there: false, why: 'no_answer' });
}, 10_000);

test('three turns of the way are followed, a fourth is not', async () => {
  const { url, port } = await page((request, response) => {
    const left = Number(/left=(\d)/.exec(request.url ?? '')?.[1] ?? 0);
    if (left === 0) return html('<title>There</title>')(request, response);
    response.writeHead(302, { location: `/page?left=${left - 1}` }).end();
  });
  expect(await here(port).ask(`${url}?left=3`)).toMatchObject({ there: true });
  expect(await here(port).ask(`${url}?left=4`)).toEqual({ there: false, why: 'broken' });
});

test.each([
  'http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f.0.0.1/', 'http://0177.0.0.1/', 'http://0/', 'http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[64:ff9b::7f00:1]/',
  'http://[fe80::1]/', 'http://[fd00::1]/', 'http://10.0.0.1/', 'http://172.16.0.1/', 'http://192.168.0.1/', 'http://169.254.169.254/latest/meta-data/', 'http://100.64.0.1/', 'http://224.0.0.1/', 'http://255.255.255.255/',
  'http://localhost/', 'https://localhost/', 'http://93.184.216.34:6379/', 'http://93.184.216.34:22/', 'ftp://93.184.216.34/', 'file:///etc/passwd', 'http://name:word@93.184.216.34/',
])('%s is never asked', async (url) => {
  expect(await new LinkFetcher().ask(url)).toEqual({ there: false, why: 'closed' });
});

test('a page outside that points inside is followed no further', async () => {
  let asked = 0;
  const inside = await page((request, response) => {
    asked += 1;
    html('<title>Inside</title>')(request, response);
  });
  const outside = await page((_request, response) => void response.writeHead(302, { location: inside.url.replace('127.0.0.1', '127.0.0.2') }).end());
  expect(await here(outside.port, inside.port).ask(outside.url)).toEqual({ there: false, why: 'closed' });
  const port = await page((_request, response) => void response.writeHead(302, { location: inside.url }).end());
  expect(await here(port.port).ask(port.url)).toEqual({ there: false, why: 'closed' });
  expect(asked).toBe(0);
  expect(await here(inside.port).ask(inside.url)).toMatchObject({ there: true });
});

/** A name of the web that leads to these addresses, one after the other each time it is asked for. */
function leadsTo(...addresses: string[]): LookupFunction {
  let at = 0;
  return (_name, options, told) => {
    const address = addresses[Math.min(at++, addresses.length - 1)] ?? '';
    const family = address.includes(':') ? 6 : 4;
    if (options.all) told(null, [{ address, family }]);
    else told(null, address, family);
  };
}

test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', 'fd00::1'])('a name that leads to %s is never asked', async (address) => {
  expect(await new LinkFetcher({ lookup: leadsTo(address) }).ask('http://pages.accord.invalid/')).toEqual({ there: false, why: 'closed' });
});

test('a name that leads outside first and inside when it is connected to is judged by where it leads then', async () => {
  let asked = 0;
  const inside = await page((request, response) => {
    asked += 1;
    html('<title>Inside</title>')(request, response);
  });
  const outside = await page((_request, response) => void response.writeHead(302, { location: `http://pages.accord.invalid:${inside.port}/secret` }).end());
  const at = (lookup: LookupFunction): LinkFetcher => new LinkFetcher({ allow: ['127.0.0.1'], ports: [outside.port, inside.port], lookup });
  // The first hop leads to a page that may be asked; by the second the name leads inside.
  expect(await at(leadsTo('127.0.0.1', '127.0.0.2')).ask(`http://pages.accord.invalid:${outside.port}/`)).toEqual({ there: false, why: 'closed' });
  expect(asked).toBe(0);
  expect(await at(leadsTo('127.0.0.1')).ask(`http://pages.accord.invalid:${outside.port}/`)).toMatchObject({ there: true, head: { title: 'Inside' } });
});

test('pages are asked in a process of its own that knows no setting and no secret, and inside a network nothing is asked there either', async () => {
  process.env['CANARY_SECRET'] = 'a-secret-that-nobody-else-knows';
  const knows: string[] = [];
  const asker = process.pid;
  const { url, port } = await page((request, response) => {
    void childrenOf(asker).then(async (children) => {
      knows.push(...(await Promise.all(children.map((child) => readFile(`/proc/${child}/environ`, 'utf8')))));
      html('<title>There</title>')(request, response);
    });
  });
  try {
    const answers = await new LinkAsker({ allow: ['127.0.0.1'], ports: [port] }).askAll([url, 'http://169.254.169.254/latest/meta-data/', `http://[::ffff:127.0.0.1]:${port}/`, `http://127.0.0.2:${port}/`]);
    expect(answers).toEqual([{ there: true, head: { title: 'There', description: null } }, ...Array(3).fill({ there: false, why: 'closed' })]);
  } finally {
    delete process.env['CANARY_SECRET'];
  }
  // Where the system tells what a process knows.
  if (process.platform === 'linux') {
    const [told = ''] = knows.filter((environ) => environ.includes('UV_THREADPOOL_SIZE=2'));
    expect(told.split('\0').filter(Boolean).map((line) => line.split('=')[0]).filter((name) => !['PATH', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'].includes(name ?? '')).sort()).toEqual(['MALLOC_ARENA_MAX', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'NODE_ENV', 'UV_THREADPOOL_SIZE']);
  }
}, 30_000);

/** The processes that a process has begun, where the system says. */
async function childrenOf(pid: number): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid) found.push(name);
  }
  return found;
}

const RECORD = `query($id: String!) { resource(id: $id) { silentSince } resourceRecord(id: $id) { link { title description silentSince askedAt } } }`;
const read = async (actor: Actor, id: string): Promise<Loose> => actor.query(RECORD, { id });
const dueNow = (): Promise<unknown> => house.db.query(`update resource_link set due_at = now() where due_at is not null`);
const aLink = (url: string): Promise<string> => aResource(house, { organizationId: maple, authorId: ana.accountId ?? '' }, { form: 'link', title: 'A guide', url, body: null });

test('what a page says of itself stands beside its link and is found by the search', async () => {
  const { url, port } = await page(html('<title>Zephyrine handbook</title><meta property="og:description" content="For committees">'));
  const id = await aLink(url);
  expect(await house.get(Links).askDue(new LinkAsker({ allow: ['127.0.0.1'], ports: [port] }))).toBe(1);
  expect(await read(bea, id)).toMatchObject({ resource: { silentSince: null }, resourceRecord: { link: { title: 'Zephyrine handbook', description: 'For committees', silentSince: null } } });
  await house.settle();
  expect((await bea.query('{ search(filter: { text: "zephyrine" }) { nodes { id } } }')).search.nodes).toEqual([{ id }]);
  expect(await house.get(Links).askDue(here(port))).toBe(0);
});

test('a link is called silent after three tries, ever further apart; its keeper is told once, and an answer clears it', async () => {
  let well = false;
  const { url, port } = await page((request, response) => (well ? html('<title>Back</title>')(request, response) : void response.writeHead(404).end()));
  const id = await aLink(url);
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt++) {
    await dueNow();
    await house.get(Links).askDue(here(port));
    waits.push((await house.db.one<{ hours: number }>(`select extract(epoch from due_at - asked_at)::int / 3600 as hours from resource_link`))?.hours ?? 0);
    expect((await read(bea, id)).resource.silentSince === null).toBe(attempt < 3);
  }
  expect(waits).toEqual([1, 6, 24, 48, 96, 168, 336, 336]);
  await house.settle();
  expect(house.mails.map((mail) => [mail.to, mail.subject])).toEqual([['ana@maple.example', 'The link in “A guide” does not answer']]);
  const waiting = async (actor: Actor): Promise<string[]> => (await actor.query('{ waiting { title } }')).waiting.map((item: Loose) => item.title);
  expect(await waiting(ana)).toContain('The link in “A guide” does not answer');
  expect(await waiting(bea)).toEqual([]);
  well = true;
  await dueNow();
  await house.get(Links).askDue(here(port));
  expect(await read(bea, id)).toMatchObject({ resource: { silentSince: null }, resourceRecord: { link: { title: 'Back', silentSince: null } } });
});

test('two workers ask each link once', async () => {
  let asked = 0;
  const { url, port } = await page((request, response) => {
    asked += 1;
    html('<title>x</title>')(request, response);
  });
  for (let number = 0; number < 5; number++) await aLink(`${url}?${number}`);
  const links = house.get(Links);
  expect((await Promise.all([links.askDue(here(port)), links.askDue(here(port))])).reduce((a, b) => a + b)).toBe(5);
  expect(asked).toBe(5);
});

test('when no host at all can be reached it is our own line, and nothing is noted of the links', async () => {
  const { url, port } = await page(() => undefined);
  servers.splice(0).forEach((server) => server.close());
  for (let number = 0; number < 3; number++) await aLink(`${url}?${number}`);
  expect(await house.get(Links).askDue(here(port))).toBe(3);
  expect(await house.db.query(`select distinct failures, due_at > now() + interval '50 minutes' as later from resource_link`)).toEqual([{ failures: 0, later: true }]);
  await house.db.query(`delete from resource where id <> (select id from resource limit 1)`);
  await dueNow();
  await house.get(Links).askDue(here(port));
  expect(await house.db.query(`select failures from resource_link`)).toEqual([{ failures: 1 }]);
});

test('names kept for examples are never asked', async () => {
  await aLink('https://maple.example/guide');
  expect(await house.get(Links).askDue(new LinkFetcher())).toBe(0);
});

test('another address begins anew, and what the old one answered late is not noted', async () => {
  const gone = await page((_request, response) => void response.writeHead(404).end());
  const id = await aLink(gone.url);
  for (let attempt = 0; attempt < 3; attempt++) await house.get(Links).note(id, gone.url, { there: false, why: 'gone' });
  expect((await read(ana, id)).resource.silentSince).not.toBeNull();
  const changed = await ana.act('editResource', { resourceId: id, title: 'A guide', summary: '', url: 'https://other.example/guide', audience: 'members' });
  expect(changed.__typename).toBe('Resource');
  await house.get(Links).note(id, gone.url, { there: false, why: 'gone' });
  expect((await read(ana, id)).resource.silentSince).toBeNull();
});

test('its team lets a link be asked again; another team does not', async () => {
  const { url } = await page(html('<title>x</title>'));
  const id = await aLink(url);
  await house.db.query(`update resource_link set due_at = now() + interval '1 day', asked_at = now() - interval '1 day'`);
  expect((await bea.act('recheckLink', { resourceId: id })).__typename).toBe('NotAllowed');
  expect((await ana.act('recheckLink', { resourceId: id })).__typename).toBe('Resource');
  expect(await house.db.one(`select due_at <= now() as due from resource_link`)).toEqual({ due: true });
  // What was asked a moment ago is not asked again for that.
  await house.db.query(`update resource_link set due_at = now() + interval '1 day', asked_at = now() - interval '10 seconds'`);
  expect((await ana.act('recheckLink', { resourceId: id })).__typename).toBe('Resource');
  expect(await house.db.one(`select due_at <= now() as due from resource_link`)).toEqual({ due: false });
});
