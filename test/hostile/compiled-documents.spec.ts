import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CompiledDocuments } from '@app/platform/graphql';
import { aTeam, aThread } from '@app/discussions/testing/index.js';
import { type Actor, openHouse, type TestHouse } from '../setup/house.js';

let house: TestHouse;
let dana: Actor;
let maple: string;

beforeAll(async () => {
  house = await openHouse({});
  maple = await aTeam(house, { superintendent: 'dana@maple.example' });
  dana = await house.as('dana@maple.example');
});
afterAll(() => house.close());

/** What the api's own code for documents answered while something was asked; null where Apollo answered. */
async function answeredBy<T>(ask: () => Promise<T>): Promise<{ answer: T; compiled: boolean }> {
  const documents = house.get(CompiledDocuments) as unknown as { answer: (...asked: unknown[]) => Promise<string | null> };
  const before = documents.answer;
  let compiled = false;
  documents.answer = async function (this: unknown, ...asked) {
    const answer = await before.apply(documents, asked);
    compiled = answer !== null;
    return answer;
  };
  try {
    return { answer: await ask(), compiled };
  } finally {
    documents.answer = before;
  }
}

test('a document that comes again goes past Apollo from the fourth time on, and is answered alike', async () => {
  const threadId = await aThread(house, { authorId: dana.accountId!, organizationId: maple }, { letters: 3 });
  const ask = () => dana.query('query($id: ID!) { thread(id: $id) { id title openedAt lastPostNumber viewerCan { reply } posts(first: 2) { nodes { number at body } pageInfo { hasNextPage } } } }', { id: threadId });
  const answers = [];
  for (let time = 0; time < 5; time++) answers.push(await answeredBy(ask));
  expect(answers.map(({ compiled }) => compiled)).toEqual([false, false, false, true, true]);
  for (const { answer } of answers) expect(answer).toEqual(answers[0]?.answer);
});

test('variables that do not fit a document that is known are refused in Apollo’s words', async () => {
  const ask = (after: unknown) => () => dana.raw('query($id: ID!, $after: Int!) { thread(id: $id) { posts(after: $after) { nodes { number } } } }', { id: 'x', after });
  const unknown = (await answeredBy(ask('two'))).answer;
  for (let time = 0; time < 3; time++) await ask(0)();
  expect((await answeredBy(ask(0))).compiled).toBe(true);
  const { answer, compiled } = await answeredBy(ask('two'));
  expect(compiled).toBe(false);
  expect(answer).toEqual(unknown);
  expect(answer.errors?.[0]?.message).toContain('cannot be taken as it is');
});
