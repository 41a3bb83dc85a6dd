import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Conferences } from '@app/conferences';
import { Notifications } from '@app/notifications';
import { Organizations, type SeatRole } from '@app/organizations';
import { anOrganization } from '@app/organizations/testing';
import { Confirmations } from '@app/people';
import { signs } from '@app/signatures/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { caseStudySection } from './case-studies.digest.js';
import { caseStudySubject, reportableCaseStudy } from './case-studies.moderation.js';
import { caseStudySource } from './case-studies.search.js';
import { caseStudiesBrief } from './case-studies.succession.js';

const STUDY =
  '... on CaseStudy { id slug title state context process tools outcomes how revision writer { name } assigner { name } returnedWords retireReason publishedAt conference { title } approvals { organizationName } acts { open { id text } standing { id } } viewerCan { write offer reassign sendBack approve retire revise } version revises { slug } next { slug state } former { number title actId } }';
const PARTS = {
  context: 'Seven buildings, four thousand students, one principal for thirty visits.',
  process: 'Four pairs tried it for a year before the contract took it up.',
  tools: 'One page with six questions, filled in before the two talk.',
  outcomes: 'They differed in a third of the visits at first, in one of nine later.',
  how: 'It began at a lunch to which both had brought their worst case. It was the same teacher. Neither could have said so at the table.',
};

let house: TestHouse;
let district: Loose;
let [dana, luis, ana, staff, observer, stranger, nora, marcus, watcher]: Actor[] = [];
const who = (actor: Actor | undefined): Actor => actor as Actor;

beforeAll(async () => {
  house = await openHouse();
  district = await anOrganization(house.get, { name: 'Maple Hollow', slug: 'maple-cs' });
  const [other, forum, alliance] = [await anOrganization(house.get, { name: 'Elsewhere' }), await anOrganization(house.get, { name: 'A Forum', kind: 'co_sponsor' }), await anOrganization(house.get, { name: 'An Alliance', kind: 'co_sponsor' })];
  const seated = async (name: string, role: SeatRole, organizationId: string): Promise<Actor> => {
    const actor = await house.as(`${name.split(' ')[0]?.toLowerCase()}@case.example`, name);
    await house.get(Organizations).seat(organizationId, role, actor.accountId ?? '');
    return actor;
  };
  dana = await seated('Dana Whitfield', 'superintendent', district.id);
  luis = await seated('Luis Ortega', 'board_president', district.id);
  ana = await seated('Ana Brandt', 'labor_leader', district.id);
  staff = await seated('Ines Calloway', 'staff', district.id);
  observer = await seated('Frank Deluca', 'observer', district.id);
  stranger = await seated('Otto Grimm', 'superintendent', other.id);
  nora = await seated('Nora Hale', 'representative', forum.id);
  marcus = await seated('Marcus Dell', 'representative', alliance.id);
  watcher = await seated('Wanda Ives', 'observer', forum.id);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.settle();
  await house.db.query(`delete from attempt`);
  house.mails.length = 0;
});

const assign = (actor: Actor | undefined, writer: Actor | undefined, more: Record<string, unknown> = {}): Promise<Loose> =>
  who(actor).act('assignCaseStudy', { districtId: district.id, writerId: who(writer).accountId, title: 'Two observers in one room', principles: [5], ...more }, STUDY);
const write = (actor: Actor | undefined, study: Loose, more: Record<string, unknown> = {}): Promise<Loose> =>
  who(actor).act('writeCaseStudy', { caseStudyId: study.id, title: study.title, principles: [5], revision: study.revision, ...PARTS, ...more }, STUDY);
const step = (actor: Actor | undefined, verb: string, study: Loose, more: Record<string, unknown> = {}): Promise<Loose> => who(actor).act(verb, { caseStudyId: study.id, ...more }, STUDY);
const read = async (actor: Actor | undefined, slug: string): Promise<Loose> => (await who(actor).query(`query($slug: String!) { caseStudy(slug: $slug) { __typename ${STUDY} } }`, { slug })).caseStudy;
const REASON = 'The contract of this year has no word of it any more.';

