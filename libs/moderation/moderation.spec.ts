import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { Accounts } from '@app/people';
import { Organizations } from '@app/organizations';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { aNote, makeNotes, notesFeature } from './testing/notes.js';

let house: TestHouse;
let dana: Actor, ana: Actor, ruth: Actor, pete: Actor, olga: Actor, sam: Actor, kim: Actor, waits: Actor;
let maple: string, cedar: string;

async function aDistrict(name: string, seats: [string, 'superintendent' | 'labor_leader' | 'observer'][]): Promise<string> {
  const id = newId();
  await house.db.query(`insert into organization (id, kind, slug, name) values ($1, 'district', $2, $3)`, [id, `d-${id}`, name]);
  for (const [email, role] of seats) await house.get(Organizations).seat(id, role, (await house.get(Accounts).ensure({ email, name: email.split('@')[0] ?? '' })).id);
  return id;
}

beforeAll(async () => {
  house = await openHouse({}, { also: [notesFeature] });
  await makeNotes(house.db);
  maple = await aDistrict('Maple Hollow', [['dana@maple.example', 'superintendent'], ['ana@maple.example', 'labor_leader'], ['olga@maple.example', 'observer']]);
  cedar = await aDistrict('Cedar Ridge', [['ruth@cedar.example', 'superintendent'], ['pete@cedar.example', 'labor_leader']]);
  const names = { dana: 'maple', ana: 'maple', ruth: 'cedar', pete: 'cedar', olga: 'maple', sam: 'steward', kim: 'steward', waits: 'else' };
  const people = Object.fromEntries(await Promise.all(Object.entries(names).map(async ([name, place]) => [name, await house.as(`${name}@${place}.example`)] as const))) as Record<keyof typeof names, Actor>;
  ({ dana, ana, ruth, pete, olga, sam, kim, waits } = people);
  for (const steward of [sam, kim]) await house.get(Accounts).makeSteward(steward?.accountId ?? '');
  await house.settle();
});
afterAll(() => house.close());

const idOf = (who: Actor): string => who.accountId ?? '';
const noteOf = (who: Actor, organizationId: string, more: Parameters<typeof aNote>[2] = {}) => aNote(house.db, { authorId: idOf(who), organizationId: organizationId }, more);
const reports = (who: Actor, id: string, more: Record<string, unknown> = {}): Promise<Loose> => who.act('report', { kind: 'note', id, reason: 'hostile', words: 'It calls our board names.', ...more }, '... on ReportReceipt { id }');
const decides = (who: Actor, verb: string, input: Record<string, unknown>): Promise<Loose> => who.act(verb, input, '... on Report { id state decidedByName decisionWords }');
const mailsTo = (address: string): { subject: string; text: string }[] => house.mails.filter((mail) => mail.to.includes(address));
const lastTo = (address: string): { subject: string; text: string } => mailsTo(address).at(-1) ?? { subject: '', text: '' };
const openIds = async (who: Actor): Promise<string[]> => (await who.query('{ openReports(first: 100) { nodes { id } } }')).openReports.nodes.map((report: Loose) => report.id);
const rowsOf = async (): Promise<unknown> => house.db.query(`select (select count(*) from report) as reports, (select count(*) from decision) as decisions, (select count(*) from mail_ledger) as mails`);

test('a member reports what they read; each steward gets one mail and finds it on the desk', async () => {
  const note = await noteOf(dana, maple, { title: 'On the board' });
  const before = mailsTo('sam@steward.example').length;
  const { id } = await reports(ruth, note);
  await house.settle();
  expect(mailsTo('sam@steward.example').length - before).toBe(1);
  expect(lastTo('kim@steward.example')).toMatchObject({ subject: 'Reported: On the board', text: expect.stringContaining('It calls our board names.') });
  // The thing itself stays in the house.
  expect(lastTo('kim@steward.example').text).not.toContain('What it says');
  expect(await sam.query('query($id: ID!) { report(id: $id) { title text reason words state reporter { name organization } author { name organization } openOnIt trail { verb } } }', { id })).toEqual({
    report: {
      title: 'On the board', text: 'What it says', reason: 'hostile', words: 'It calls our board names.', state: 'open', reporter: { name: 'ruth', organization: 'Cedar Ridge' },
      author: { name: 'dana', organization: 'Maple Hollow' }, openOnIt: 1, trail: [],
    },
  });
  expect((await sam.query('{ waiting { key title path } }')).waiting).toContainEqual({ key: `moderation.reported:${id}`, title: 'A member reports: On the board', path: '/steward' });
  expect((await ruth.query('{ waiting { key } }')).waiting).not.toContainEqual({ key: `moderation.reported:${id}` });
  expect(house.said).toContainEqual({ room: 'desk:stewards', kind: 'reported', reportId: id });
});

