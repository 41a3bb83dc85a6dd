import { expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { openHouse, type TestHouse } from '../../test/setup/house.js';

const LIST = `query($address: String, $first: Int!, $after: String) { mailboxOwners { address name count } mailbox(address: $address, first: $first, after: $after) { nodes { id to subject } pageInfo { endCursor hasNextPage } } }`;
const ONE = `query($id: String!) { mailboxMessage(id: $id) { subject html text headers { name value } } }`;

async function filled(env: Record<string, string>): Promise<{ house: TestHouse; ids: string[] }> {
  const house = await openHouse(env);
  await house.as('ana@maple.example', 'Ana Brandt');
  const ids: string[] = [];
  for (const [n, to] of ['ana@maple.example', 'else@where.example', 'ana@maple.example'].entries()) {
    const id = newId();
    ids.unshift(id);
    await house.db.query(`insert into mailbox_message (id, message_id, "to", subject, html, text, headers) values ($1, $2, $3, $4, '<p>x</p>', 'x', '{"List-Unsubscribe": "<y>"}')`, [id, `<${id}>`, to, `Mail ${n}`]);
  }
  return { house, ids };
}

test('the demo’s mail is read newest first, by person and page by page', async () => {
  const { house, ids } = await filled({ ACCORD_EMBEDDED: 'on' });
  const all = await house.visitor.query(LIST, { first: 2 });
  expect(all.mailboxOwners).toEqual(expect.arrayContaining([{ address: 'ana@maple.example', name: 'Ana Brandt', count: 2 }, { address: 'else@where.example', name: null, count: 1 }]));
  expect(all.mailbox.nodes.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
  const rest = await house.visitor.query(LIST, { first: 2, after: all.mailbox.pageInfo.endCursor });
  expect(rest.mailbox.nodes.map(({ id }: { id: string }) => id)).toEqual(ids.slice(2));
  expect((await house.visitor.query(LIST, { first: 5, address: 'else@where.example' })).mailbox.nodes).toHaveLength(1);
  expect((await house.visitor.query(ONE, { id: ids[0] })).mailboxMessage).toMatchObject({ headers: [{ name: 'List-Unsubscribe', value: '<y>' }] });
  await house.close();
});

test.each([
  ['with a database of its own', {}],
  ['with a public address', { ACCORD_EMBEDDED: 'on', PUBLIC_URL: 'https://accord.example.org' }],
  ['without the demo', { ACCORD_EMBEDDED: 'on', ACCORD_DEMO: 'off' }],
])('nobody reads mail in an Accord %s', async (_, env) => {
  const { house, ids } = await filled(env as Record<string, string>);
  expect(await house.visitor.query(LIST, { first: 5 })).toMatchObject({ mailboxOwners: [], mailbox: { nodes: [] } });
  expect((await house.visitor.query(ONE, { id: ids[0] })).mailboxMessage).toBeNull();
  await house.close();
});
