import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reportables } from '@app/moderation';
import { Contributions } from '@app/platform/feature';
import { aTeam } from '@app/discussions/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { Conferences } from './conferences.service.js';

let house: TestHouse;
let conferenceId: string;
let slug: string;
let [maple, cedar, birch]: string[] = [];
let [ana, bea, looks, far, nora]: Actor[] = [];
const who = (actor: Actor | undefined): Actor => actor ?? house.visitor;

beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, { superintendent: 'ana@maple.example' }, { name: 'Maple Hollow' });
  cedar = await aTeam(house, { superintendent: 'bea@cedar.example', observer: 'looks@cedar.example' }, { name: 'Cedar Ridge' });
  birch = await aTeam(house, { superintendent: 'far@birch.example' }, { name: 'Birch' });
  const council = await aTeam(house, { representative: 'nora@council.example' }, { name: 'The Council', kind: 'co_sponsor' });
  [ana, bea, looks, far, nora] = await Promise.all(['ana@maple', 'bea@cedar', 'looks@cedar', 'far@birch', 'nora@council'].map((name) => house.as(`${name}.example`)));
  conferenceId = await house.db.transaction(async () => {
    const id = await house.get(Conferences).insert({ title: 'Ridgeline', city: 'Springfield', state: 'IL', zone: 'America/Chicago', theme: null, summary: null, starts: '2097-03-04T09:00', ends: '2097-03-05T15:00' });
    await house.get(Conferences).sponsor(id, council, []);
    return id;
  });
  for (const [team, presenting] of [[maple, true], [cedar, false]] as const) await house.db.query(`insert into conference_team (conference_id, organization_id, status, presenting) values ($1, $2, 'attending', $3)`, [conferenceId, team, presenting]);
  await house.db.query(`insert into conference_team (conference_id, organization_id, status, presenting) values ($1, $2, 'declined', false)`, [conferenceId, birch]);
  slug = (await house.db.one<{ slug: string }>(`select slug from conference where id = $1`, [conferenceId]))?.slug ?? '';
  await house.settle();
});
afterAll(() => house.close());

const NOTE = '... on ConferenceNote { id body by organizationName isMine revision hiddenReason }';
const note = (actor: Actor | undefined, body: string, revision = 0, organizationId = maple): Promise<Loose> => who(actor).act('noteAtConference', { conferenceId, organizationId, body, revision }, NOTE);
const shown = async (actor: Actor | undefined): Promise<Loose[]> => (await who(actor).query(`query($slug: String!) { conferenceNotes(slug: $slug) { name notes { id body by organizationName isMine revision hiddenReason } } }`, { slug })).conferenceNotes;
const bodies = async (actor: Actor | undefined): Promise<string[]> => (await shown(actor)).flatMap((team) => team.notes.map((one: Loose) => one.body));

test('those who came note what a presenting team showed, signed with their name; those who did not come neither note nor read', async () => {
  expect(await note(bea, 'Two observers, one room.')).toMatchObject({ __typename: 'ConferenceNote', organizationName: 'Cedar Ridge', isMine: true, revision: 1 });
  expect((await note(nora, 'Ask them for the form.')).__typename).toBe('ConferenceNote');
  for (const actor of [looks, far]) expect((await note(actor, 'I was not there.')).__typename).toBe('NotAllowed');
  await house.db.query(`update conference_team set status = 'invited' where organization_id = $1`, [birch]);
  expect((await note(far, 'I was asked to come.')).__typename).toBe('NotAllowed');
  await house.db.query(`update conference_team set status = 'declined' where organization_id = $1`, [birch]);
  expect((await note(bea, 'They showed nothing.', 0, cedar)).__typename).toBe('NotAllowed');
  for (const actor of [ana, bea, nora]) expect(await bodies(actor)).toEqual(['Two observers, one room.', 'Ask them for the form.']);
  for (const actor of [looks, far]) expect(await shown(actor)).toEqual([]);
  await expect(house.visitor.query(`query($slug: String!) { conferenceNotes(slug: $slug) { name } }`, { slug })).rejects.toThrow();
});

