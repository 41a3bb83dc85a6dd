import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Contributions } from '@app/platform/feature';
import { newId } from '@app/platform/database';
import { Accounts } from '@app/people';
import { Organizations } from '@app/organizations';
import { digestSections } from '@app/digests';
import { aTeam } from '@app/discussions/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { aMentor } from './testing/index.js';

const LINK = '... on MentoringLink { id state words answerWords threadId principle viewerIsMentor mentor { name } mentee { name } viewerCan { accept decline withdraw end } }';
const SECRET = 'Our board is split over quokka contracts';

let house: TestHouse;
let prairie: string;
let cedar: string;
let tom: Actor;
let carol: Actor;
let watcher: Actor;
let ruth: Actor;
let staff: Actor;
let stranger: Actor;
let steward: Actor;
let sponsor: Actor;
let nobody: Actor;

beforeAll(async () => {
  house = await openHouse();
  // The districts that every installation knows present too; here only those that a test makes do.
  await house.db.query(`update organization set presenting = false`);
  prairie = await aTeam(house, { superintendent: 'tom@p.example', labor_leader: 'carol@p.example', observer: 'watcher@p.example' }, { name: 'Prairie View' });
  cedar = await aMentor(house, { superintendent: 'ruth@c.example', staff: 'staff@c.example' }, { name: 'Cedar Ridge' });
  await aTeam(house, { superintendent: 'stranger@x.example' }, { name: 'Third District' });
  await aTeam(house, { representative: 'sponsor@s.example' }, { name: 'A Sponsor', kind: 'co_sponsor' });
  [tom, carol, watcher, ruth, staff] = await Promise.all(['tom@p.example', 'carol@p.example', 'watcher@p.example', 'ruth@c.example', 'staff@c.example'].map((email) => house.as(email))) as [Actor, Actor, Actor, Actor, Actor];
  [stranger, sponsor, steward, nobody] = await Promise.all(['stranger@x.example', 'sponsor@s.example', 'sam@a.example', 'nobody@n.example'].map((email) => house.as(email))) as [Actor, Actor, Actor, Actor];
  await house.get(Accounts).makeSteward(steward.accountId ?? '');
  await house.settle();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.settle();
  await house.db.query(`delete from mentoring_link`);
  await house.db.query(`delete from mail_ledger`);
  house.mails.length = 0;
});

const ask = (actor: Actor, more: Record<string, unknown> = {}): Promise<Loose> => actor.act('askForMentoring', { mentorId: cedar, words: SECRET, ...more }, LINK);
const accept = (actor: Actor, linkId: string): Promise<Loose> => actor.act('acceptMentoring', { linkId, words: 'Gladly, call us on Thursday.' }, LINK);
const recipients = (): string[] => house.mails.map((mail) => mail.to).sort();
const readLink = async (actor: Actor, id: string): Promise<Loose> => (await actor.query(`query($id: ID!) { mentoringLink(id: $id) { id words } }`, { id })).mentoringLink;

