import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JobRunner } from '@app/platform/jobs';
import { Mails } from '@app/platform/mail';
import { Accounts } from '@app/people';
import { Organizations } from '@app/organizations';
import { aConference, anOrganization, aTeam, type Convening, type Team } from '@app/conferences/testing';
import { ConferenceMaterials } from '@app/conferences';
import { type Actor, openHouse, type TestHouse } from '../../test/setup/house.js';

let house: TestHouse;
let [maple, cedar, lake] = [] as unknown as [Team, Team, Team];

beforeAll(async () => {
  house = await openHouse();
  maple = await aTeam(house, 'Maple Hollow');
  cedar = await aTeam(house, 'Cedar Ridge');
  lake = await aTeam(house, 'Lakeshore');
});
afterAll(() => house.close());

const digest = (amount = 0, unit = 'minutes') => ({ kind: 'digest', audience: 'attended', amount, unit });
const message = (conference: Convening, more: object = {}) => ({ kind: 'message', audience: 'attended', amount: 0, unit: 'minutes', fromOrganizationId: conference.sponsor, fromName: 'Eleanor Marsh', fromTitle: 'President', subject: 'One thing to do', body: 'Do **one** thing.', ...more });
const LADDER = '... on Ladder { unplanned steps { id kind state recipients dueAt } next { id } }';
const CONFERENCE = '... on Conference { id closedAt peopleCount }';

const runDue = async (): Promise<void> => {
  await house.get(JobRunner).run({ name: 'outreach.due-steps', data: {} });
  await house.settle();
};
const sentAfter = async (work: () => Promise<unknown>): Promise<{ to: string; subject: string; html: string; text: string; headers: Record<string, string> }[]> => {
  const before = house.mails.length;
  await work();
  return house.mails.slice(before);
};
const tos = (mails: { to: string }[]): string[] => mails.map(({ to }) => to).toSorted();

async function closed(facts: Parameters<typeof aConference>[1], steps: (conference: Convening) => object[]): Promise<{ conference: Convening; leader: Actor; mails: Awaited<ReturnType<typeof sentAfter>> }> {
  const conference = await aConference(house, facts);
  const leader = await house.as(conference.leader);
  expect((await leader.act('planLadder', { conferenceId: conference.id, steps: steps(conference) }, LADDER)).__typename).toBe('Ladder');
  const mails = await sentAfter(async () => {
    expect((await leader.act('closeConference', { conferenceId: conference.id }, CONFERENCE)).closedAt).toBeTruthy();
    await house.settle();
  });
  return { conference, leader, mails };
}

test('when a conference ends, each person who came gets one digest, and nobody else', async () => {
  const { mails } = await closed({ attending: [maple, cedar], absent: [lake] }, () => [digest()]);
  expect(tos(mails)).toEqual([...maple.people, ...cedar.people].toSorted());
});

test('a step that is due twice is sent once', async () => {
  const { mails } = await closed({ attending: [maple] }, () => [digest()]);
  expect(mails).toHaveLength(3);
  expect(await sentAfter(runDue)).toEqual([]);
  await house.db.query(`update ladder_step set state = 'sending', sent_at = null where state = 'sent'`);
  expect(await sentAfter(runDue)).toEqual([]);
});

test('a message goes to those who came or to those who did not, and each gets only theirs', async () => {
  const { mails } = await closed({ attending: [maple], absent: [lake] }, (it) => [message(it, { subject: 'To those who came' }), message(it, { audience: 'absent', subject: 'To those who did not' })]);
  expect(tos(mails.filter(({ subject }) => subject === 'To those who came'))).toEqual(maple.people.toSorted());
  expect(tos(mails.filter(({ subject }) => subject === 'To those who did not'))).toEqual(lake.people.toSorted());
});

test('who came with one team and was invited with another is not told that they were missed', async () => {
  const both = await aTeam(house, 'Both');
  const traveller = await house.get(Accounts).findByEmail(maple.people[0]!);
  await house.get(Organizations).seat(both.id, 'staff', traveller!.id);
  const { mails } = await closed({ attending: [maple], absent: [both] }, (it) => [message(it, { audience: 'absent' })]);
  expect(tos(mails)).toEqual(both.people.toSorted());
});

