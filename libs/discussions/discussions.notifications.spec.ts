import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { conversationsSection } from './discussions.digest.js';
import { reportablePost } from './discussions.moderation.js';
import { threadSource } from './discussions.search.js';
import { Discussions } from './discussions.service.js';
import { aTeam, aThread } from './testing/index.js';

let house: TestHouse;
let [ana, dana, pete, ruth]: Actor[] = [];
let [maple, cedar]: string[] = [];

beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, { superintendent: 'dana@maple.example', labor_leader: 'ana@maple.example' }, { name: 'Maple Hollow' });
  cedar = await aTeam(house, { superintendent: 'ruth@cedar.example', labor_leader: 'pete@cedar.example' }, { name: 'Cedar Ridge' });
  [ana, dana, pete, ruth] = await Promise.all(['ana@maple.example', 'dana@maple.example', 'pete@cedar.example', 'ruth@cedar.example'].map((email) => house.as(email)));
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.settle();
  house.mails.length = 0;
});

const opened = async (who: Actor, input: Record<string, unknown> = {}): Promise<string> =>
  (await who.act('openThread', { title: 'On time', body: 'How do *you* find it?', audience: 'members', ...input }, '... on Thread { id }')).id;
const replied = (who: Actor, threadId: string, body = 'An answer'): Promise<Loose> => who.act('reply', { threadId, body }, '... on Post { id number }');
const mailed = (): string[] => house.mails.map((mail) => mail.to).sort();
const waits = async (who: Actor): Promise<Loose[]> => (await who.query('{ waiting { key title path urgency } }')).waiting.filter((item: { key: string }) => item.key.startsWith('discussions.'));

test('who opened a thread and who wrote in it hear of an answer by mail, and its writer does not', async () => {
  const id = await opened(ana!);
  await replied(pete!, id, 'We start **late** on Wednesdays.');
  await house.settle();
  expect(mailed()).toEqual(['ana@maple.example']);
  expect(house.mails[0]).toMatchObject({ subject: 'pete answered in “On time”' });
  expect(house.mails[0]?.text).toContain('We start late on Wednesdays.');
  expect(house.mails[0]?.text).toContain(`/threads/${id}?from=2`);
  await replied(dana!, id);
  await house.settle();
  expect(mailed()).toEqual(['ana@maple.example', 'pete@cedar.example']);
});

test('many answers within an hour are one mail, and the next hour brings another', async () => {
  const id = await opened(ana!);
  for (let n = 0; n < 5; n++) {
    await replied(pete!, id);
    await house.settle();
  }
  expect(mailed()).toEqual(['ana@maple.example']);
  // An hour later: the letters so far were written an hour earlier than they say.
  await house.db.query(`update mail_ledger set edition = 'an hour ago' where data->>'threadId' = $1`, [id]);
  await replied(pete!, id);
  await house.settle();
  expect(mailed()).toEqual(['ana@maple.example', 'ana@maple.example']);
});

test('no mail goes to who has lost the right to read, or has read the letter already', async () => {
  const id = await opened(ana!);
  await replied(pete!, id);
  await replied(ruth!, id);
  await house.settle();
  house.mails.length = 0;
  const another = await opened(ana!, { title: 'Another' });
  await replied(pete!, another);
  await replied(ruth!, another);
  await house.db.query('update seat set account_id = null where account_id = $1', [ana!.accountId]);
  await pete!.act('markThreadRead', { threadId: another, number: 3 });
  await house.settle();
  expect(mailed()).toEqual([]);
  await house.db.query(`update seat set account_id = $1 where organization_id = $2 and role = 'labor_leader'`, [ana!.accountId, maple]);
});

test('a letter taken back before the mail was written is not mailed', async () => {
  const id = await opened(ana!);
  const letter = await replied(pete!, id, 'Not for long');
  await pete!.act('deletePost', { postId: letter.id });
  await house.settle();
  expect(mailed()).toEqual([]);
});

test('letters that are old when they are heard of cause no mail', async () => {
  const id = await opened(ana!);
  await house.get(Discussions).replyFor({ threadId: id, body: 'From before the standstill', authorId: pete!.accountId!, organizationId: cedar!, at: new Date(Date.now() - 13 * 3600 * 1000) });
  await house.settle();
  expect(mailed()).toEqual([]);
});