/** A case study that is offered to the district, and the act that waits. */
async function offered(): Promise<{ study: Loose; actId: string }> {
  const study = await write(stranger, await assign(nora, stranger));
  await step(stranger, 'offerCaseStudy', study);
  const { acts } = await read(dana, study.slug);
  return { study, actId: acts.open.id };
}

async function confirmed(): Promise<Loose> {
  const { study, actId } = await offered();
  for (const actor of [dana, luis, ana]) await signs(house, who(actor).accountId ?? '', actId);
  return read(dana, study.slug);
}

test('a case study is asked for, written, signed by its district, approved, and then read by everybody', async () => {
  const begun = await assign(nora, stranger);
  expect(begun).toMatchObject({ __typename: 'CaseStudy', state: 'draft', writer: { name: 'Otto Grimm' }, assigner: { name: 'A Forum' } });
  await house.settle();
  expect(house.mails.map((mail) => `${mail.to}: ${mail.subject}`)).toEqual(['otto@case.example: You are asked to write about Maple Hollow']);
  const written = await write(stranger, begun);
  const { state } = await step(stranger, 'offerCaseStudy', written);
  expect(state).toBe('confirming');
  const { acts } = await read(dana, begun.slug);
  expect(acts.open.text).toContain('How it came about\nIt began at a lunch');
  for (const actor of [dana, luis]) await signs(house, who(actor).accountId ?? '', acts.open.id);
  expect((await read(dana, begun.slug)).state).toBe('confirming');
  await signs(house, who(ana).accountId ?? '', acts.open.id);
  expect(await read(house.visitor, begun.slug)).toBeNull();
  expect(await read(marcus, begun.slug)).toMatchObject({ state: 'confirmed', viewerCan: { approve: true } });
  expect(await step(marcus, 'approveCaseStudy', written)).toMatchObject({ state: 'published', approvals: [{ organizationName: 'An Alliance' }] });
  expect(await read(house.visitor, begun.slug)).toMatchObject({ state: 'published', writer: null, how: PARTS.how, acts: { standing: { id: acts.open.id } } });
  await house.settle();
  const { search } = await house.visitor.query(`{ search(filter: { text: "worst case lunch" }) { nodes { kind path } } }`);
  expect(search.nodes).toEqual([{ kind: 'case-study', path: `/case-studies/${begun.slug}` }]);
});

test('who has one written: the district and co-sponsors, for a writer who holds a seat', async () => {
  for (const actor of [observer, stranger, watcher]) expect((await assign(actor, staff)).__typename).toBe('NotAllowed');
  for (const actor of [dana, staff, nora]) expect((await assign(actor, staff)).__typename).toBe('CaseStudy');
  expect(await assign(dana, observer)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'writerId' }] });
  const nobody = await house.as('nobody@case.example', 'No Seat');
  expect(await assign(dana, nobody)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'writerId' }] });
  expect((await who(dana).query(`query($id: ID!) { possibleWriters(districtId: $id) { name } }`, { id: district.id })).possibleWriters.map((one: Loose) => one.name)).toEqual(['Ana Brandt', 'Dana Whitfield', 'Ines Calloway', 'Luis Ortega']);
  expect((await who(stranger).query(`query($id: ID!) { possibleWriters(districtId: $id) { name } }`, { id: district.id })).possibleWriters).toEqual([]);
});

test('a draft is written by its writer alone, and read by those concerned', async () => {
  const study = await assign(nora, stranger, { title: 'Canary of the draft' });
  for (const actor of [dana, nora, marcus]) expect((await write(actor, study)).__typename).toBe('NotAllowed');
  const written = await write(stranger, study);
  expect(written.how).toBe(PARTS.how);
  expect(await write(stranger, study)).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('another window') });
  for (const actor of [stranger, dana, observer, nora, watcher]) expect(await read(actor, study.slug)).not.toBeNull();
  for (const actor of [house.visitor, marcus]) {
    expect(await read(actor, study.slug)).toBeNull();
    expect(JSON.stringify(await who(actor).query('{ caseStudies { nodes { title } } }'))).not.toContain('Canary');
  }
  expect(JSON.stringify(await who(marcus).query('{ caseStudiesUnderWay { title } }'))).not.toContain('Canary');
  expect(JSON.stringify(await who(dana).query('{ caseStudiesUnderWay { title } }'))).toContain('Canary');
  expect(await caseStudySource.read(house.get, [study.id])).toEqual([]);
  expect(await caseStudySubject.find(house.get, await house.viewerOf(who(dana)), study.id)).toBeNull();
});

