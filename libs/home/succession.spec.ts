import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JobRunner } from '@app/platform/jobs';
import { aConference, aTeam, type Team } from '@app/conferences/testing';
import { aMentor } from '@app/mentoring/testing';
import { Resources } from '@app/resources';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';

let house: TestHouse;
let maple: Team;
let cedar: Team;
let mentorId: string;
let [dana, ruth]: Actor[] = [];
let threadId: string;
let linkId: string;
const SUCCESSOR = 'nia@home.example';

/** One story: a superintendent writes, asks, shares and comes to a conference; then she hands her seat over. */
beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, 'Maple Hollow');
  cedar = await aTeam(house, 'Cedar Ridge');
  mentorId = await aMentor(house, { superintendent: 'gloria@harbor.example' }, { name: 'Harbor Point' });
  [dana, ruth] = [await house.as(maple.people[0] ?? ''), await house.as(cedar.people[0] ?? '')];
  threadId = (await dana!.act('openThread', { title: 'When does your year begin?', body: 'Ours begins *in August*.', audience: 'members' }, '... on Thread { id }')).id;
  await dana!.act('openThread', { title: 'Among ourselves', body: 'Only for us.', audience: `team:${maple.id}` });
  linkId = (await dana!.act('askForMentoring', { mentorId, words: 'We begin with evaluation.' }, '... on MentoringLink { id }')).id;
  const conference = await aConference(house, { attending: [maple] });
  const leader = await house.as(conference.leader);
  const digest = (amount: number) => ({ kind: 'digest', audience: 'attended', amount, unit: 'minutes' });
  await leader.act('planLadder', { conferenceId: conference.id, steps: [digest(0), digest(30)] });
  await leader.act('closeConference', { conferenceId: conference.id });
  await house.settle();
});
afterAll(() => house.close());

const seatIdOf = async (actor: Actor | undefined): Promise<string> => (await house.db.one<{ id: string }>(`select id from seat where account_id = $1`, [actor?.accountId]))?.id ?? '';
const WROTE = '{ myWriting(first: 20) { nodes { kind title body organization path } } }';

async function handedOver(): Promise<Actor> {
  await dana!.act('handOverSeat', { seatId: await seatIdOf(dana), email: SUCCESSOR });
  await house.settle();
  const token = /\/handover\/([\w.-]+)/.exec(house.mails.findLast((mail) => mail.to === SUCCESSOR)?.text ?? '')?.[1];
  expect((await house.visitor.act('acceptHandover', { token, name: 'Nia Okoro' })).__typename).toBe('HandoverAccepted');
  house.mails.length = 0;
  return house.as(SUCCESSOR);
}

