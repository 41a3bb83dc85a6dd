import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Logger } from 'typeorm';
import { Accounts } from '@app/people';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { Discussions } from './discussions.service.js';
import { aTeam, aThread } from './testing/index.js';

let house: TestHouse;
let [ana, dana, pete, olga]: Actor[] = [];
let [maple, cedar]: string[] = [];

beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, { superintendent: 'dana@maple.example', labor_leader: 'ana@maple.example', observer: 'olga@maple.example' }, { name: 'Maple Hollow' });
  cedar = await aTeam(house, { labor_leader: 'pete@cedar.example' }, { name: 'Cedar Ridge' });
  [ana, dana, pete, olga] = await Promise.all(['ana@maple.example', 'dana@maple.example', 'pete@cedar.example', 'olga@maple.example'].map((email) => house.as(email)));
  await house.settle();
});
afterAll(() => house.close());

const by = (who: Actor, organizationId: string) => ({ authorId: who.accountId!, organizationId });
const opened = async (who: Actor, input: Record<string, unknown> = {}): Promise<Loose> => who.act('openThread', { title: 'On time', body: 'How do you find it?', audience: 'members', ...input }, '... on Thread { id }');
const replied = (who: Actor, threadId: string, body = 'An answer', more: Record<string, unknown> = {}): Promise<Loose> => who.act('reply', { threadId, body, ...more }, '... on Post { id number body }');
const letters = async (who: Actor, id: string): Promise<Loose[]> =>
  (await who.query('query($id: ID!) { thread(id: $id) { posts(first: 100) { nodes { id number body state editedAt voice { person { name } role organization { name } } viewerCan { edit delete } } } } }', { id })).thread?.posts.nodes;

test('a leader opens a thread, another district answers, and both stand there with seat and district', async () => {
  const thread = await opened(ana, { principles: [4] });
  expect(await replied(pete, thread.id)).toMatchObject({ __typename: 'Post', number: 2 });
  const { thread: page } = await dana.query(
    'query($id: ID!) { thread(id: $id) { title audience replyCount lastPostNumber principles lastWriter { name } viewerCan { reply close } posts { nodes { number voice { person { name } role organization { name path } } } } } }',
    { id: thread.id },
  );
  expect(page).toMatchObject({ title: 'On time', audience: 'members', replyCount: 1, lastPostNumber: 2, principles: [4], lastWriter: { name: 'pete' }, viewerCan: { reply: true, close: true } });
  expect(page.posts.nodes).toMatchObject([
    { number: 1, voice: { person: { name: 'ana' }, role: 'labor_leader', organization: { name: 'Maple Hollow' } } },
    { number: 2, voice: { person: { name: 'pete' }, role: 'labor_leader', organization: { name: 'Cedar Ridge' } } },
  ]);
});

test('observers and people without a seat write nothing; visitors not even that', async () => {
  const { id } = await opened(ana, { audience: 'public' });
  const newcomer = await house.as('new@else.example');
  for (const who of [olga, newcomer]) {
    expect((await replied(who!, id)).__typename).toBe('NotAllowed');
    expect((await opened(who!)).__typename).toBe('NotAllowed');
  }
  expect((await house.visitor.raw('mutation($input: ReplyInput!) { reply(input: $input) { __typename } }', { input: { threadId: id, body: 'x' } })).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  expect(await letters(house.visitor, id)).toHaveLength(1);
  expect((await replied(pete!, id)).__typename).toBe('Post');
});

test('an author edits and takes back their own letter, and nobody else does', async () => {
  const { id } = await opened(ana);
  const mine = await replied(ana, id, 'First words');
  expect((await dana.act('editPost', { postId: mine.id, body: 'Other words' })).__typename).toBe('NotAllowed');
  expect((await dana.act('deletePost', { postId: mine.id })).__typename).toBe('NotAllowed');
  expect(await ana.act('editPost', { postId: mine.id, body: 'Second words' }, '... on Post { body editedAt }')).toMatchObject({ body: 'Second words', editedAt: expect.any(String) });
  expect(await ana.act('deletePost', { postId: mine.id }, '... on Post { body state number }')).toMatchObject({ body: '', state: 'removed', number: 2 });
  expect(await replied(ana, id)).toMatchObject({ number: 3 });
  expect(JSON.stringify(await house.db.query('select * from post where id = $1', [mine.id]))).not.toContain('words');
});

test('a closed thread takes no letters until the opener’s organization opens it again', async () => {
  const { id } = await opened(ana);
  expect((await pete!.act('closeThread', { threadId: id })).__typename).toBe('NotAllowed');
  expect(await dana.act('closeThread', { threadId: id }, '... on Thread { closedAt viewerCan { reply } }')).toMatchObject({ closedAt: expect.any(String), viewerCan: { reply: false } });
  expect((await replied(pete!, id)).__typename).toBe('Conflict');
  expect((await dana.act('reopenThread', { threadId: id }, '... on Thread { closedAt }')).closedAt).toBeNull();
  expect((await replied(pete!, id)).__typename).toBe('Post');
});

test('numbers have no gaps when twenty answer at once', async () => {
  const { id } = await opened(ana);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => replied(n % 2 ? pete! : dana, id, `Letter ${n}`)));
  expect(answers.map((answer) => answer.number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2));
  expect((await letters(ana, id)).map((letter) => letter.number)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
  expect(await house.db.one('select reply_count, last_post_number from thread where id = $1', [id])).toEqual({ reply_count: 20, last_post_number: 21 });
});