test('somebody else can be asked, and it can be given up, by whoever asked for it', async () => {
  const study = await assign(nora, stranger);
  for (const verb of ['reassignCaseStudy', 'closeCaseStudy']) expect((await step(dana, verb, study, verb === 'reassignCaseStudy' ? { writerId: who(staff).accountId } : {})).__typename).toBe('NotAllowed');
  expect(await step(nora, 'reassignCaseStudy', study, { writerId: who(staff).accountId })).toMatchObject({ writer: { name: 'Ines Calloway' } });
  expect((await write(stranger, study)).__typename).toBe('NotAllowed');
  expect((await step(nora, 'closeCaseStudy', study)).state).toBe('closed');
  expect((await write(staff, { ...study, revision: 1 })).__typename).toBe('Conflict');
});

test('it is offered when every part is told, how it came about above all', async () => {
  const study = await write(stranger, await assign(nora, stranger), { how: 'It just happened.', tools: '' });
  expect(await step(stranger, 'offerCaseStudy', study)).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'tools' }, { field: 'how' }] });
  expect((await step(dana, 'offerCaseStudy', study)).__typename).toBe('NotAllowed');
  const whole = await write(stranger, study);
  expect((await step(stranger, 'offerCaseStudy', whole)).state).toBe('confirming');
  expect((await write(stranger, whole)).__typename).toBe('Conflict');
});

test('the district sends it back with a word, or takes the text back on its page: it is a draft again, and its writer is told', async () => {
  const { study, actId } = await offered();
  for (const actor of [observer, nora, stranger]) expect((await step(actor, 'sendBackCaseStudy', study, { words: 'Please name the cost.' })).__typename).toMatch(/NotAllowed/);
  await house.settle();
  house.mails.length = 0;
  expect(await step(staff, 'sendBackCaseStudy', study, { words: 'Please name what it cost us.' })).toMatchObject({ state: 'draft', returnedWords: 'Please name what it cost us.' });
  expect((await who(dana).query(`query($id: ID!) { jointAct(id: $id) { state } }`, { id: actId })).jointAct.state).toBe('retracted');
  await house.settle();
  expect(house.mails.map((mail) => `${mail.to}: ${mail.subject}`)).toEqual(['otto@case.example: Maple Hollow sends “Two observers in one room” back']);
  expect((await step(staff, 'sendBackCaseStudy', study, { words: 'Please name what it cost us.' })).__typename).toBe('Conflict');
  const second = await offered();
  expect((await who(dana).act('retractJointAct', { actId: second.actId, reason: 'Not now.' })).__typename).toBe('JointAct');
  await house.settle();
  expect(await read(stranger, second.study.slug)).toMatchObject({ state: 'draft', returnedWords: 'Not now.', viewerCan: { write: true } });
});

test('who approves: co-sponsors, once the district has signed, and nobody what they wrote themselves', async () => {
  const { study } = await offered();
  expect((await step(nora, 'approveCaseStudy', study)).__typename).toBe('Conflict');
  expect((await step(marcus, 'approveCaseStudy', study)).__typename).toBe('NotAllowed');
  const ready = await confirmed();
  for (const actor of [dana, watcher, stranger]) expect((await step(actor, 'approveCaseStudy', ready)).__typename).toBe('NotAllowed');
  expect((await step(nora, 'approveCaseStudy', ready)).state).toBe('published');
  expect((await step(nora, 'approveCaseStudy', ready)).approvals).toHaveLength(1);
  expect((await step(marcus, 'approveCaseStudy', ready)).approvals).toHaveLength(2);
  const own = await write(nora, await assign(nora, nora));
  await step(nora, 'offerCaseStudy', own);
  const { acts } = await read(dana, own.slug);
  for (const actor of [dana, luis, ana]) await signs(house, who(actor).accountId ?? '', acts.open.id);
  expect((await step(nora, 'approveCaseStudy', own)).__typename).toBe('NotAllowed');
  expect((await step(marcus, 'approveCaseStudy', own)).state).toBe('published');
});