test('the successor goes on the same minute with all that the district has; the old holder reads their own words and writes no more', async () => {
  expect(house.mails.filter((mail) => mail.to === maple.people[0]).length).toBeGreaterThan(0);
  const nia = await handedOver();

  // Her brief, on its page and by mail.
  const { seatBrief } = await nia.query(`{ seatBrief(seatId: "${await seatIdOf(nia)}") { sections { title items { title path } } } }`);
  const titles = (seatBrief as { sections: { title: string }[] }).sections.map(({ title }) => title);
  expect(titles).toEqual(['Your team', 'Mentoring', 'Open conversations', 'What comes next']);
  const paths = (seatBrief as { sections: { items: { path: string }[] }[] }).sections.flatMap(({ items }) => items.map(({ path }) => path));
  expect(paths).toEqual(expect.arrayContaining([`/threads/${threadId}`, `/mentoring/${linkId}`]));
  await house.settle();
  expect(house.mails.find((mail) => mail.to === SUCCESSOR && mail.subject.startsWith('Your brief'))?.text).toContain('When does your year begin?');

  // She answers as the district in the thread that her predecessor opened, and hears of answers to it.
  expect(await nia.act('reply', { threadId, body: 'It begins in September now.' }, '... on Post { voice { organization { name } person { name } } }')).toMatchObject({ voice: { organization: { name: 'Maple Hollow' }, person: { name: 'Nia Okoro' } } });
  house.mails.length = 0;
  await ruth!.act('reply', { threadId, body: 'Thank you both.' });
  await house.settle();
  expect(house.mails.filter((mail) => mail.subject.includes('answered')).map((mail) => mail.to)).toEqual([SUCCESSOR]);

  // The next edition of the digest goes to her and not to him.
  house.mails.length = 0;
  await house.db.query(`update ladder_step set due_at = now() where state = 'planned'`);
  await house.get(JobRunner).run({ name: 'outreach.due-steps', data: {} });
  await house.settle();
  expect(house.mails.map((mail) => mail.to).sort()).toEqual([SUCCESSOR, maple.people[1], maple.people[2]].sort());

  // He signs in again, reads what he wrote wherever it stands, and is refused whatever he would write.
  const old = await house.as(maple.people[0] ?? '');
  const { myWriting } = await old.query(WROTE);
  expect(myWriting.nodes).toEqual([
    { kind: 'Mentoring', title: 'To Harbor Point', body: 'We begin with evaluation.', organization: 'Maple Hollow', path: null },
    { kind: 'Letter', title: 'Among ourselves', body: 'Only for us.', organization: 'Maple Hollow', path: null },
    { kind: 'Letter', title: 'When does your year begin?', body: 'Ours begins *in August*.', organization: 'Maple Hollow', path: null },
  ]);
  expect((await nia.query(WROTE)).myWriting.nodes.map(({ body }: { body: string }) => body)).toEqual(['It begins in September now.']);
  expect((await house.visitor.raw(WROTE)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  for (const [verb, input] of Object.entries({
    reply: { threadId, body: 'One more.' },
    openThread: { title: 'One more', body: 'Word.', audience: 'public' },
    askForMentoring: { mentorId, words: 'Again.' },
    editOrganization: { organizationId: maple.id, summary: 'Mine.' },
  })) {
    expect((await old.act(verb, input)).__typename).toBe('NotAllowed');
  }
  expect((await old.query(`{ thread(id: "${threadId}") { id } waiting { key } }`))).toEqual({ thread: null, waiting: [] });
  expect((await old.query('{ myTeams { id } formerSeats { role organizationName } }'))).toEqual({ myTeams: [], formerSeats: [{ role: 'superintendent', organizationName: 'Maple Hollow' }] });
});

test('what waits for the team waits for the successor', async () => {
  const nia = await house.as(SUCCESSOR);
  await ruth!.act('reply', { threadId, body: 'And when does it end?' });
  const waiting = (await nia.query('{ waiting { title } }')).waiting.map(({ title }: { title: string }) => title);
  expect(waiting).toEqual(expect.arrayContaining(['Your brief as superintendent of Maple Hollow: what is going on, and where', expect.stringMatching(/new letters? in “When does your year begin\?”/)]));
  const gloria = await house.as('gloria@harbor.example');
  await gloria.act('declineMentoring', { linkId, words: 'Not this year.' });
  expect((await nia.query('{ waiting { title } }')).waiting).toContainEqual({ title: 'Harbor Point cannot mentor you now' });
});

test('letters in a thread in which somebody wrote from the same seat before wait for their successor, also unread', async () => {
  const other = (await ruth!.act('openThread', { title: 'A second one', body: 'Words.', audience: 'members' }, '... on Thread { id }')).id;
  await ruth!.act('handOverSeat', { seatId: await seatIdOf(ruth), email: 'olaf@home.example' });
  await house.settle();
  const token = /\/handover\/([\w.-]+)/.exec(house.mails.findLast((mail) => mail.to === 'olaf@home.example')?.text ?? '')?.[1];
  await house.visitor.act('acceptHandover', { token, name: 'Olaf Berg' });
  const [olaf, nia] = [await house.as('olaf@home.example'), await house.as(SUCCESSOR)];
  await nia.act('reply', { threadId: other, body: 'To whoever sits there now.' });
  const letters = async (who: Actor): Promise<string[]> => (await who.query('{ waiting { title } }')).waiting.map(({ title }: { title: string }) => title).filter((title: string) => title.includes('A second one'));
  expect(await letters(olaf)).toEqual(['A new letter in “A second one”']);
  expect(await letters(await house.as(cedar.people[1] ?? ''))).toEqual([]);
  await olaf.act('markThreadRead', { threadId: other, number: 2 });
  expect(await letters(olaf)).toEqual([]);
});

test('what one wrote is read page by page, each piece once', async () => {
  const nia = await house.as(SUCCESSOR);
  const viewer = await house.viewerOf(nia);
  for (let at = 1; at <= 5; at++) await nia.act('reply', { threadId, body: `Letter ${at}` });
  await house.get(Resources).post(viewer, { organizationId: maple.id, form: 'text', title: 'A list', summary: 'Of dates.', body: 'First.', audience: 'members', principles: [], topics: [] } as never);
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { myWriting } = await nia.query('query ($after: String) { myWriting(first: 2, after: $after) { pageInfo { endCursor hasNextPage } nodes { title body } } }', { after });
    seen.push(...myWriting.nodes.map(({ body }: { body: string }) => body));
    [after, more] = [myWriting.pageInfo.endCursor, myWriting.pageInfo.hasNextPage];
  }
  expect(seen[0]).toBe('Of dates.\n\nFirst.');
  expect(seen.slice(1, 6)).toEqual(['Letter 5', 'Letter 4', 'Letter 3', 'Letter 2', 'Letter 1']);
  expect(new Set(seen).size).toBe(seen.length);
  expect((await nia.raw('{ myWriting(first: 2, after: "bm9uc2Vuc2U") { nodes { id } } }')).errors).toHaveLength(1);
});