test('the same letter sent twice with one key is one letter', async () => {
  const { id } = await opened(ana);
  const key = { idempotencyKey: 'the-same-letter' };
  const [first, second] = await Promise.all([replied(pete!, id, 'Once', key), replied(pete!, id, 'Once', key)]);
  expect(second).toEqual(first);
  expect(await letters(ana, id)).toHaveLength(2);
  // Sent once more when it could not be written any more: it has been written.
  await house.db.query('update thread set closed_at = now() where id = $1', [id]);
  expect(await replied(pete!, id, 'Once', key)).toEqual(first);
  expect((await replied(pete!, id, 'Another', key)).__typename).toBe('Conflict');
  expect((await replied(pete!, id, 'Once', { idempotencyKey: 'another-key' })).message).toContain('closed');
});

test.each([
  '<script>alert(1)</script>', '[x](javascript:alert(1))', '<img src=x onerror=alert(1)>', '![](https://tracker.example/x.png)', '&lt;b&gt; $1 %s {{7*7}}', '</textarea><svg onload=alert(1)>', "'); drop table post; --",
])('hostile markdown is kept and given back as text: %s', async (body) => {
  const { id } = await opened(ana);
  expect(await replied(pete!, id, body)).toMatchObject({ body });
  expect((await letters(dana, id))[1].body).toBe(body);
});

test('a letter is 1 to 8,000 characters long, and a mistake names its field', async () => {
  const { id } = await opened(ana);
  expect(await replied(ana, id, 'x'.repeat(8001))).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'body' }] });
  expect(await replied(ana, id, '   ')).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'body' }] });
  expect(await replied(ana, id, 'x'.repeat(8000))).toMatchObject({ __typename: 'Post' });
  expect(await opened(ana, { title: '' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'title' }] });
  expect(await opened(ana, { audience: `team:${cedar}` })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'audience' }] });
  expect(await opened(ana, { subject: `nothing:${cedar}` })).toMatchObject({ __typename: 'NotAllowed' });
});

describe('what one district writes for itself', () => {
  const CANARY = 'zeugma-quokka-canary';
  let threadId: string;
  let postId: string;

  beforeAll(async () => {
    threadId = (await opened(ana, { title: `Ours ${CANARY}`, body: CANARY, audience: `team:${maple}` })).id;
    postId = (await replied(dana, threadId, CANARY)).id;
    await house.settle();
  });

  const everywhere = `query($id: ID!, $team: String) {
    thread(id: $id) { title posts { nodes { body } } } postsSince(threadId: $id) { body } threads { nodes { title } } ours: threads(audience: $team) { nodes { title } } threadDraft(subject: null) { audiences { key name } } waiting { title } }`;

  test('is seen by the team on every page, by its other members too', async () => {
    const seen = await dana.query(everywhere, { id: threadId, team: `team:${maple}` });
    expect(JSON.stringify(seen).split(CANARY).length - 1).toBeGreaterThanOrEqual(7);
  });

  test('is seen by no other district, visitor or steward anywhere', async () => {
    const sam = await house.as('sam@accord.example');
    await house.get(Accounts).makeSteward(sam.accountId!);
    for (const who of [pete!, sam]) expect(JSON.stringify(await who.query(everywhere, { id: threadId, team: `team:${maple}` }))).not.toContain(CANARY);
    expect(JSON.stringify(await house.visitor.query('query($id: ID!) { thread(id: $id) { title } postsSince(threadId: $id) { body } threads { nodes { title } } }', { id: threadId }))).not.toContain(CANARY);
    expect((await replied(pete!, threadId)).__typename).toBe('NotAllowed');
    expect((await pete!.act('markThreadRead', { threadId, number: 1 })).__typename).toBe('NotAllowed');
    expect((await pete!.act('deletePost', { postId })).__typename).toBe('NotAllowed');
  });

  test('is never spoken aloud: live messages carry numbers, and mail goes to the team alone', () => {
    expect(JSON.stringify(house.said)).not.toContain(CANARY);
    expect(house.said).toContainEqual({ room: `thread:${threadId}`, kind: 'post', threadId, number: 2 });
    const mails = house.mails.filter((mail) => mail.text.includes(CANARY));
    expect(mails.map((mail) => mail.to)).toEqual(['ana@maple.example']);
  });
});