test('a co-sponsor takes its approval back with a word of why that everybody reads; it stays out, and can be approved again', async () => {
  const TAKEN = '... on CaseStudy { state approvals { organizationName } unapprovals { organizationName reason } viewerCan { unapproveFor { name } approveFor { name } } }';
  const study = await confirmed();
  const back = (actor: Actor | undefined, more: Record<string, unknown> = {}): Promise<Loose> => who(actor).act('unapproveCaseStudy', { caseStudyId: study.id, reason: REASON, ...more }, TAKEN);
  expect((await back(nora)).__typename).toBe('Conflict');
  await step(nora, 'approveCaseStudy', study);
  await step(marcus, 'approveCaseStudy', study);
  for (const actor of [dana, watcher, stranger]) expect((await back(actor)).__typename).toBe('NotAllowed');
  expect(await back(nora, { reason: 'No.' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'reason' }] });
  expect(await back(nora)).toMatchObject({ state: 'published', approvals: [{ organizationName: 'An Alliance' }], unapprovals: [{ organizationName: 'A Forum', reason: REASON }], viewerCan: { unapproveFor: [], approveFor: [{ name: 'A Forum' }] } });
  expect((await back(nora)).__typename).toBe('NotAllowed');
  expect(await back(marcus)).toMatchObject({ state: 'published', approvals: [], unapprovals: [{ organizationName: 'A Forum' }, { organizationName: 'An Alliance' }] });
  const seen = (await house.visitor.query(`query($slug: String!) { caseStudy(slug: $slug) { state unapprovals { organizationName reason } viewerCan { unapproveFor { name } approveFor { name } } } }`, { slug: study.slug })).caseStudy;
  expect(seen).toMatchObject({ state: 'published', unapprovals: [{ organizationName: 'A Forum', reason: REASON }, {}], viewerCan: { unapproveFor: [], approveFor: [] } });
  await step(nora, 'approveCaseStudy', study);
  expect((await house.visitor.query(`query($slug: String!) { caseStudy(slug: $slug) { approvals { organizationName } unapprovals { organizationName } } }`, { slug: study.slug })).caseStudy).toEqual({ approvals: [{ organizationName: 'A Forum' }], unapprovals: [{ organizationName: 'An Alliance' }] });
});

test('its writer hears that it is out and that it is retired, its district that an approval was taken back; nobody else hears', async () => {
  const study = await confirmed();
  const told = async (): Promise<string[]> => {
    await house.settle();
    const all = house.mails.map((mail) => `${mail.to.split('@')[0]}: ${mail.subject}`).sort();
    house.mails.length = 0;
    return all;
  };
  await told();
  await step(nora, 'approveCaseStudy', study);
  expect(await told()).toEqual(['otto: “Two observers in one room” is out']);
  await step(marcus, 'approveCaseStudy', study);
  expect(await told()).toEqual([]);
  await step(nora, 'unapproveCaseStudy', study, { reason: REASON });
  await house.settle();
  expect(house.mails.map((mail) => mail.text)).toEqual(Array(4).fill(expect.stringContaining(REASON)));
  expect(await told()).toEqual(['ana', 'dana', 'luis', 'otto'].map((name) => `${name}: A Forum has taken back its approval of “Two observers in one room”`));
  await step(staff, 'retireCaseStudy', study, { reason: REASON });
  expect(await told()).toEqual(['otto: Maple Hollow no longer stands by “Two observers in one room”']);
});

test('whoever speaks for two co-sponsors approves for each of them', async () => {
  const both = await house.as('both@case.example', 'Bea Both');
  const [one, two] = [await anOrganization(house.get, { name: 'First Council', kind: 'co_sponsor' }), await anOrganization(house.get, { name: 'Second Council', kind: 'co_sponsor' })];
  for (const { id } of [one, two]) await house.get(Organizations).seat(id, 'representative', both.accountId ?? '');
  const study = await confirmed();
  expect(await step(both, 'approveCaseStudy', study, { organizationId: two.id })).toMatchObject({ approvals: [{ organizationName: 'Second Council' }], viewerCan: { approve: true } });
  expect(await step(both, 'approveCaseStudy', study)).toMatchObject({ approvals: [{ organizationName: 'Second Council' }, { organizationName: 'First Council' }], viewerCan: { approve: false } });
});