test('reporting twice is reporting once', async () => {
  const note = await noteOf(dana, maple);
  const [first, second] = await Promise.all([reports(ruth, note), reports(ruth, note)]);
  expect(second.id).toBe(first.id);
  expect((await reports(ruth, note, { reason: 'misleading' })).id).toBe(first.id);
  expect((await reports(pete, note)).id).not.toBe(first.id);
});

test('an observer may warn too; somebody who still waits for a seat may not', async () => {
  const note = await noteOf(dana, maple, { audience: 'public' });
  expect((await reports(olga, note)).__typename).toBe('ReportReceipt');
  expect((await reports(waits, note)).__typename).toBe('NotAllowed');
});

test('what one may not read cannot be probed by reporting it: absent and forbidden answer alike', async () => {
  const secret = await noteOf(dana, maple, { audience: `team:${maple}`, title: 'Only for Maple Hollow' });
  const before = await rowsOf();
  const [forbidden, absent, noKind, noId] = [await reports(ruth, secret), await reports(ruth, newId()), await reports(ruth, secret, { kind: 'nothing' }), await reports(ruth, 'x')];
  expect(forbidden).toEqual(absent);
  expect(noKind).toEqual(absent);
  expect(forbidden.__typename).toBe('NotAllowed');
  expect(noId).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'id' }] });
  expect(await rowsOf()).toEqual(before);
  expect((await reports(ana, secret)).__typename).toBe('ReportReceipt');
});

test('the steward reads the copy of a private thing, and gets no key to its room', async () => {
  const secret = await noteOf(dana, maple, { audience: `team:${maple}`, body: 'Said among us' });
  const shared = await noteOf(dana, maple);
  const [inside, outside] = [await reports(ana, secret), await reports(ana, shared)];
  await house.db.query(`update note set body = 'Changed later' where id = $1`, [secret]);
  expect(await sam.query('query($id: ID!) { report(id: $id) { text } reportPlace(id: $id) }', { id: inside.id })).toEqual({ report: { text: 'Said among us' }, reportPlace: null });
  expect(await sam.query('query($id: ID!) { reportPlace(id: $id) }', { id: outside.id })).toEqual({ reportPlace: `/notes/${shared}` });
});

