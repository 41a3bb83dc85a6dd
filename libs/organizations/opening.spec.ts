import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { Accounts } from '@app/people';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';
import type { Organization } from './organization.entity.js';
import { Organizations } from './organizations.service.js';
import type { SeatRole } from './seat.entity.js';
import { anOrganization } from './testing/index.js';

let house: TestHouse;
let sponsor: Organization;
let sam: Actor;
let nora: Actor;
let count = 0;

beforeAll(async () => {
  house = await openHouse();
  sponsor = await anOrganization(house.get, { kind: 'co_sponsor', name: 'Council of Boards', state: null });
  nora = await seated('nora', sponsor, 'representative');
  sam = await house.as('sam@steward.example', 'Sam');
  await house.get(Accounts).makeSteward(sam.accountId ?? '');
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.db.query(`delete from join_request`);
  await house.db.query(`delete from joining_pace`);
  await house.settle();
  house.mails.length = 0;
});

async function seated(name: string, organization: Organization, role: SeatRole): Promise<Actor> {
  const actor = await house.as(`${name}@opening.example`, name);
  await house.get(Organizations).seat(organization.id, role, actor.accountId ?? '');
  return actor;
}

interface Asked {
  id: string;
  district: Organization;
  tess: Actor;
  board: string;
}

/** A district that asked `days` ago; all three want it unless fewer are said. */
async function asked({ days = 0, yes = 3 }: { days?: number; yes?: number } = {}): Promise<Asked> {
  const number = (count += 1);
  const district = await anOrganization(house.get, { name: `Waiting Valley ${number}` });
  const [tess, board] = [await house.as(`tess${number}@opening.example`, `Tess ${number}`), `bo${number}@home.example`];
  const leaders = [{ role: 'board_president', name: `Bo ${number}`, email: board }, { role: 'labor_leader', name: `Lia ${number}`, email: `lia${number}@home.example` }];
  const request = await tess.act('requestToJoin', { organizationId: district.id, role: 'superintendent', statement: 'We want to.', leaders }, '... on JoinRequest { id }');
  await house.db.query(`update join_request set created_at = now() - make_interval(days => $2) where id = $1`, [request.id, days]);
  await house.db.query(`update join_leader set answer = 'wanted', answered_at = now() where request_id = $1 and role = any($2)`, [request.id, ['board_president', 'labor_leader'].slice(0, yes - 1)]);
  return { id: request.id, district, tess, board };
}

const QUEUE = '{ joinQueue(first: 50) { totalCount nodes { id waitsDays place complete isAffiliate expectedWeek leaders { answer } } } }';
const sitting = async (district: Organization): Promise<string[]> =>
  (await house.db.query<{ role: string; email: string }>(`select s.role, a.email from seat s join account a on a.id = s.account_id where s.organization_id = $1 order by s.role`, [district.id])).map(({ role, email }) => `${role}: ${email}`);

test('the queue shows the longest waiting first, with how long, who has said yes, and whose affiliates they are', async () => {
  const [young, old] = [await asked({ days: 2, yes: 1 }), await asked({ days: 9 })];
  await house.db.query(`insert into sponsor_affiliate (sponsor_id, organization_id) values ($1, $2)`, [sponsor.id, young.district.id]);
  const { joinQueue } = await nora.query(QUEUE);
  expect(joinQueue).toMatchObject({
    totalCount: 2,
    nodes: [
      { id: old.id, waitsDays: 9, place: 1, complete: true, isAffiliate: false, leaders: [{ answer: 'wanted' }, { answer: 'wanted' }, { answer: 'wanted' }] },
      { id: young.id, waitsDays: 2, place: 2, complete: false, isAffiliate: true, leaders: [{ answer: 'wanted' }, { answer: null }, { answer: null }] },
    ],
  });
  expect((await sam.query(QUEUE)).joinQueue.nodes.map((node: { id: string; isAffiliate: boolean }) => [node.id, node.isAffiliate])).toEqual([[old.id, false], [young.id, false]]);
  const page = (await sam.query('{ joinQueue(first: 1) { pageInfo { endCursor } nodes { id } } }')).joinQueue;
  expect((await sam.query('query($after: String) { joinQueue(first: 1, after: $after) { nodes { id } } }', { after: page.pageInfo.endCursor })).joinQueue.nodes).toEqual([{ id: young.id }]);
});