test('the district retires it with a reason that everybody reads; a signature taken back does the same', async () => {
  const study = await confirmed();
  await step(nora, 'approveCaseStudy', study);
  for (const actor of [observer, nora, stranger]) expect((await step(actor, 'retireCaseStudy', study, { reason: REASON })).__typename).toBe('NotAllowed');
  expect(await step(staff, 'retireCaseStudy', study, { reason: 'No.' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'reason' }] });
  expect((await step(staff, 'retireCaseStudy', study, { reason: REASON })).state).toBe('retired');
  expect((await step(staff, 'retireCaseStudy', study, { reason: REASON })).__typename).toBe('Conflict');
  expect(await read(house.visitor, study.slug)).toMatchObject({ state: 'retired', retireReason: REASON, how: PARTS.how });
  const second = await confirmed();
  await house.settle();
  house.mails.length = 0;
  const { jointAct } = await who(ana).query(`query($id: ID!) { jointAct(id: $id) { seats { id } } }`, { id: second.acts.standing.id });
  const { challengeId } = await who(ana).act('requestSigningCode', { seatId: jointAct.seats[2].id }, '... on CodeSent { challengeId }');
  const code = house.get(Confirmations).codeOf(challengeId);
  await who(ana).act('withdrawSignature', { seatId: jointAct.seats[2].id, reason: 'It tells only half of it.', challengeId, code });
  expect(await read(dana, second.slug)).toMatchObject({ state: 'retired', retireReason: 'It tells only half of it.' });
});

test('the last signature and the sending back at the same moment leave one state', async () => {
  for (let round = 0; round < 4; round++) {
    await house.db.query(`delete from attempt`);
    const { study, actId } = await offered();
    for (const actor of [dana, luis]) await signs(house, who(actor).accountId ?? '', actId);
    const [signed, back] = await Promise.allSettled([signs(house, who(ana).accountId ?? '', actId), step(staff, 'sendBackCaseStudy', study, { words: 'Please name what it cost us.' })]);
    const { state } = await read(dana, study.slug);
    const act = (await who(dana).query(`query($id: ID!) { jointAct(id: $id) { state } }`, { id: actId })).jointAct.state;
    expect([`${state} ${act}`]).toEqual([signed.status === 'fulfilled' ? 'confirmed complete' : 'draft retracted']);
    expect(back.status === 'fulfilled' && back.value.__typename).toBe(signed.status === 'fulfilled' ? 'Conflict' : 'CaseStudy');
  }
});

test('what a district handed out at a conference becomes the first draft, and nothing that its asker may not read', async () => {
  const { id: sponsorId } = await anOrganization(house.get, { name: 'A Host', kind: 'co_sponsor' });
  const conferenceId = await house.db.transaction(async () => {
    const made = await house.get(Conferences).insert({ title: 'Ridgeline', city: 'Springfield', state: 'IL', zone: 'America/Chicago', theme: 'Peers', summary: null, starts: '2097-03-04T09:00', ends: '2097-03-05T15:00' });
    await house.get(Conferences).sponsor(made, sponsorId, []);
    return made;
  });
  const material = (title: string, organizationId: string, audience: string): Promise<unknown> =>
    house.db.query(`insert into conference_material (id, conference_id, title, link, note, audience, organization_id) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`, [conferenceId, title, `https://example.org/${title.replaceAll(' ', '-')}`, `Noted on ${title}`, audience, organizationId]);
  await material('Slides of the breakout', district.id, 'public');
  await material('Canary sheet', district.id, `conference:${conferenceId}`);
  await material('The program', sponsorId, 'public');
  const study = await assign(nora, stranger, { conferenceId });
  expect(study).toMatchObject({ conference: { title: 'Ridgeline' }, process: 'Slides of the breakout: Noted on Slides of the breakout', tools: 'Slides of the breakout: https://example.org/Slides-of-the-breakout', how: '' });
  expect(study.context).toBe('Maple Hollow showed its work at Ridgeline in Springfield, IL, 2097-03-04 to 2097-03-05.\nThe theme there: Peers.');
  expect(await assign(nora, stranger, { conferenceId: district.id })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'conferenceId' }] });
  expect(await assign(nora, stranger, { conferenceId, materialIds: [district.id] })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'materialIds' }] });
});