test('an observer gets no digest, and a successor gets the seat’s', async () => {
  const team = await aTeam(house, 'Changing');
  const watcher = await house.get(Accounts).ensure({ email: 'watcher@changing.example', name: 'A watcher' });
  await house.get(Organizations).seat(team.id, 'observer', watcher.id);
  const { conference, mails } = await closed({ attending: [team] }, () => [digest(), digest(1)]);
  expect(tos(mails)).toEqual(team.people.toSorted());
  const next = await house.get(Accounts).ensure({ email: 'successor@changing.example', name: 'A successor' });
  await house.db.query(`update seat set account_id = $2 where organization_id = $1 and role = 'superintendent'`, [team.id, next.id]);
  await house.db.query(`update ladder_step set due_at = now() where conference_id = $1 and state = 'planned'`, [conference.id]);
  expect(tos(await sentAfter(runDue))).toEqual([...team.people.slice(1), 'successor@changing.example'].toSorted());
});

test('whoever unsubscribed gets none, and the ledger says why', async () => {
  const team = await aTeam(house, 'Quiet');
  await house.get(Mails).stop(team.people[0]!, 'digest');
  const { conference, leader, mails } = await closed({ attending: [team] }, (it) => [digest(), message(it)]);
  expect(tos(mails.filter(({ subject }) => subject !== 'One thing to do'))).toEqual(team.people.slice(1).toSorted());
  expect(tos(mails.filter(({ subject }) => subject === 'One thing to do'))).toEqual(team.people.toSorted());
  const { mails: fates } = await house.get(Mails).why({ address: team.people[0]! });
  expect(fates.find(({ category }) => category === 'digest')).toMatchObject({ state: 'suppressed', error: 'unsubscribed' });
  const { conference: page } = await leader.query(`query($slug: String!) { conference(slug: $slug) { ladder { steps { kind recipients mails { sent withheld } } } } }`, { slug: conference.slug });
  expect(page.ladder.steps).toContainEqual({ kind: 'digest', recipients: 3, mails: { sent: 2, withheld: 1 } });
});

test('the digest of one district never carries what only another may read', async () => {
  const conference = await aConference(house, { attending: [maple, cedar] });
  const leader = await house.as(conference.leader);
  const enter = (title: string, audience: string) =>
    house.db.transaction(() => house.get(ConferenceMaterials).enter({ conferenceId: conference.id, title, link: `/library/${title.replaceAll(' ', '-')}`, note: null, audience, organizationId: null, authorId: null, at: new Date() }));
  await enter('For all who came', `conference:${conference.id}`);
  await enter('Only for Maple Hollow', `team:${maple.id}`);
  await leader.act('planLadder', { conferenceId: conference.id, steps: [digest()] }, LADDER);
  const mails = await sentAfter(async () => {
    await leader.act('closeConference', { conferenceId: conference.id }, CONFERENCE);
    await house.settle();
  });
  const of = (team: Team) => mails.filter(({ to }) => team.people.includes(to));
  expect(of(maple).every(({ html, text }) => html.includes('Only for Maple Hollow') && text.includes('Only for Maple Hollow'))).toBe(true);
  expect(of(cedar)).toHaveLength(3);
  expect(of(cedar).every(({ html }) => html.includes('For all who came') && !html.includes('Only for Maple Hollow'))).toBe(true);

  const digests = `{ myDigests(first: 1) { nodes { id forName sections { items { title } } } } }`;
  const [ours] = (await (await house.as(maple.people[0]!)).query(digests)).myDigests.nodes;
  expect(JSON.stringify(ours.sections)).toContain('Only for Maple Hollow');
  const [theirs] = (await (await house.as(cedar.people[0]!)).query(digests)).myDigests.nodes;
  expect(JSON.stringify(theirs.sections)).not.toContain('Only for Maple Hollow');
  const one = `query($id: String!) { digest(id: $id) { forName } }`;
  expect((await (await house.as(maple.people[1]!)).query(one, { id: ours.id })).digest).toEqual({ forName: 'Maple Hollow' });
  expect((await (await house.as(cedar.people[1]!)).query(one, { id: ours.id })).digest).toBeNull();
});

test('an empty digest says what comes next', async () => {
  const { mails } = await closed({ attending: [cedar] }, () => [digest(), digest(3, 'days')]);
  expect(mails[0]?.subject).toContain('The next digest comes');
  expect(mails[0]?.text).toContain('What comes next: The next digest');
});