describe('asking', () => {
  test('a team asks, and the mentor’s signing seats get a mail with the letter', async () => {
    expect(await ask(tom, { principle: 5 })).toMatchObject({ __typename: 'MentoringLink', state: 'asked', words: SECRET, principle: 5, viewerIsMentor: false, viewerCan: { withdraw: true, accept: false } });
    await house.settle();
    expect(recipients()).toEqual(['ruth@c.example']);
    expect(house.mails[0]).toMatchObject({ subject: 'Prairie View asks you for mentoring' });
    expect(house.mails[0]?.text).toContain('quokka');
  });

  test('asking twice is asking once, also when two of a team do it at the same moment', async () => {
    const asked = await Promise.all([ask(tom), ask(carol), ask(tom), ask(carol)]);
    expect(asked.map((link) => link.__typename)).toEqual(Array(4).fill('MentoringLink'));
    expect(new Set(asked.map((link) => link.id)).size).toBe(1);
    await house.settle();
    expect(recipients()).toEqual(['ruth@c.example']);
  });

  test('the database itself keeps two districts to one open link', async () => {
    const { id } = await ask(tom);
    const again = house.db.query(`insert into mentoring_link (id, mentor_organization_id, mentee_organization_id, words) values ($1, $2, $3, 'again')`, [newId(), cedar, prairie]);
    await expect(again).rejects.toThrow('mentoring_link_one_open');
    await ruth.act('declineMentoring', { linkId: id, words: 'Not this year.' });
    expect((await ask(tom)).state).toBe('asked');
  });

  test('observers, sponsors, stewards and people without a seat do not ask; somebody of the team does', async () => {
    for (const actor of [watcher, sponsor, steward, nobody]) expect((await ask(actor)).__typename).toBe('NotAllowed');
    expect((await ask(tom, { organizationId: cedar })).__typename).toBe('NotAllowed');
    expect((await ask(carol)).__typename).toBe('MentoringLink');
  });

  test('nobody asks themselves or a district that does not present', async () => {
    expect(await ask(ruth)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'mentorId' }] });
    expect((await ask(tom, { mentorId: await aTeam(house, {}) })).__typename).toBe('NotAllowed');
  });

  test('a presenting district that nobody sits in can be read about and not asked', async () => {
    const empty = await aMentor(house, {}, { name: 'Empty Valley' });
    expect(await ask(tom, { mentorId: empty })).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('not on Accord yet') });
    const { mentor } = await tom.query(`query($id: ID!) { mentor(id: $id) { standing viewerCan { ask } } }`, { id: empty });
    expect(mentor).toEqual({ standing: 'absent', viewerCan: { ask: false } });
    await house.db.query(`delete from organization where id = $1`, [empty]);
  });

  test('one team has at most five asks waiting', async () => {
    const names = ['Alder', 'Birch', 'Cherry', 'Dogwood', 'Elm', 'Fir'];
    const mentors = await Promise.all(names.map((name) => aMentor(house, { superintendent: `${name}@m.example` }, { name })));
    const answers = [];
    for (const mentorId of mentors) answers.push((await ask(tom, { mentorId })).__typename);
    expect(answers).toEqual([...Array(5).fill('MentoringLink'), 'Conflict']);
    await house.db.query(`delete from organization where id = any($1)`, [mentors]);
  });
});

describe('answering', () => {
  test('the mentor accepts with a word: both teams share a thread that begins with the ask and the answer', async () => {
    const { id } = await ask(tom, { principle: 5 });
    await house.settle();
    house.mails.length = 0;
    const link = await accept(staff, id);
    expect(link).toMatchObject({ state: 'accepted', viewerIsMentor: true, viewerCan: { accept: false, end: true } });
    await house.settle();
    expect(recipients()).toEqual(['carol@p.example', 'tom@p.example']);
    for (const actor of [tom, carol, ruth, staff]) {
      const { thread } = await actor.query(`query($id: ID!) { thread(id: $id) { audience subject { path } posts { nodes { body } } viewerCan { reply } } }`, { id: link.threadId });
      expect(thread).toMatchObject({ audience: `link:${id}`, subject: { path: `/mentoring/${id}` }, posts: { nodes: [{ body: SECRET }, { body: 'Gladly, call us on Thursday.' }] }, viewerCan: { reply: true } });
    }
  });

  test('a later letter reaches the signing seats of both teams by mail, and nobody else', async () => {
    const { id } = await ask(tom);
    const { threadId } = await accept(ruth, id);
    await house.settle();
    house.mails.length = 0;
    expect((await tom.act('reply', { threadId, body: 'Thursday it is.' })).__typename).toBe('Post');
    await house.settle();
    expect(recipients()).toEqual(['carol@p.example', 'ruth@c.example']);
  });

  test('only the mentor answers, only once, and only the asking team takes back', async () => {
    const { id } = await ask(tom);
    for (const actor of [tom, stranger, watcher, sponsor, steward, nobody]) {
      expect((await accept(actor, id)).__typename).toBe('NotAllowed');
      expect((await actor.act('declineMentoring', { linkId: id, words: 'No.' })).__typename).toBe('NotAllowed');
    }
    for (const actor of [ruth, stranger, watcher, steward]) expect((await actor.act('withdrawMentoring', { linkId: id })).__typename).toBe('NotAllowed');
    expect((await ruth.act('declineMentoring', { linkId: id, words: 'Ask us in spring.' }, LINK)).state).toBe('declined');
    expect((await accept(ruth, id)).__typename).toBe('Conflict');
    expect((await tom.act('withdrawMentoring', { linkId: id })).__typename).toBe('Conflict');
    const second = await ask(tom);
    expect((await carol.act('withdrawMentoring', { linkId: second.id }, LINK)).state).toBe('withdrawn');
  });

  test('no mail tells of an ask that was taken back before it left', async () => {
    const { id } = await ask(tom);
    await tom.act('withdrawMentoring', { linkId: id });
    await house.settle();
    expect(recipients()).toEqual([]);
  });

  test('either side ends it: the thread is closed and readable, the place is free, the others get a mail', async () => {
    await house.db.query(`update organization set mentor_capacity = 1 where id = $1`, [cedar]);
    const { id } = await ask(tom);
    const other = await ask(stranger);
    const { threadId } = await accept(ruth, id);
    expect((await stranger.act('endMentoring', { linkId: id })).__typename).toBe('NotAllowed');
    expect((await accept(ruth, other.id)).__typename).toBe('Conflict');
    await house.settle();
    house.mails.length = 0;
    expect((await ruth.act('endMentoring', { linkId: id }, LINK)).state).toBe('ended');
    await house.settle();
    expect(recipients()).toEqual(['carol@p.example', 'tom@p.example']);
    const { thread } = await tom.query(`query($id: ID!) { thread(id: $id) { closedAt viewerCan { reply } } }`, { id: threadId });
    expect(thread).toMatchObject({ closedAt: expect.any(String), viewerCan: { reply: false } });
    expect((await accept(ruth, other.id)).state).toBe('accepted');
    await house.db.query(`update organization set mentor_capacity = 2 where id = $1`, [cedar]);
  });
});