test('what those who came noted goes into the first draft, each note with its source line; only what the asker may read', async () => {
  const { id: sponsorId } = await anOrganization(house.get, { name: 'Another Host', kind: 'co_sponsor' });
  const host = await house.as('host@case.example', 'Hana Moore');
  await house.get(Organizations).seat(sponsorId, 'representative', host.accountId ?? '');
  const conferenceId = await house.db.transaction(async () => {
    const made = await house.get(Conferences).insert({ title: 'Lakeside', city: 'Springfield', state: 'IL', zone: 'America/Chicago', theme: null, summary: null, starts: '2097-03-04T09:00', ends: '2097-03-05T15:00' });
    await house.get(Conferences).sponsor(made, sponsorId, []);
    return made;
  });
  await house.db.query(`insert into conference_team (conference_id, organization_id, status, presenting) values ($1, $2, 'attending', true)`, [conferenceId, district.id]);
  const note = await host.act('noteAtConference', { conferenceId, organizationId: district.id, body: 'They differed in a third of the visits at first.', revision: 0 }, '... on ConferenceNote { id }');
  const study = await assign(host, host, { conferenceId });
  expect(study.process).toMatch(/^They differed in a third of the visits at first\.\n\(Noted by Hana Moore, Another Host, at Lakeside, .+\.\)$/);
  expect((await assign(host, host, { conferenceId, noteIds: [] })).process).toBe('');
  expect((await assign(dana, staff, { conferenceId, noteIds: [note.id] })).process).toContain('Noted by Hana Moore');
  expect((await assign(nora, stranger, { conferenceId })).process).toBe('');
  expect(await assign(nora, stranger, { conferenceId, noteIds: [note.id] })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'noteIds' }] });
  await house.db.query(`update conference_note set hidden_at = now(), hidden_reason = 'It names a student.' where id = $1`, [note.id]);
  expect((await assign(host, host, { conferenceId })).process).toBe('');
});

test('what did not fit into the first draft is kept for its writer and whoever asked, for nobody else, and until it is out', async () => {
  const conferenceId = await house.db.transaction(() => house.get(Conferences).insert({ title: 'Hilltop', city: 'Springfield', state: 'IL', zone: 'America/Chicago', theme: null, summary: null, starts: '2097-03-04T09:00', ends: '2097-03-05T15:00' }));
  const { id: hostId } = await anOrganization(house.get, { name: 'A Third Host', kind: 'co_sponsor' });
  await house.db.transaction(() => house.get(Conferences).sponsor(conferenceId, hostId, []));
  for (const name of ['a', 'b', 'c']) await house.db.query(`insert into conference_material (id, conference_id, title, link, note, audience, organization_id) values (gen_random_uuid(), $1, $2, $3, null, 'public', $4)`, [conferenceId, `Slides ${name}`, `https://example.org/${name.repeat(1400)}`, district.id]);
  const left = async (actor: Actor | undefined, slug: string): Promise<string[] | undefined> => (await who(actor).query(`query($slug: String!) { caseStudy(slug: $slug) { leftOut { part text } } }`, { slug })).caseStudy?.leftOut.map((one: Loose) => `${one.part} ${one.text.slice(0, 8)}`);
  const study = await assign(nora, stranger, { conferenceId });
  for (const actor of [stranger, nora]) expect(await left(actor, study.slug)).toEqual(['tools Slides c']);
  for (const actor of [dana, watcher]) expect(await left(actor, study.slug)).toEqual([]);
  await write(stranger, study);
  await step(stranger, 'offerCaseStudy', study);
  const { acts } = await read(dana, study.slug);
  for (const actor of [dana, luis, ana]) await signs(house, who(actor).accountId ?? '', acts.open.id);
  await step(marcus, 'approveCaseStudy', study);
  expect((await house.db.one(`select left_out from case_study where id = $1`, [study.id]))).toEqual({ left_out: [] });
});