test('everybody has one note a team; two windows do not overwrite each other', async () => {
  expect((await note(bea, 'From a second window, as if it were new.')).__typename).toBe('Conflict');
  expect(await note(bea, 'Two observers, one room, one talk.', 1)).toMatchObject({ revision: 2 });
  expect((await note(bea, 'Of the window that was slower.', 1)).__typename).toBe('Conflict');
  const both = await Promise.all([note(bea, 'One of two at once.', 2), note(bea, 'The other of two at once.', 2)]);
  expect(both.map((one) => one.__typename).sort()).toEqual(['Conflict', 'ConferenceNote'].sort());
  expect((await shown(ana))[0]?.notes).toHaveLength(2);
});

test('a note is its writer’s to take away; a steward takes it down, and only its writer still sees it', async () => {
  const [hers] = (await shown(bea))[0]?.notes ?? [];
  for (const actor of [ana, nora, far]) expect((await who(actor).act('removeConferenceNote', { noteId: hers.id })).__typename).toBe('NotAllowed');
  const reportable = house.get(Contributions).of(reportables).find(({ kind }) => kind === 'conference-note');
  expect(await reportable?.find(house.get, await house.viewerOf(who(far)), hers.id)).toBeNull();
  expect(await reportable?.find(house.get, await house.viewerOf(who(ana)), hers.id)).toMatchObject({ title: 'A note on what Maple Hollow showed', path: `/conferences/${slug}` });
  await reportable?.takeDown(house.get, hers.id, 'It names a student.');
  expect(await bodies(ana)).toEqual(['Ask them for the form.']);
  expect((await shown(bea))[0]?.notes[0]).toMatchObject({ id: hers.id, hiddenReason: 'It names a student.' });
  expect((await note(bea, 'Written again over it.', hers.revision)).__typename).toBe('Conflict');
  await reportable?.restore(house.get, hers.id);
  expect((await who(bea).act('removeConferenceNote', { noteId: hers.id })).__typename).toBe('Done');
  expect(await bodies(ana)).toEqual(['Ask them for the form.']);
  expect((await note(bea, 'Anew.')).__typename).toBe('ConferenceNote');
});

test('a note is found by those who came and by nobody else, until it is taken away, taken down, or its team presents no more', async () => {
  const found = async (actor: Actor | undefined, text = 'axolotl'): Promise<string[]> =>
    (await who(actor).query(`query($filter: SearchFilter) { search(filter: $filter) { nodes { kind path title { text } } } }`, { filter: { text } })).search.nodes.map((hit: Loose) => `${hit.kind} ${hit.path} ${hit.title.map((part: Loose) => part.text).join('')}`);
  const there = [`conference-note /conferences/${slug} What Maple Hollow showed at Ridgeline`];
  const everybodyElse = [far, looks, undefined];
  const written = await note(ana, 'Our own axolotl form.');
  await house.settle();
  for (const actor of [ana, bea, nora]) expect(await found(actor)).toEqual(there);
  for (const actor of everybodyElse) expect(await found(actor)).toEqual([]);
  const reportable = house.get(Contributions).of(reportables).find(({ kind }) => kind === 'conference-note');
  const present = (presenting: boolean): Promise<Loose> => who(nora).act('markTeams', { conferenceId, organizationIds: [maple], status: 'attending', presenting }, '... on Conference { id }');
  for (const [take, giveBack] of [
    [() => reportable?.takeDown(house.get, written.id, 'No.'), () => reportable?.restore(house.get, written.id)],
    [() => present(false), () => present(true)],
  ] as const) {
    await take();
    for (const _moment of ['at once', 'later']) {
      for (const actor of [ana, bea, nora, ...everybodyElse]) expect(await found(actor)).toEqual([]);
      await house.settle();
    }
    await giveBack();
    await house.settle();
    expect(await found(bea)).toEqual(there);
  }
  await who(ana).act('removeConferenceNote', { noteId: written.id });
  for (const _moment of ['at once', 'later']) {
    expect(await found(bea)).toEqual([]);
    await house.settle();
  }
});

test('what somebody noted is among what they wrote, and stays without their name when they leave', async () => {
  const { myWriting } = await who(bea).query(`{ myWriting(first: 20) { nodes { kind title body } } }`);
  expect(myWriting.nodes).toContainEqual({ kind: 'Note at a conference', title: 'What Maple Hollow showed at Ridgeline', body: 'Anew.' });
  await house.db.query(`update conference_note set author_id = null where author_id = $1`, [who(bea).accountId]);
  expect((await shown(ana))[0]?.notes).toContainEqual(expect.objectContaining({ by: null, body: 'Anew.', isMine: false }));
});
