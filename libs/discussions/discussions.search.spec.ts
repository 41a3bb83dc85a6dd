import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { Threads } from './threads.service.js';
import { aTeam, aThread } from './testing/index.js';

let house: TestHouse;
let [ana, pete]: Actor[] = [];
let maple: string;

beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, { labor_leader: 'ana@maple.example' }, { name: 'Maple Hollow' });
  await aTeam(house, { labor_leader: 'pete@cedar.example' }, { name: 'Cedar Ridge' });
  [ana, pete] = [await house.as('ana@maple.example'), await house.as('pete@cedar.example')];
  await house.settle();
});
afterAll(() => house.close());

const by = () => ({ authorId: ana?.accountId ?? '', organizationId: maple });
const found = async (who: Actor | undefined, text: string): Promise<Loose[]> =>
  (await (who ?? house.visitor).query('query($text: String!) { search(filter: { text: $text, kinds: ["thread"] }) { nodes { path part title { text } excerpt { text } } } }', { text })).search.nodes.map(({ path, part, title, excerpt }: Loose) => ({
    path, part, title: title.map((one: Loose) => one.text).join(''), excerpt: excerpt.map((one: Loose) => one.text).join(''),
  }));
const reply = async (threadId: string, body: string): Promise<string> => (await (ana ?? house.visitor).act('reply', { threadId, body }, '... on Post { id }')).id;

/** A thread of so many letters, written down at once; the last one is written by hand, so that search hears of it. */
async function longThread(letters: number, { title = 'A long talk', audience = 'members', say = (n: number): string => `A word on the ${n}th day` } = {}): Promise<string> {
  const id = await aThread(house, by(), { title, audience, body: say(1) });
  await house.db.query(
    `insert into post (id, thread_id, number, author_id, organization_id, body, at) select gen_random_uuid(), $1, 1 + n, $2, $3, body, now() from unnest($4::text[]) with ordinality as given (body, n)`,
    [id, ana?.accountId, maple, Array.from({ length: letters - 2 }, (_, n) => say(n + 2))],
  );
  await house.db.query(`update thread set last_post_number = $2, reply_count = $2 - 1 where id = $1`, [id, letters - 1]);
  await reply(id, say(letters));
  await house.settle();
  return id;
}
const partsOf = async (id: string): Promise<Map<number, string>> => new Map((await house.db.query<{ number: number; xmin: string }>(`select number, xmin::text from search_part where kind = 'thread' and id = $1`, [id])).map(({ number, xmin }) => [number, xmin]));

test('a letter is found by its words and opened where it stands; the first one opens the thread', async () => {
  const id = await aThread(house, by(), { title: 'On time', body: 'We begin with **zinnias**' });
  await reply(id, 'Nothing here');
  await reply(id, 'We ended with *quinces*');
  await house.settle();
  expect(await found(pete, 'zinnias')).toEqual([{ path: `/threads/${id}`, part: null, title: 'On time', excerpt: 'We begin with zinnias' }]);
  expect(await found(pete, 'quinces')).toEqual([{ path: `/threads/${id}?from=3`, part: 'letter 3', title: 'On time', excerpt: expect.stringContaining('ended with quinces') }]);
});

test('letter 900 of a thread is found and opened by those who may read it, and by nobody else', async () => {
  const say = (n: number): string => `${n === 900 ? 'The quokka clause' : 'Another word'} of the day, ${'said at some length '.repeat(10)}`;
  const [open, ours] = [await longThread(950, { say }), await longThread(901, { say, audience: `team:${maple}` })];
  expect((await found(ana, 'quokka clause')).map(({ path, part }) => [path, part]).sort()).toEqual([[`/threads/${open}?from=900`, 'letter 900'], [`/threads/${ours}?from=900`, 'letter 900']].sort());
  expect((await found(pete, 'quokka clause')).map(({ path }) => path)).toEqual([`/threads/${open}?from=900`]);
  expect(await found(house.visitor, 'quokka clause')).toEqual([]);
});

test('a letter that was removed, taken down or changed is not found by what it said', async () => {
  const id = await aThread(house, by(), { title: 'On time' });
  const [removed, down, edited] = [await reply(id, 'A walrus'), await reply(id, 'A walrus again'), await reply(id, 'A walrus once more')];
  await house.settle();
  expect(await found(pete, 'walrus')).toHaveLength(1);
  await ana?.act('deletePost', { postId: removed });
  await house.get(Threads).takeDown(down, 'Not kind');
  await ana?.act('editPost', { postId: edited, body: 'An otter' });
  await house.settle();
  expect(await found(pete, 'walrus')).toEqual([]);
  expect((await found(pete, 'otter'))[0]).toMatchObject({ part: 'letter 4' });
  await house.get(Threads).restore(down);
  await house.settle();
  expect((await found(pete, 'walrus'))[0]).toMatchObject({ part: 'letter 3', path: `/threads/${id}?from=3` });
  expect(JSON.stringify(await house.db.query(`select text from search_part where id = $1`, [id]))).not.toContain('once more');
});

test('one more letter in a thread of 3,000 writes one part and takes the oldest away; the first letter and the latest thousand are found', async () => {
  const id = await longThread(3000, { say: (n) => (n === 1 ? 'The first of all: narwhal' : `The word of day d${n}`) });
  const before = await partsOf(id);
  expect([before.size, Math.min(...before.keys()), Math.max(...before.keys())]).toEqual([1000, 2001, 3000]);
  const statements = await house.statementsOf(async () => {
    await reply(id, 'The latest of all: axolotl');
    await house.settle();
  });
  expect(statements.filter((sql) => sql.includes('search_part'))).toHaveLength(1);
  const after = await partsOf(id);
  expect([...after].filter(([number, xmin]) => before.get(number) !== xmin).map(([number]) => number)).toEqual([3001]);
  expect([...before.keys()].filter((number) => !after.has(number))).toEqual([2001]);
  expect((await found(pete, 'axolotl'))[0]?.path).toBe(`/threads/${id}?from=3001`);
  expect((await found(pete, 'narwhal'))[0]?.path).toBe(`/threads/${id}`);
  expect((await found(pete, 'd2500'))[0]?.part).toBe('letter 2500');
});

test('of letters that are long themselves so many of the latest are found as fit, whole', async () => {
  const id = await longThread(60, { say: (n) => `Sign s${n}q. ${'A letter of some length. '.repeat(319)}` });
  const kept = [...(await partsOf(id)).keys()].sort((a, b) => a - b);
  expect([kept.length, kept.at(-1)]).toEqual([37, 60]);
  expect((await found(pete, `s${kept[0]}q`))[0]?.part).toBe(`letter ${kept[0]}`);
  expect(await found(pete, `s${(kept[0] ?? 0) - 1}q`)).toEqual([]);
});