test('what is out gets a new version: the former stays readable until the district has signed anew and a co-sponsor has approved', async () => {
  const study = await confirmed();
  await step(nora, 'approveCaseStudy', study);
  await step(marcus, 'approveCaseStudy', study);
  await step(marcus, 'unapproveCaseStudy', study, { reason: REASON });
  const disowned = async (): Promise<Loose> => (await house.visitor.query(`query($slug: String!) { caseStudy(slug: $slug) { unapprovals { organizationName } } }`, { slug: study.slug })).caseStudy.unapprovals;
  const input = { caseStudyId: study.id, writerId: who(staff).accountId };
  for (const actor of [stranger, observer, watcher]) expect((await who(actor).act('reviseCaseStudy', input)).__typename).toBe('NotAllowed');
  const next = await who(dana).act('reviseCaseStudy', input, STUDY);
  expect(next).toMatchObject({ state: 'draft', version: 2, how: PARTS.how, writer: { name: 'Ines Calloway' }, revises: { slug: study.slug } });
  expect((await who(nora).act('reviseCaseStudy', input)).__typename).toBe('Conflict');
  await house.settle();
  expect(house.mails.map((mail) => `${mail.to}: ${mail.subject}`)).toContain('ines@case.example: You are asked to write a new version of “Two observers in one room”');
  // Who has a part in it sees that it is under way; for others there is nothing.
  expect(await read(dana, study.slug)).toMatchObject({ next: { slug: next.slug, state: 'draft' }, viewerCan: { revise: false } });
  expect(await read(house.visitor, study.slug)).toMatchObject({ next: null, former: [] });
  for (const actor of [house.visitor, stranger]) expect(await read(actor, next.slug)).toBeNull();
  await write(staff, next, { title: 'Two observers, five years on', how: `${PARTS.how} Five years later nobody remembers it otherwise.` });
  await step(staff, 'offerCaseStudy', next);
  const { acts } = await read(dana, next.slug);
  for (const actor of [dana, luis, ana]) await signs(house, who(actor).accountId ?? '', acts.open.id);
  expect(await read(house.visitor, study.slug)).toMatchObject({ title: 'Two observers in one room', how: PARTS.how, version: 1, approvals: [{}] });
  expect(await step(nora, 'approveCaseStudy', next)).toMatchObject({ slug: study.slug, title: 'Two observers, five years on', version: 2, approvals: [{ organizationName: 'A Forum' }] });
  const out = await read(house.visitor, study.slug);
  expect(out).toMatchObject({ id: study.id, state: 'published', former: [{ number: 1, title: 'Two observers in one room', actId: study.acts.standing.id }], acts: { standing: { id: acts.open.id } } });
  expect(out.how).toContain('Five years later');
  expect(await disowned()).toEqual([]);
  // The words that stood before stay in their record; the new version has no page beside the one whose place it took.
  expect((await house.visitor.query(`query($id: ID!) { jointAct(id: $id) { text } }`, { id: study.acts.standing.id })).jointAct.text).toContain(PARTS.how);
  expect(await read(house.visitor, next.slug)).toBeNull();
  await house.settle();
  const { search } = await house.visitor.query(`{ search(filter: { text: "five years on" }) { nodes { path } } }`);
  expect(search.nodes[0].path).toBe(`/case-studies/${study.slug}`);
  expect(search.nodes.map((node: Loose) => node.path)).not.toContain(`/case-studies/${next.slug}`);
  // Hidden by a steward, nothing that was signed of it stays readable.
  await reportableCaseStudy.takeDown(house.get, study.id, 'It names a student.');
  for (const id of [acts.open.id, study.acts.standing.id]) expect((await house.visitor.query(`query($id: ID!) { jointAct(id: $id) { id } }`, { id })).jointAct).toBeNull();
  await reportableCaseStudy.restore(house.get, study.id);
  // A signature of the new version taken back retires what is out; one of the former no longer touches it.
  const { jointAct } = await who(ana).query(`query($id: ID!) { jointAct(id: $id) { seats { id } } }`, { id: acts.open.id });
  const { challengeId } = await who(ana).act('requestSigningCode', { seatId: jointAct.seats[2].id }, '... on CodeSent { challengeId }');
  await who(ana).act('withdrawSignature', { seatId: jointAct.seats[2].id, reason: 'It tells only half of it.', challengeId, code: house.get(Confirmations).codeOf(challengeId) });
  expect(await read(house.visitor, study.slug)).toMatchObject({ state: 'retired', retireReason: 'It tells only half of it.' });
});