test('reports, mail and members are read by stewards alone', async () => {
  const { id } = await reports(ruth, await noteOf(dana, maple));
  for (const query of ['{ openReports { totalCount } }', '{ decidedReports { totalCount } }', '{ mailHealth { failed { id } } }', '{ mailFates(address: "dana@maple.example") { mails { id } } }', '{ membersByWeek { week } }', '{ openInvitations { id } }']) {
    for (const who of [ruth, olga, waits]) expect((await who.raw(query)).errors).toHaveLength(1);
    expect((await house.visitor.raw(query)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
    expect((await sam.raw(query)).errors).toBeUndefined();
  }
  expect(await ruth.query('query($id: ID!) { report(id: $id) { id } reportPlace(id: $id) }', { id })).toEqual({ report: null, reportPlace: null });
});

test('a steward takes down: it is hidden once, every report on it is closed, author and reporters hear of it', async () => {
  const note = await noteOf(dana, maple, { title: 'Names' });
  const [first, second] = [await reports(ruth, note), await reports(pete, note)];
  await house.settle();
  expect((await decides(ruth, 'takeDown', { reportId: first.id, reason: 'No.' })).__typename).toBe('NotAllowed');
  expect(await decides(sam, 'takeDown', { reportId: first.id, reason: 'It names a student.' })).toMatchObject({ state: 'taken_down', decidedByName: 'sam', decisionWords: 'It names a student.' });
  await house.settle();
  expect(await house.db.one(`select hidden_because, times_hidden from note where id = $1`, [note])).toEqual({ hidden_because: 'It names a student.', times_hidden: 1 });
  const open = await openIds(sam);
  expect(open).not.toContain(first.id);
  expect(open).not.toContain(second.id);
  expect(lastTo('dana@maple.example')).toMatchObject({ subject: 'Taken down: Names', text: expect.stringContaining('It names a student.') });
  expect(lastTo('dana@maple.example').text).not.toMatch(/ruth|pete/i);
  for (const reporter of ['ruth@cedar.example', 'pete@cedar.example']) expect(lastTo(reporter)).toMatchObject({ subject: 'What you reported was taken down', text: expect.stringContaining('Names') });
  expect((await reports(ruth, note)).__typename).toBe('NotAllowed');
});

test('a steward dismisses, and whoever reported reads why', async () => {
  const note = await noteOf(dana, maple);
  const { id } = await reports(ruth, note);
  expect((await decides(ruth, 'dismissReport', { reportId: id, words: 'Mine.' })).__typename).toBe('NotAllowed');
  expect(await decides(kim, 'dismissReport', { reportId: id, words: 'It is sharp, but fair.' })).toMatchObject({ state: 'dismissed' });
  await house.settle();
  expect(lastTo('ruth@cedar.example')).toMatchObject({ subject: 'What you reported stays as it is', text: expect.stringContaining('It is sharp, but fair.') });
  expect(await house.db.one(`select hidden_because from note where id = $1`, [note])).toEqual({ hidden_because: null });
  // Something new may be reported again.
  expect((await reports(ruth, note)).id).not.toBe(id);
});

test('two stewards at once make one decision', async () => {
  const note = await noteOf(dana, maple);
  const [first, second] = [await reports(ruth, note), await reports(pete, note)];
  const answers = await Promise.all([
    decides(sam, 'takeDown', { reportId: first.id, reason: 'Down.' }),
    decides(kim, 'takeDown', { reportId: second.id, reason: 'Down too.' }),
    decides(kim, 'dismissReport', { reportId: first.id, words: 'Stays.' }),
  ]);
  expect(answers.map((answer) => answer.__typename).sort()).toEqual(['Conflict', 'Conflict', 'Report']);
  expect(await house.db.query(`select count(*)::int as n from decision where subject_id = $1`, [note])).toEqual([{ n: 1 }]);
  expect(await house.db.query(`select distinct decision_id from report where subject_id = $1`, [note])).toHaveLength(1);
  // Mails of one round are delivered side by side: none of these may reach into the next test.
  await house.settle();
});

test('the author reads why, answers, and a steward lets it stand again; nobody else gets to that page', async () => {
  const note = await noteOf(dana, maple, { title: 'Our memo' });
  const { id } = await reports(ruth, note);
  await decides(sam, 'takeDown', { reportId: id, reason: 'Confidential.' });
  await house.settle();
  const takeDownId = /\/taken-down\/([\w-]+)/.exec(mailsTo('dana@maple.example').find((mail) => mail.subject === 'Taken down: Our memo')?.text ?? '')?.[1] ?? '';
  const page = 'query($id: ID!) { takeDown(id: $id) { title text reason stands letters { verb words } } }';
  expect((await dana.query(page, { id: takeDownId })).takeDown).toEqual({ title: 'Our memo', text: 'What it says', reason: 'Confidential.', stands: false, letters: [] });
  expect((await ana.query(page, { id: takeDownId })).takeDown).toMatchObject({ title: 'Our memo' });
  for (const stranger of [ruth, olga, waits]) {
    expect((await stranger.query(page, { id: takeDownId })).takeDown).toBeNull();
    expect((await stranger.act('answerTakeDown', { takeDownId, words: 'Mine!' })).__typename).toBe('NotAllowed');
  }

  expect((await decides(sam, 'upholdTakeDown', { reportId: id, words: 'Too early.' })).__typename).toBe('Conflict');
  expect((await dana.act('answerTakeDown', { takeDownId, words: 'Both sides released it.' })).__typename).toBe('Decision');
  await house.settle();
  expect(lastTo('sam@steward.example')).toMatchObject({ subject: 'The author answers: Our memo', text: expect.stringContaining('Both sides released it.') });
  const waiting = async (): Promise<string[]> => (await sam.query('{ waiting { key } }')).waiting.map((item: Loose) => item.key);
  expect(await waiting()).toContain(`moderation.answered:${id}`);

  expect((await decides(ruth, 'upholdTakeDown', { reportId: id, words: 'No.' })).__typename).toBe('NotAllowed');
  expect((await decides(kim, 'upholdTakeDown', { reportId: id, words: 'Show us the release.' })).__typename).toBe('Report');
  await house.settle();
  expect(lastTo('dana@maple.example')).toMatchObject({ subject: 'It stays down: Our memo', text: expect.stringContaining(`/taken-down/${takeDownId}`) });
  expect(await waiting()).not.toContain(`moderation.answered:${id}`);

  expect((await decides(ruth, 'restore', { reportId: id, words: 'No.' })).__typename).toBe('NotAllowed');
  expect(await decides(kim, 'restore', { reportId: id, words: 'Released by both sides.' })).toMatchObject({ state: 'restored' });
  expect((await decides(sam, 'restore', { reportId: id, words: 'Again.' })).__typename).toBe('Conflict');
  await house.settle();
  expect(lastTo('dana@maple.example')).toMatchObject({ subject: 'It stands again: Our memo', text: expect.stringContaining(`/notes/${note}`) });
  expect(await house.db.one(`select hidden_because from note where id = $1`, [note])).toEqual({ hidden_because: null });
  expect((await dana.query(page, { id: takeDownId })).takeDown).toMatchObject({ stands: true });
  expect((await dana.act('answerTakeDown', { takeDownId, words: 'Thanks.' })).__typename).toBe('Conflict');
  const { report } = await sam.query('query($id: ID!) { report(id: $id) { trail { verb words } } }', { id });
  expect(report.trail.map((line: Loose) => line.verb)).toEqual(['taken_down', 'answered', 'upheld', 'restored']);
});

test('what an organization posted without a name is answered for by whoever speaks for it', async () => {
  const note = await aNote(house.db, { authorId: null, organizationId: cedar }, { title: 'Unsigned' });
  const { id } = await reports(dana, note);
  await decides(sam, 'takeDown', { reportId: id, reason: 'Advertising.' });
  await house.settle();
  expect(lastTo('ruth@cedar.example').subject).toBe('Taken down: Unsigned');
  expect(lastTo('pete@cedar.example').subject).toBe('Taken down: Unsigned');
});

test('the trail is only ever added to, whoever asks the table', async () => {
  await expect(house.db.query(`update decision set words = 'never'`)).rejects.toThrow(/only ever added/);
  await expect(house.db.query(`delete from decision`)).rejects.toThrow(/only ever added/);
  expect(await house.db.query(`select 1 from decision limit 1`)).toHaveLength(1);
});

test('the lists go on where they ended, and a forged place is refused', async () => {
  // PostgreSQL knows moments to the microsecond, and what is handed out does not.
  await house.db.query(`update report set created_at = timestamptz '2026-03-02 15:04:05.678321Z' where state = 'open'`);
  const all = await openIds(sam);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { openReports }: Loose = await sam.query('query($after: String) { openReports(first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } totalCount } }', { after });
    expect(openReports.totalCount).toBe(all.length);
    seen.push(...openReports.nodes.map((report: Loose) => report.id));
    after = openReports.pageInfo.hasNextPage ? openReports.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(all);
  const { decidedReports } = await sam.query('{ decidedReports(first: 1) { nodes { id } pageInfo { endCursor } } }');
  const next = await sam.query('query($after: String) { decidedReports(first: 1, after: $after) { nodes { id } } }', { after: decidedReports.pageInfo.endCursor });
  expect(next.decidedReports.nodes[0].id).not.toBe(decidedReports.nodes[0].id);
  for (const forged of ['bm9uc2Vuc2U', Buffer.from('["x","y"]').toString('base64url')]) expect((await sam.raw('query($after: String) { openReports(after: $after) { totalCount } }', { after: forged })).errors?.[0]?.extensions?.['code']).toBe('Invalid');
});

test('a report without a reason that says something is refused beside its field', async () => {
  const note = await noteOf(dana, maple);
  expect(await reports(ruth, note, { reason: 'other', words: '' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'words' }] });
  expect(await reports(ruth, note, { words: 'x'.repeat(2001) })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'words' }] });
  expect((await reports(ruth, note, { reason: 'advertising', words: '' })).__typename).toBe('ReportReceipt');
});

test('the desk says how mail fared, why somebody got none, and who came this week', async () => {
  await house.db.query(`update mail_ledger set state = 'failed', error = '550 no such mailbox' where id = (select id from mail_ledger where address = 'olga@maple.example' or address = 'ruth@cedar.example' limit 1)`);
  const { mailHealth } = await sam.query('{ mailHealth { counts { state count } uncertain { id } failed { address error } } }');
  expect(mailHealth.failed).toEqual([{ address: 'ruth@cedar.example', error: '550 no such mailbox' }]);
  expect(mailHealth.counts).toContainEqual({ state: 'failed', count: 1 });
  const { mailFates } = await sam.query('{ mailFates(address: " Dana@Maple.example ") { mails { kind state address } stops { reason } } }');
  expect(mailFates.mails).toContainEqual({ kind: 'moderation.taken-down', state: 'sent', address: 'dana@maple.example' });
  const { membersByWeek } = await sam.query('{ membersByWeek { week people organizations } }');
  expect(membersByWeek).toHaveLength(8);
  expect(membersByWeek[0]).toEqual({ week: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), people: 5, organizations: 2 });
  expect(membersByWeek[1]).toMatchObject({ people: 0, organizations: 0 });
});