describe('capacity', () => {
  test('fifty acceptances at once never exceed what the mentor can take', async () => {
    await house.db.query(`update organization set mentor_capacity = 3 where id = $1`, [cedar]);
    const mentees = await Promise.all(Array.from({ length: 50 }, () => aTeam(house, {})));
    const links = mentees.map(() => newId());
    await house.db.query(
      `insert into mentoring_link (id, mentor_organization_id, mentee_organization_id, words, asked_by) select given.link, $3, given.mentee, 'Help us', $4 from unnest($1::uuid[], $2::uuid[]) as given(link, mentee)`,
      [links, mentees, cedar, tom.accountId],
    );
    const answers = await Promise.all(links.map((id) => accept(ruth, id)));
    expect(answers.filter((answer) => answer.state === 'accepted')).toHaveLength(3);
    expect(answers.filter((answer) => answer.__typename === 'Conflict')).toHaveLength(47);
    const row = await house.db.one<{ n: number }>(`select count(*)::int as n from mentoring_link where mentor_organization_id = $1 and state = 'accepted'`, [cedar]);
    expect(row?.n).toBe(3);
    expect(await ask(tom)).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('full at the moment') });
    const { mentor } = await tom.query(`query($id: ID!) { mentor(id: $id) { standing capacityLeft viewerCan { ask } } }`, { id: cedar });
    expect(mentor).toEqual({ standing: 'full', capacityLeft: 0, viewerCan: { ask: false } });
    await house.db.query(`update organization set mentor_capacity = 2 where id = $1`, [cedar]);
  });

  test('one who signs for the mentor says how many; staff, others and districts that do not present cannot', async () => {
    const set = (actor: Actor, organizationId: string, capacity: number): Promise<Loose> => actor.act('setMentorCapacity', { organizationId, capacity }, '... on MentoringDesk { capacity taken }');
    expect(await set(ruth, cedar, 4)).toMatchObject({ capacity: 4, taken: 0 });
    expect((await set(staff, cedar, 4)).__typename).toBe('NotAllowed');
    expect((await set(tom, cedar, 4)).__typename).toBe('NotAllowed');
    expect((await set(tom, prairie, 4)).__typename).toBe('NotAllowed');
    expect(await set(ruth, cedar, 51)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'capacity' }] });
    await set(ruth, cedar, 2);
  });
});