test('a new version of what has been taken down or retired in the meantime takes no place', async () => {
  const study = await confirmed();
  await step(nora, 'approveCaseStudy', study);
  const next = await who(nora).act('reviseCaseStudy', { caseStudyId: study.id, writerId: who(stranger).accountId }, STUDY);
  await step(stranger, 'offerCaseStudy', next);
  const { acts } = await read(dana, next.slug);
  for (const actor of [dana, luis, ana]) await signs(house, who(actor).accountId ?? '', acts.open.id);
  for (const away of [() => reportableCaseStudy.takeDown(house.get, study.id, 'It names a student.'), () => step(staff, 'retireCaseStudy', study, { reason: REASON })]) {
    await away();
    expect((await step(marcus, 'approveCaseStudy', next)).__typename).toBe('Conflict');
    await reportableCaseStudy.restore(house.get, study.id);
  }
  expect(await read(house.visitor, study.slug)).toMatchObject({ state: 'retired', version: 1 });
  expect((await step(staff, 'retireCaseStudy', next, { reason: REASON })).state).toBe('retired');
  expect(await read(house.visitor, next.slug)).toBeNull();
});

test('it is told in digests, briefs and lists of what waits, to those it concerns; a steward’s word takes it out of all', async () => {
  const waiting = async (actor: Actor | undefined): Promise<string[]> => (await house.get(Notifications).waitingFor(await house.viewerOf(who(actor)))).map((item) => item.key.split(':')[0] ?? '');
  const draft = await assign(nora, staff);
  expect(await waiting(staff)).toContain('case-studies.draft');
  await step(nora, 'closeCaseStudy', draft);
  const study = await confirmed();
  expect(await waiting(marcus)).toContain('case-studies.confirmed');
  for (const actor of [dana, watcher]) expect(await waiting(actor)).not.toContain('case-studies.confirmed');
  await reportableCaseStudy.takeDown(house.get, study.id, 'It names a student.');
  expect(JSON.stringify([await house.get(Notifications).waitingFor(await house.viewerOf(who(marcus))), await reportableCaseStudy.restore(house.get, study.id)])).not.toContain(study.slug);
  const since = (await house.db.one<{ now: Date }>(`select clock_timestamp() as now`))?.now ?? new Date();
  await step(marcus, 'approveCaseStudy', study);
  const { id: reader } = await anOrganization(house.get);
  const digest = async (): Promise<string[]> => ((await caseStudySection.read(house.get, { districts: [{ organizationId: reader, keys: ['public'] }], since, conferenceId: null })).get(reader) ?? []).map((item) => item.path ?? '');
  expect(await digest()).toEqual([`/case-studies/${study.slug}`]);
  const inBrief = async (): Promise<boolean> => JSON.stringify(await caseStudiesBrief.read(house.get, await house.viewerOf(who(dana)), district.id)).includes(study.slug);
  expect(await inBrief()).toBe(true);
  await reportableCaseStudy.takeDown(house.get, study.id, 'It names a student.');
  expect([await digest(), await inBrief()]).toEqual([[], false]);
  expect(await read(dana, study.slug)).toBeNull();
  expect(await read(stranger, study.slug)).not.toBeNull();
  expect((await house.visitor.query(`query($id: ID!) { jointAct(id: $id) { id } }`, { id: study.acts.standing.id })).jointAct).toBeNull();
  await reportableCaseStudy.restore(house.get, study.id);
  expect(await read(house.visitor, study.slug)).not.toBeNull();
});
