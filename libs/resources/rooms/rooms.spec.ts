import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Files } from '@app/platform/files';
import { aTeam } from '@app/discussions/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../../test/setup/house.js';

let house: TestHouse;
let [maple, cedar]: string[] = [];
let [ana, looks, bea, sam]: Actor[] = [];
const MB = 1024 * 1024;

beforeAll(async () => {
  house = await openHouse({ DISTRICT_FILES_MB: '1' });
  maple = await aTeam(house, { superintendent: 'ana@maple.example', observer: 'looks@maple.example' }, { name: 'Maple 100% Hollow' });
  cedar = await aTeam(house, { superintendent: 'bea@cedar.example' }, { name: 'Cedar Ridge' });
  [ana, looks, bea] = await Promise.all(['ana@maple', 'looks@maple', 'bea@cedar'].map((name) => house.as(`${name}.example`)));
  sam = await house.as('sam@accord.example', 'Sam Steward');
  await house.db.query(`update account set is_steward = true where id = $1`, [sam.accountId]);
});
afterAll(() => house.close());

const who = (actor: Actor | undefined): Actor => actor ?? house.visitor;
const roomOf = async (actor: Actor | undefined, id: string | null = null): Promise<Loose> => (await who(actor).query(`query($id: ID) { fileRoom(organizationId: $id) { usedBytes limitBytes } }`, { id })).fileRoom;
const give = (actor: Actor | undefined, megabytes: number | null, id = maple, reason = 'Films of the spring fair'): Promise<Loose> =>
  who(actor).act('setFileRoom', { organizationId: id, megabytes, reason }, '... on FileRoomOf { megabytes usedBytes limitBytes reason setBy setAt organization { name } }');
const send = (bytes: number): Promise<unknown> => house.get(Files).receive(who(ana).accountId ?? '', 'notes.txt', Readable.from([Buffer.alloc(bytes, 'a')]), maple ?? null);

test('who speaks for a team sees how much room its files have; nobody sees that of others', async () => {
  await send(1000);
  for (const id of [null, maple ?? '']) expect(await roomOf(ana, id)).toEqual({ usedBytes: 1000, limitBytes: MB });
  expect(await roomOf(bea)).toEqual({ usedBytes: 0, limitBytes: MB });
  for (const [actor, id] of [[bea, maple], [looks, maple], [looks, null], [sam, null]] as const) expect(await roomOf(actor, id ?? null)).toBeNull();
});

test('a district that is refused fits once a steward has given it more room, and is refused again when that is taken back; each deed stays on record', async () => {
  await expect(send(MB)).rejects.toThrow('Your district’s files may take 1 MB here');
  expect(await give(sam, 3)).toMatchObject({ megabytes: 3, usedBytes: 1000, limitBytes: 3 * MB, reason: 'Films of the spring fair', setBy: 'Sam Steward', setAt: expect.any(String), organization: { name: 'Maple 100% Hollow' } });
  await send(MB);
  expect(await roomOf(ana)).toEqual({ usedBytes: MB + 1000, limitBytes: 3 * MB });
  // The room is that district's alone.
  expect(await roomOf(bea)).toEqual({ usedBytes: 0, limitBytes: MB });
  expect(await give(sam, null, maple, 'The fair is over')).toMatchObject({ megabytes: null, limitBytes: MB, reason: 'The fair is over' });
  await expect(send(10)).rejects.toThrow('Your district’s files may take 1 MB here');
  expect(await house.db.query(`select megabytes, reason, set_by from file_room where owner_id = $1 order by set_at`, [maple])).toEqual([
    { megabytes: 3, reason: 'Films of the spring fair', set_by: sam?.accountId },
    { megabytes: null, reason: 'The fair is over', set_by: sam?.accountId },
  ]);
});

test('only stewards see the rooms of all and change one', async () => {
  const list = (actor: Actor | undefined, text: string | null = null): Promise<Loose> => who(actor).query(`query($text: String) { fileRooms(text: $text) { organization { name } } }`, { text });
  expect((await list(sam)).fileRooms[0]).toEqual({ organization: { name: 'Maple 100% Hollow' } });
  // Whoever has no file here is found by name alone.
  expect((await list(sam)).fileRooms).toHaveLength(1);
  expect((await list(sam, 'cedar')).fileRooms).toEqual([{ organization: { name: 'Cedar Ridge' } }]);
  expect((await list(sam, '100%')).fileRooms).toHaveLength(1);
  expect((await list(sam, '%e')).fileRooms).toEqual([]);
  for (const actor of [ana, bea, house.visitor]) {
    await expect(list(actor)).rejects.toThrow();
    expect((await give(actor, 3, cedar).catch(() => ({ __typename: 'NotAllowed' }))).__typename).toBe('NotAllowed');
  }
  expect((await give(sam, 3, '0190a6f0-0000-7000-8000-000000000000')).__typename).toBe('NotAllowed');
  for (const megabytes of [0, 10_000_001]) expect((await give(sam, megabytes)).__typename).toBe('Invalid');
  expect((await give(sam, 3, maple, ' ')).__typename).toBe('Invalid');
});

test('what one team has no room for is refused there, though the sender’s other team had room for it', async () => {
  const [pine, oak] = [await aTeam(house, { superintendent: 'both@pine.example' }, { name: 'Pine' }), await aTeam(house, { superintendent: 'both@pine.example' }, { name: 'Oak' })];
  const both = await house.as('both@pine.example');
  const sent = async (bytes: number): Promise<string> => (await house.get(Files).receive(both.accountId ?? '', 'notes.txt', Readable.from([Buffer.alloc(bytes, 'a')]), pine)).id;
  const share = async (fileId: string): Promise<Loose> => both.act('postResource', { form: 'file', title: 'Notes', summary: '', audience: 'members', fileId, organizationId: oak });
  expect((await share(await sent(600_000))).__typename).toBe('Resource');
  expect([await roomOf(both, pine), await roomOf(both, oak)]).toMatchObject([{ usedBytes: 0 }, { usedBytes: 600_000 }]);
  expect(await share(await sent(600_000))).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'fileId', message: expect.stringContaining('1 MB') }] });
});