test('a thread follows its subject: another name, fewer readers, or gone', async () => {
  const subject = { kind: 'practice', id: maple!, title: 'Peer review', path: '/practices/peer-review' };
  const id = await house.get(Discussions).openFor({ ...by(ana, maple!), title: 'On it', body: 'x', audience: 'public', subject });
  await house.get(Discussions).subjectChanged('practice', maple!, { title: 'Peer review, revised', path: '/practices/new', audience: 'members' });
  const read = 'query($id: ID!) { thread(id: $id) { audience subject { title path } } }';
  expect((await pete!.query(read, { id })).thread).toEqual({ audience: 'members', subject: { title: 'Peer review, revised', path: '/practices/new' } });
  expect((await house.visitor.query(read, { id })).thread).toBeNull();
  await house.get(Discussions).subjectChanged('practice', maple!, null);
  expect((await pete!.query(read, { id })).thread).toEqual({ audience: 'members', subject: { title: null, path: null } });
});

test('a list of threads goes on where it ended, each thread once', async () => {
  const principle = 7;
  const titles = Array.from({ length: 25 }, (_, n) => `Listed ${n}`);
  for (const title of titles) await opened(ana, { title, principles: [principle] });
  const read = 'query($after: String, $principle: Int) { threads(first: 10, after: $after, principle: $principle) { nodes { title } pageInfo { endCursor hasNextPage } } }';
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { threads } = await pete!.query(read, { after, principle });
    seen.push(...threads.nodes.map((node: { title: string }) => node.title));
    ({ endCursor: after, hasNextPage: more } = threads.pageInfo);
  }
  expect(seen).toEqual(titles.toReversed());
});

describe('the pages that are read most', () => {
  async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const said: string[] = [];
    const before = house.db.source.logger;
    house.db.source.logger = { ...quiet, logQuery: (query: string) => void said.push(query) };
    try {
      await work();
    } finally {
      house.db.source.logger = before;
    }
    return said;
  }
  const nothing = (): void => undefined;
  const quiet: Logger = { logQuery: nothing, logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing, logMigration: nothing, log: nothing };
  const page = `fragment Letters on Thread { posts(first: $first) { nodes { body number voice { person { name } organization { name path } } viewerCan { edit } } pageInfo { hasNextPage } } }
    query($id: ID!, $first: Int!) { thread(id: $id) { title lastWriter { name } viewerCan { reply } ...Letters } }`;

  test('cost one statement besides the one that says who asks, however many letters there are', async () => {
    const id = await aThread(house, by(ana, maple!), { letters: 30 });
    expect(await statementsOf(() => pete!.query(page, { id, first: 20 }))).toHaveLength(2);
    expect(await statementsOf(() => house.visitor.query(page, { id, first: 20 }))).toHaveLength(1);
    const list = '{ threads(first: 20) { nodes { title replyCount opener { person { name } organization { name } } lastWriter { name } readTo } pageInfo { endCursor } } }';
    expect(await statementsOf(() => pete!.query(list))).toHaveLength(2);
    // The counter counts: a second page of the same thread is read on its own.
    expect(await statementsOf(() => pete!.query('query($id: ID!) { thread(id: $id) { one: posts(first: 2) { nodes { id } } two: posts(after: 2, first: 2) { nodes { number } } } }', { id }))).toHaveLength(3);
  });

  test('a thread is read in pieces by number', async () => {
    const id = await aThread(house, by(ana, maple!), { letters: 25 });
    const { thread, postsSince } = await pete!.query('query($id: ID!) { thread(id: $id) { posts(after: 20) { nodes { number } pageInfo { hasNextPage } } } postsSince(threadId: $id, after: 22) { number } }', { id });
    expect(thread.posts.nodes.map((node: { number: number }) => node.number)).toEqual([21, 22, 23, 24, 25]);
    expect(thread.posts.pageInfo.hasNextPage).toBe(false);
    expect(postsSince.map((node: { number: number }) => node.number)).toEqual([23, 24, 25]);
    expect((await pete!.raw('query($id: ID!) { thread(id: $id) { posts(first: 101) { nodes { id } } } }', { id })).errors?.[0]?.extensions?.['code']).toBe('Invalid');
  });
});