test('opening seats those who said yes, invites those who have not answered, and tells each by mail', async () => {
  const { id, district, board } = await asked({ yes: 2 });
  await house.settle();
  house.mails.length = 0;
  expect(await nora.act('openJoinRequest', { requestId: id }, '... on JoinRequest { state whatHappens }')).toMatchObject({ state: 'opened', whatHappens: expect.stringContaining('is open') });
  expect(await sitting(district)).toEqual([`board_president: ${board}`, `superintendent: tess${count}@opening.example`]);
  await house.settle();
  expect(house.mails.map((mail) => [mail.to.replace(/.*<|>/g, ''), mail.subject]).sort()).toEqual([
    [board, `${district.name} is open, and your seat is yours`],
    [`lia${count}@home.example`, `A place for you in the team of ${district.name}`],
    [`tess${count}@opening.example`, `${district.name} is open, and your seat is yours`],
  ]);
  const token = /\/invitation\/([\w.-]+)/.exec(house.mails.find((mail) => mail.to.includes(`lia${count}@`))?.text ?? '')?.[1];
  expect((await house.visitor.act('acceptInvitation', { token, name: 'Lia' }, '... on InvitationAccepted { role }')).role).toBe('labor_leader');
});

test('whoever said no is neither seated nor invited', async () => {
  const { id, district } = await asked();
  await house.db.query(`update join_leader set answer = 'refused' where request_id = $1 and role = 'labor_leader'`, [id]);
  await sam.act('openJoinRequest', { requestId: id });
  expect((await sitting(district)).map((seat) => seat.split(':')[0])).toEqual(['board_president', 'superintendent']);
  expect(await house.db.query(`select 1 from seat_invitation where organization_id = $1`, [district.id])).toEqual([]);
});

describe('who decides', () => {
  test.each([
    ['openJoinRequest', {}],
    ['askBackJoinRequest', { words: 'Who are you?' }],
    ['declineJoinRequest', { words: 'Not now.' }],
  ])('%s: stewards and co-sponsors; others see an empty queue, and nobody decides on their own district', async (verb, more) => {
    for (const actor of [sam, nora]) expect((await actor.act(verb, { requestId: (await asked()).id, ...more })).__typename).toBe('JoinRequest');
    const { id, tess, board } = await asked();
    const leader = await seated(`otto${count}${verb}`, await anOrganization(house.get), 'superintendent');
    const observer = await seated(`olga${count}${verb}`, sponsor, 'observer');
    for (const actor of [tess, leader, observer]) {
      expect((await actor.query(QUEUE)).joinQueue).toEqual({ totalCount: 0, nodes: [] });
      expect((await actor.act(verb, { requestId: id, ...more })).__typename).toBe('NotAllowed');
    }
    const own = await house.as(board, 'Bo');
    await house.get(Accounts).makeSteward(own.accountId ?? '');
    expect((await own.act(verb, { requestId: id, ...more })).__typename).toBe('NotAllowed');
    await house.db.query(`update account set is_steward = false where id = $1`, [own.accountId]);
  });
});

test('two decisions on one request at once: one wins, the other hears that it was decided', async () => {
  for (let round = 0; round < 5; round++) {
    const { id, district } = await asked();
    const answers = await Promise.all([sam.act('openJoinRequest', { requestId: id }), nora.act('declineJoinRequest', { requestId: id, words: 'No.' }), nora.act('openJoinRequest', { requestId: id })]);
    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['Conflict', 'Conflict', 'JoinRequest']);
    const opened = answers[1]?.__typename !== 'JoinRequest';
    expect(await sitting(district)).toHaveLength(opened ? 3 : 0);
  }
});

test('a question goes to the asker by mail, the request keeps its place, and waits again once they have answered', async () => {
  const [first] = [await asked({ days: 5 }), await asked({ days: 1 })];
  await nora.act('askBackJoinRequest', { requestId: first.id, words: 'Does your board meet in public?' });
  await house.settle();
  expect(house.mails.find((mail) => mail.subject.startsWith('A question'))).toMatchObject({ to: expect.stringContaining('tess'), text: expect.stringContaining('Does your board meet in public?') });
  expect((await first.tess.query('{ waiting { title path } }')).waiting).toEqual([{ title: `Those who decide ask you something about ${first.district.name}`, path: '/joining' }]);
  expect((await sam.act('askBackJoinRequest', { requestId: first.id, words: 'And?' })).__typename).toBe('Conflict');
  expect((await nora.act('replyToJoinQuestion', { requestId: first.id, words: 'x' })).__typename).toBe('NotAllowed');
  expect(await first.tess.act('replyToJoinQuestion', { requestId: first.id, words: 'Every second Monday.' }, '... on JoinRequest { state place reply }')).toMatchObject({ state: 'waiting', place: 1, reply: 'Every second Monday.' });
  expect((await first.tess.act('replyToJoinQuestion', { requestId: first.id, words: 'More.' })).__typename).toBe('Conflict');
});

test('a district is declined with a reason, which everybody who said yes reads; it may ask again', async () => {
  const { id, district, tess, board } = await asked({ yes: 2 });
  await house.settle();
  house.mails.length = 0;
  expect(await sam.act('declineJoinRequest', { requestId: id, words: '  ' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'words' }] });
  await sam.act('declineJoinRequest', { requestId: id, words: 'Two of the addresses are not yours.' });
  await house.settle();
  expect(house.mails.map((mail) => mail.to.replace(/.*<|>/g, '')).sort()).toEqual([board, `tess${count}@opening.example`]);
  expect(house.mails[0]?.text).toContain('Two of the addresses are not yours.');
  expect((await tess.act('requestToJoin', { organizationId: district.id, role: 'superintendent', statement: 'Again.', leaders: [] })).__typename).toBe('JoinRequest');
});