test('new letters wait for those who wrote in the thread until they have read them', async () => {
  const id = await opened(ana!, { title: 'Waiting' });
  await replied(pete!, id);
  await replied(ruth!, id);
  expect((await waits(ana!)).filter((item) => item.key.endsWith(id))).toEqual([{ key: `discussions.unread:${id}`, title: '2 new letters in “Waiting”', path: `/threads/${id}?from=2`, urgency: 3 }]);
  expect((await waits(dana!)).filter((item) => item.key.endsWith(id))).toEqual([]);
  expect((await waits(ruth!)).filter((item) => item.key.endsWith(id))).toEqual([]);
  expect(await ana!.act('markThreadRead', { threadId: id, number: 99 }, '... on Thread { readTo }')).toMatchObject({ readTo: 3 });
  expect(await ana!.act('markThreadRead', { threadId: id, number: 1 }, '... on Thread { readTo }')).toMatchObject({ readTo: 3 });
  expect((await waits(ana!)).filter((item) => item.key.endsWith(id))).toEqual([]);
});

test('a letter that was taken down is gone for all but its author, from every list, and can come back', async () => {
  const id = await opened(ana!, { title: 'Reported', body: 'The opening words' });
  const letter = await replied(pete!, id, 'Words that should not be here');
  const viewer = await house.viewerOf(ana!);
  expect(await reportablePost.find(house.get, viewer, letter.id)).toMatchObject({ text: 'Words that should not be here', authorId: pete!.accountId, organizationId: cedar });
  const words = async (who: Actor): Promise<Loose> => (await who.query('query($id: ID!) { thread(id: $id) { replyCount posts { nodes { body state } } } }', { id })).thread;

  await reportablePost.takeDown(house.get, letter.id, 'Names a person');
  await reportablePost.takeDown(house.get, letter.id, 'Names a person');
  await house.settle();
  expect(await words(ana!)).toMatchObject({ replyCount: 0, posts: { nodes: [{ state: 'here' }, { body: '', state: 'taken_down' }] } });
  expect((await words(pete!)).posts.nodes[1].body).toBe('Words that should not be here');
  const findable = async (): Promise<string[]> => (await threadSource.read(house.get, [id])).flatMap(({ body, parts }) => [body, ...(parts ?? []).map(({ text }) => text)]);
  expect(await findable()).toEqual(['The opening words']);
  expect(house.mails).toEqual([]);

  await reportablePost.restore(house.get, letter.id);
  expect(await words(ana!)).toMatchObject({ replyCount: 1, posts: { nodes: [{}, { body: 'Words that should not be here' }] } });
  expect(await findable()).toEqual(['The opening words', 'Words that should not be here']);
});

test('with its first letter a whole thread is taken down, and comes back with it', async () => {
  const id = await opened(ana!, { title: 'A title that names somebody' });
  await replied(pete!, id);
  const first = await house.db.one<{ id: string }>('select id from post where thread_id = $1 and number = 1', [id]);
  const listed = async (): Promise<string> => JSON.stringify(await pete!.query('query($id: ID!) { thread(id: $id) { title } threads(first: 100) { nodes { title } } postsSince(threadId: $id) { body } }', { id }));
  expect(await listed()).toContain('names somebody');
  await reportablePost.takeDown(house.get, first!.id, 'Names a person');
  expect(await listed()).not.toContain('names somebody');
  expect(await threadSource.read(house.get, [id])).toEqual([]);
  expect((await replied(pete!, id)).__typename).toBe('NotAllowed');
  expect((await ana!.query('query($id: ID!) { thread(id: $id) { title viewerCan { reply } } }', { id })).thread).toEqual({ title: 'A title that names somebody', viewerCan: { reply: false } });
  await reportablePost.restore(house.get, first!.id);
  expect(await listed()).toContain('names somebody');
});

test('the digest tells a district of letters it did not write itself, in threads it may read, for many districts at once', async () => {
  const since = new Date();
  const shared = await opened(ana!, { title: 'Shared' });
  await replied(pete!, shared);
  await replied(ruth!, shared);
  await opened(pete!, { title: 'Theirs alone', audience: `team:${cedar}` });
  await aThread(house, { organizationId: maple!, authorId: ana!.accountId! }, { title: 'Only ours', letters: 2 });
  const readers = { districts: [maple!, cedar!].map((organizationId) => ({ organizationId, keys: ['public', 'members', `team:${organizationId}`] })), since, conferenceId: null };
  const found = await conversationsSection.read(house.get, readers);
  expect(found.get(maple!)).toEqual([{ title: 'Shared', path: `/threads/${shared}`, note: 'pete, Cedar Ridge, and 1 more letter' }]);
  expect(found.get(cedar!)?.map((item) => item.title).sort()).toEqual(['Only ours', 'Shared']);
  expect((await conversationsSection.read(house.get, { ...readers, since: new Date(Date.now() + 1000) })).size).toBe(0);
});