describe('what a link holds stays between its two districts', () => {
  test('its words and thread are seen by both teams and by nobody else, wherever one looks', async () => {
    const { id } = await ask(tom);
    const { threadId } = await accept(ruth, id);
    await house.settle();
    for (const actor of [tom, carol, ruth, staff]) expect(await readLink(actor, id)).toMatchObject({ words: SECRET });
    const everywhere = `query($id: ID!, $threadId: ID!, $text: String!) {
      mentoringLink(id: $id) { words } mentoringLinks { nodes { words answerWords } } thread(id: $threadId) { title } postsSince(threadId: $threadId) { body }
      threads { nodes { title subject { path } } } waiting { title path } mentors { nodes { name linkId } } search(filter: { text: $text }) { nodes { id path } }
    }`;
    const variables = { id, threadId, text: 'quokka' };
    expect(JSON.stringify(await tom.query(everywhere, variables))).toContain('quokka');
    for (const actor of [stranger, watcher, sponsor, steward, nobody]) {
      const seen = JSON.stringify(await actor.query(everywhere, variables));
      for (const canary of ['quokka', 'Thursday', id, threadId]) expect(seen).not.toContain(canary);
    }
    expect((await house.visitor.raw(`query($id: ID!) { mentoringLink(id: $id) { words } }`, { id })).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  });

  test('no digest of a third district and no live message says a word of it', async () => {
    const { id } = await ask(tom);
    await accept(ruth, id);
    await house.settle();
    const third = (await house.viewerOf(stranger)).keys;
    const reader = { districts: [{ organizationId: third.find((key) => key.startsWith('team:'))?.slice(5) ?? '', keys: third }], since: new Date(0), conferenceId: null };
    const sections = await Promise.all(house.get(Contributions).of(digestSections).map(async (section) => [...(await section.read((service) => house.get(service), reader)).values()]));
    expect(JSON.stringify(sections)).not.toContain('quokka');
    expect(JSON.stringify(sections)).not.toContain(id);
    expect(JSON.stringify(house.said)).not.toContain('quokka');
  });

  test('whoever leaves a team loses the link that day, and whoever takes the seat gains it', async () => {
    const { id } = await ask(tom);
    await house.db.query(`update seat set account_id = null where account_id = $1 and organization_id = $2`, [carol.accountId, prairie]);
    expect(await readLink(carol, id)).toBeNull();
    const heir = await house.as('heir@p.example');
    await house.get(Organizations).seat(prairie, 'labor_leader', heir.accountId ?? '');
    expect(await readLink(heir, id)).toMatchObject({ words: SECRET });
    await house.db.query(`update seat set account_id = $1 where account_id = $2`, [carol.accountId, heir.accountId]);
  });
});

describe('what waits', () => {
  const waiting = async (actor: Actor): Promise<string[]> => (await actor.query('{ waiting { key title } }')).waiting.filter((item: { key: string }) => item.key.startsWith('mentoring')).map((item: { title: string }) => item.title);

  test('an ask waits for the mentor until it is answered, the answer for the asking team until it is seen', async () => {
    const { id } = await ask(tom);
    expect(await waiting(ruth)).toEqual(['Prairie View asks you for mentoring']);
    expect(await waiting(tom)).toEqual([]);
    await accept(ruth, id);
    expect(await waiting(ruth)).toEqual([]);
    expect(await waiting(carol)).toEqual(['Cedar Ridge has said yes to mentoring you']);
    await ruth.act('seeMentoringAnswer', { linkId: id });
    expect(await waiting(tom)).toHaveLength(1);
    await tom.act('seeMentoringAnswer', { linkId: id });
    expect(await waiting(carol)).toEqual([]);
  });

  test('an ask that nobody has answered for days is the most urgent thing there is', async () => {
    const { id } = await ask(tom);
    const urgency = async (): Promise<number> => (await ruth.query('{ waiting { key urgency } }')).waiting.find((item: { key: string }) => item.key.endsWith(id)).urgency;
    expect(await urgency()).toBe(2);
    await house.db.query(`update mentoring_link set created_at = now() - interval '4 days' where id = $1`, [id]);
    expect(await urgency()).toBe(1);
  });
});

describe('finding a mentor', () => {
  const PAGE = `query($after: String, $first: Int! = 50) {
    mentoringDesk { team { name } isMentor taken }
    mentors(first: $first, after: $after) { nodes { id name reasons capacityLeft standing linkId viewerCan { ask } } pageInfo { endCursor hasNextPage } totalCount }
    mentoringLinks { nodes { id state mentor { name } askedBy { name } } }
  }`;

  test('presenting districts stand in the order of likeness, with their reasons, and those who are not here yet come last', async () => {
    const twin = await aMentor(house, { superintendent: 'twin@m.example' }, { name: 'Twin' });
    const absent = await aMentor(house, {}, { name: 'Absent' });
    await house.db.query(`update organization set enrollment = 900, locale = 'rural', affiliation = 'nea' where id = any($1)`, [[prairie, twin, absent]]);
    await house.db.query(
      `insert into practice (id, slug, organization_id, principle, title, summary, story, status, shared_at) values ($1, 'peers', $2, 5, 'Peer review', 'Peers review', 'We began small', 'shared', now())`,
      [newId(), cedar],
    );
    await house.db.query(`update organization set enrollment = 90000, locale = 'city', affiliation = 'aft', state = 'MN' where id = $1`, [cedar]);
    const { mentors } = await tom.query(PAGE);
    expect(mentors.nodes.map((mentor: { name: string }) => mentor.name)).toEqual(['Twin', 'Cedar Ridge', 'Absent']);
    expect(mentors.nodes[0].reasons).toEqual(['about your size', 'rural as well', 'both affiliated with NEA', 'same state']);
    expect(mentors.nodes[1].reasons).toEqual(['far larger', 'in the Midwest as well']);
    const asked = (await tom.query('{ mentors(principle: 5) { nodes { name reasons } } }')).mentors.nodes;
    expect(asked[0].reasons).toContain('nothing on record about teacher evaluation');
    expect(asked[1]).toEqual({ name: 'Cedar Ridge', reasons: ['far larger', 'in the Midwest as well', 'did teacher evaluation'] });
    expect((await tom.raw('{ mentors(principle: 11) { totalCount } }')).errors?.[0]?.extensions).toMatchObject({ code: 'Invalid' });
    const first = (await tom.query(PAGE, { first: 2 })).mentors;
    const second = (await tom.query(PAGE, { first: 2, after: first.pageInfo.endCursor })).mentors;
    expect([...first.nodes, ...second.nodes].map((mentor: { name: string }) => mentor.name)).toEqual(['Twin', 'Cedar Ridge', 'Absent']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    await house.db.query(`delete from organization where id = any($1)`, [[twin, absent]]);
  });

  test('a mentor does not stand in its own list, and who speaks for nobody sees none', async () => {
    expect((await ruth.query(PAGE)).mentors.nodes).toEqual([]);
    for (const actor of [watcher, steward, nobody]) expect(await actor.query(PAGE)).toMatchObject({ mentoringDesk: null, mentors: { nodes: [] }, mentoringLinks: { nodes: [] } });
    expect((await sponsor.query(PAGE)).mentors.nodes).toMatchObject([{ name: 'Cedar Ridge', reasons: [], viewerCan: { ask: false } }]);
  });

  test('the page takes one statement for the viewer and two for mentoring', async () => {
    await ask(tom);
    await tom.query(PAGE);
    expect(await house.statementsOf(() => tom.query(PAGE))).toHaveLength(3);
  });

  test('the digest names at most two mentors with room, like the reader and not asked before, for many readers at once', async () => {
    const mentors = await Promise.all(['Ash', 'Oak', 'Pine'].map((name) => aMentor(house, { superintendent: `${name}@m.example` }, { name, capacity: name === 'Pine' ? 0 : 2 })));
    const third = await aTeam(house, { superintendent: 'another@t.example' });
    await ask(tom);
    const section = house.get(Contributions).of(digestSections).find(({ name }) => name === 'mentoring');
    const readers = { districts: [prairie, third, mentors[0] ?? ''].map((organizationId) => ({ organizationId, keys: ['public', 'members'] })), since: new Date(0), conferenceId: null };
    let items: Awaited<ReturnType<NonNullable<typeof section>['read']>> | undefined;
    expect(await house.statementsOf(async () => (items = await section?.read((service) => house.get(service), readers)))).toHaveLength(1);
    const titles = (id: string | undefined): string[] => items?.get(id ?? '')?.map((item) => item.title).sort() ?? [];
    expect(titles(prairie)).toEqual(['Ash', 'Oak']);
    expect(titles(third)).toHaveLength(2);
    expect(titles(mentors[0])).toEqual(['Cedar Ridge', 'Oak']);
    expect(items?.get(prairie)?.[0]?.note).toMatch(/size unknown/i);
    await house.db.query(`delete from organization where id = any($1)`, [[...mentors, third]]);
  });
});