describe('so many a week', () => {
  const pace = '... on JoiningPace { perWeek fromDay openedThisWeek }';

  test('a steward sets the number, from a day on; a co-sponsor does not', async () => {
    expect((await nora.act('setJoiningPace', { perWeek: 3 })).__typename).toBe('NotAllowed');
    expect(await sam.act('setJoiningPace', { perWeek: 3, fromDay: '2026-01-05' }, pace)).toMatchObject({ perWeek: 3, fromDay: '2026-01-05', openedThisWeek: 0 });
    expect(await sam.act('setJoiningPace', { perWeek: 9, fromDay: '2999-01-01' }, pace)).toMatchObject({ perWeek: 3 });
    expect(await sam.act('setJoiningPace', { perWeek: 501 })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'perWeek' }] });
  });

  test('a batch opens the oldest that all three want, and leaves the others in their place', async () => {
    const [first, second, unsure, third] = [await asked({ days: 9 }), await asked({ days: 8 }), await asked({ days: 7, yes: 2 }), await asked({ days: 6 })];
    expect((await nora.act('openJoinBatch', { count: 2 }, '... on JoinBatch { opened { id } }')).opened).toEqual([{ id: first.id }, { id: second.id }]);
    expect((await sam.query(QUEUE)).joinQueue.nodes.map((node: { id: string }) => node.id)).toEqual([unsure.id, third.id]);
    expect((await first.tess.act('openJoinBatch', { count: 1 })).__typename).toBe('NotAllowed');
    expect((await nora.act('openJoinBatch', { count: 9 }, '... on JoinBatch { opened { id } }')).opened).toEqual([{ id: third.id }]);
    expect((await nora.act('openJoinBatch', { count: 9 })).__typename).toBe('Conflict');
  });

  test('a week never has more than was set, however many press at once', async () => {
    const requests = await Promise.all(Array.from({ length: 6 }, () => asked()));
    await sam.act('setJoiningPace', { perWeek: 3 });
    const answers = await Promise.all([
      ...requests.slice(0, 4).map((request, at) => [sam, nora][at % 2]?.act('openJoinRequest', { requestId: request.id })),
      sam.act('openJoinBatch', { count: 5 }),
      nora.act('openJoinBatch', { count: 5 }),
    ]);
    expect(answers.some((answer) => answer.__typename === 'Conflict')).toBe(true);
    expect(await house.db.query(`select 1 from join_request where state = 'opened'`)).toHaveLength(3);
    expect(answers.find((answer) => answer.__typename === 'Conflict')?.message).toMatch(/This week’s 3 districts are open/);
  });

  test('whoever waits reads their place and the week in which their turn comes', async () => {
    await Promise.all(Array.from({ length: 2 }, () => asked({ days: 3 })));
    const last = await asked();
    await sam.act('setJoiningPace', { perWeek: 2 });
    const { myJoinRequests } = await last.tess.query('{ myJoinRequests { place expectedWeek whatHappens } joiningPace { nextWeek } }');
    const { joiningPace } = await last.tess.query('{ joiningPace { nextWeek waiting complete } }');
    expect(joiningPace).toMatchObject({ waiting: 3, complete: 3 });
    expect(myJoinRequests[0]).toMatchObject({ place: 3, expectedWeek: joiningPace.nextWeek, whatHappens: expect.stringContaining('You are number 3 in the queue; at the present pace your turn comes in the week of Monday') });
    await sam.act('setJoiningPace', { perWeek: 3 });
    expect((await last.tess.query('{ myJoinRequests { expectedWeek } }')).myJoinRequests[0].expectedWeek < joiningPace.nextWeek).toBe(true);
  });
});

test('the desk of whoever decides shows a district only once all three want it', async () => {
  const { district } = await asked({ yes: 3 });
  await asked({ yes: 2 });
  expect((await nora.query('{ waiting { title path urgency } }')).waiting).toEqual([{ title: `${district.name} asks to join; all three leaders want it`, path: '/joining/queue', urgency: 3 }]);
  expect((await sam.query('{ waiting { urgency } }')).waiting).toEqual([{ urgency: 2 }]);
});

test('an opened seat closes the claims of others who wanted it', async () => {
  const { id, district } = await asked();
  const rival = await house.as(`rival${newId()}@home.example`, 'Rival');
  await rival.act('claimSeat', { organizationId: district.id, role: 'board_president', words: 'It is mine.' });
  await sam.act('openJoinRequest', { requestId: id });
  expect((await rival.query('{ myClaims { state } }')).myClaims).toEqual([{ state: 'declined' }]);
});