test('hostile words in a message are shown as words', async () => {
  const body = 'Read <script>alert(1)</script> and <img src=x onerror=alert(2)> and [this](javascript:alert(3)) and ![pixel](https://evil.example/p.gif) and [that](https://good.example).';
  const { mails } = await closed({ attending: [maple] }, (it) => [message(it, { body, subject: 'Hello\r\nBcc: all@evil.example', fromName: '<b>Eve</b>' })]);
  const [mail] = mails;
  expect(mail?.subject).toBe('Hello Bcc: all@evil.example');
  for (const bad of ['<script', '<img', 'javascript:', 'evil.example/p.gif', '<b>Eve']) expect(mail?.html).not.toContain(bad);
  expect(mail?.html).toContain('https://good.example');
  expect(mail?.html).toContain('&lt;b&gt;Eve');
});

test('only those behind a conference plan what comes after it, and only in their own leader’s name', async () => {
  const conference = await aConference(house, { attending: [maple] });
  const other = await anOrganization(house, 'co_sponsor');
  await house.db.query(`insert into conference_sponsor (conference_id, organization_id, part) values ($1, $2, 'co_sponsor')`, [conference.id, other]);
  const plan = (actor: Actor, step: object) => actor.act('planLadder', { conferenceId: conference.id, steps: [step] }, LADDER);
  expect((await plan(await house.as(maple.people[0]!), digest())).__typename).toBe('NotAllowed');
  const leader = await house.as(conference.leader);
  expect(await plan(leader, message({ ...conference, sponsor: other }))).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'fromOrganizationId' }] });
  const planned = await plan(leader, message(conference, { amount: 3, unit: 'days' }));
  expect(planned.steps).toHaveLength(1);

  const second = await house.get(Accounts).ensure({ email: 'second@other.example', name: 'Second' });
  await house.get(Organizations).seat(other, 'representative', second.id);
  const stepId = planned.steps[0].id;
  expect((await (await house.as('second@other.example')).act('removeStep', { stepId }, LADDER)).__typename).toBe('NotAllowed');
  expect((await (await house.as('second@other.example')).query(`query($id: String!) { messagePreview(stepId: $id) { html } }`, { id: stepId })).messagePreview).toBeNull();
  expect((await leader.query(`query($id: String!) { messagePreview(stepId: $id) { subject html } }`, { id: stepId })).messagePreview).toMatchObject({ subject: 'One thing to do' });
  expect((await plan(await house.as('second@other.example'), digest(2))).__typename).toBe('Ladder');
  expect((await leader.act('removeStep', { stepId }, LADDER)).steps).toHaveLength(1);
});

test('a step that has been sent cannot be changed; one still ahead can', async () => {
  const { leader, conference } = await closed({ attending: [maple] }, () => [digest(), digest(2, 'weeks')]);
  const { conference: page } = await leader.query(`query($slug: String!) { conference(slug: $slug) { ladder { steps { id state } } } }`, { slug: conference.slug });
  const [sent, ahead] = page.ladder.steps;
  expect([sent.state, ahead.state]).toEqual(['sent', 'planned']);
  expect((await leader.act('editStep', { stepId: sent.id, step: digest(5, 'days') }, LADDER)).__typename).toBe('Conflict');
  expect((await leader.act('editStep', { stepId: ahead.id, step: digest(5, 'days') }, LADDER)).steps[1].id).toBe(ahead.id);
});

test('sponsors are told while nothing is planned, and no longer once it is', async () => {
  const conference = await aConference(house, { startsAt: new Date(Date.now() + 3 * 86_400_000), endsAt: new Date(Date.now() + 4 * 86_400_000) });
  const leader = await house.as(conference.leader);
  const waiting = async () => (await leader.query(`{ waiting { key urgency } }`)).waiting;
  expect(await waiting()).toEqual([{ key: `outreach.unplanned:${conference.id}`, urgency: 1 }]);
  await leader.act('planLadder', { conferenceId: conference.id, steps: [digest()] }, LADDER);
  expect(await waiting()).toEqual([]);
  expect((await (await house.as(maple.people[0]!)).query(`{ waiting { key } }`)).waiting.filter(({ key }: { key: string }) => key.startsWith('outreach'))).toEqual([]);
});
