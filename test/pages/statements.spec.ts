import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tellStory } from '@app/platform/story';
import { SearchIndex } from '@app/search';
import { Documents } from '../setup/documents.js';
import { type Actor, openHouse, type TestHouse } from '../setup/house.js';
import { fillLists } from './more.js';
import { type Known, questions } from './questions.js';

const [FEW, MANY] = [10, 50];

let house: TestHouse;
let documents: Documents;
const people = new Map<string, Actor>();
const before = new Map<string, string[] | Error>();

const known: Known = {
  the: async (name) => known.one(`select id from story_memory where name = $1`, [name]),
  one: async (sql, parameters = []) => {
    const row = await house.db.one(sql, parameters);
    if (!row) throw new Error(`The demo has nothing for: ${sql}`);
    return String(Object.values(row)[0]);
  },
};

/** What a page's question sends to PostgreSQL, with lists of so many rows. */
async function sent(name: string, first: number): Promise<string[]> {
  const question = questions[name];
  if (!question) throw new Error(`${name} has no entry in test/pages/questions.ts.`);
  const by = question.by ? people.get(question.by) : house.visitor;
  if (!by) throw new Error(`Nobody of the demo is called ${question.by}.`);
  const text = documents.text(name);
  const variables = { ...(/\$first: Int/.test(text) ? { first } : {}), ...(await question.with?.(known)) };
  // The first time warms what is kept for good, such as the vocabulary.
  await by.query(text, variables);
  return house.statementsOf(() => by.query(text, variables));
}

beforeAll(async () => {
  house = await openHouse();
  documents = await Documents.read();
  await tellStory(house.get);
  await house.settle();
  await fillLists(house.db, 1, 3);
  await house.get(SearchIndex).rebuild();
  const rows = await house.db.query<{ name: string; email: string }>(`select m.name, a.email from story_memory m join account a on a.id = m.id where m.name like 'person:%'`);
  for (const { name, email } of rows) people.set(name.slice('person:'.length), await house.as(email));
  for (const name of Object.keys(questions)) before.set(name, await sent(name, FEW).catch((error: unknown) => error as Error));
  await fillLists(house.db, 4, 50);
  await house.get(SearchIndex).rebuild();
}, 180_000);

afterAll(async () => {
  await house.close();
});

test('every page of the product has its entry here', () => {
  expect(Object.keys(questions).toSorted()).toEqual(documents.queries().toSorted());
});

test.each(Object.keys(questions))('%s costs one statement for who asks and at most one for each feature, however long its lists are', async (name) => {
  const few = before.get(name);
  if (!Array.isArray(few)) throw few;
  const after = await sent(name, MANY);
  const { features = 1, over = 0 } = questions[name] ?? {};
  const most = 1 + features + over;
  // A statement a row would come to fifty; reads that meet by chance travel together, so the numbers need not be equal.
  for (const statements of [few, after]) expect({ name, statements: statements.length > most ? statements : [] }).toEqual({ name, statements: [] });
});
