import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@app/platform/database';
import { Accounts } from '@app/people';
import { Organizations } from '@app/organizations';
import { type Actor, type HttpAnswer, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { aNote, makeNotes, notesFeature } from './testing/notes.js';
import { VisitorReports } from './visitor-reports.service.js';

let house: TestHouse;
let dana: Actor, sam: Actor;
let maple: string;

beforeAll(async () => {
  house = await openHouse({}, { also: [notesFeature] });
  await makeNotes(house.db);
  maple = newId();
  await house.db.query(`insert into organization (id, kind, slug, name) values ($1, 'district', 'maple-visited', 'Maple Hollow')`, [maple]);
  [dana, sam] = [await house.as('dana@maple.example'), await house.as('sam@steward.example')];
  await house.get(Organizations).seat(maple, 'superintendent', dana.accountId ?? '');
  await house.get(Accounts).makeSteward(sam.accountId ?? '');
  await house.settle();
});
beforeEach(() => house.db.query(`delete from attempt`));
afterAll(() => house.close());

const noteOf = (more: Parameters<typeof aNote>[2] = {}): Promise<string> => aNote(house.db, { authorId: dana.accountId, organizationId: maple }, { audience: 'public', ...more });
const post = (path: string, fields: Record<string, string>): Promise<HttpAnswer> =>
  house.visitor.http('POST', path, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() });
const reports = (id: string, more: Record<string, string> = {}): Promise<HttpAnswer> => post('/report', { about: `note:${id}`, reason: 'names_a_student', words: 'My child stands in it.', address: 'parent@home.example', website: '', ...more });
const mailsTo = (address: string): { subject: string; text: string }[] => house.mails.filter((mail) => mail.to.includes(address));
const linkTo = (address: string): string => /\/report\/confirm\/[\w.-]+/.exec(mailsTo(address).at(-1)?.text ?? '')?.[0] ?? '';
const onDesk = async (): Promise<Loose[]> => (await sam.query('{ openReports(first: 100) { nodes { id title words byVisitor visitorAddress reporter { name organization } } } }')).openReports.nodes;
const idsIn = (html: string): string[] => [...html.matchAll(/name="id" value="([\w-]+)"/g)].map(([, id]) => id ?? '');

test('a visitor reports what everybody may read, confirms it by mail, and the steward finds it on the desk and answers', async () => {
  const note = await noteOf({ title: 'Our <b>calendar</b>', body: 'With names' });
  const form = await house.visitor.http('GET', `/report?about=note:${note}`);
  expect([form.status, form.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect(form.body).toContain('Our &lt;b&gt;calendar&lt;/b&gt;');
  const sent = await reports(note, { address: ' Parent@Home.example ' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/report/sent']);
  await house.settle();
  expect(await onDesk()).toEqual([]);
  expect(mailsTo('parent@home.example')).toMatchObject([{ subject: 'Confirm your report' }]);
  // What a stranger has typed does not travel to an address that may not be theirs.
  expect(mailsTo('parent@home.example')[0]?.text).not.toMatch(/My child|calendar/);

  const link = linkTo('parent@home.example');
  const page = await house.visitor.http('GET', link);
  expect([page.status, page.body.includes('My child stands in it.'), (await onDesk()).length]).toEqual([200, true, 0]);
  const [id = ''] = idsIn(page.body);
  for (let time = 0; time < 2; time++) expect((await post(link, { id })).headers.get('location')).toBe(link);
  await house.settle();
  const [report] = await onDesk();
  expect(await onDesk()).toMatchObject([{ title: 'Our <b>calendar</b>', words: 'My child stands in it.', byVisitor: true, visitorAddress: 'parent@home.example', reporter: { name: null, organization: null } }]);
  expect(mailsTo('sam@steward.example').at(-1)?.text).toContain('My child stands in it.');
  expect((await sam.query('{ waiting { key title } }')).waiting).toContainEqual({ key: `moderation.reported:${report.id}`, title: 'A visitor reports: Our <b>calendar</b>' });
  expect((await house.visitor.http('GET', link)).body).toContain('The stewards have your report.');

  await sam.act('takeDown', { reportId: report.id, reason: 'It names a child.' });
  await house.settle();
  expect(mailsTo('parent@home.example').at(-1)).toMatchObject({ subject: 'What you reported was taken down' });
  expect(mailsTo('dana@maple.example').at(-1)?.text).not.toContain('parent@home');
  // The address has done its work.
  expect(await house.db.one(`select by_visitor, visitor_address from report where id = $1`, [report.id])).toEqual({ by_visitor: true, visitor_address: null });
});

test('what is not for everybody answers like what was never there, before and after sending', async () => {
  const [secret, open] = [await noteOf({ audience: `team:${maple}` }), await noteOf()];
  const never = await house.visitor.http('GET', `/report?about=note:${newId()}`);
  expect(never.status).toBe(404);
  for (const about of [`note:${secret}`, `nothing:${open}`, 'note:x', `note:${open}'`, '']) {
    const [read, sent] = [await house.visitor.http('GET', `/report?about=${about}`), await post('/report', { about, reason: 'hostile', words: 'x', address: 'prober@home.example' })];
    expect([about, read.status, read.body === never.body, sent.status, sent.body === never.body]).toEqual([about, 404, true, 404, true]);
  }
  await house.settle();
  expect(mailsTo('prober@home.example')).toEqual([]);
  expect((await reports(open, { address: 'prober@home.example' })).status).toBe(303);
  await house.settle();
  expect(mailsTo('prober@home.example')).toHaveLength(1);
});

test('what was closed before it is confirmed reaches nobody', async () => {
  const note = await noteOf();
  await reports(note, { address: 'late@home.example' });
  await house.settle();
  const link = linkTo('late@home.example');
  const [id = ''] = idsIn((await house.visitor.http('GET', link)).body);
  await house.db.query(`update note set audience = 'members' where id = $1`, [note]);
  await post(link, { id });
  expect(await house.db.query(`select 1 from report where subject_id = $1`, [note])).toEqual([]);
  expect((await house.visitor.http('GET', link)).body).toContain('It is not open to everybody any more');
  await house.db.query(`update note set audience = 'public' where id = $1`, [note]);
  await post(link, { id });
  expect(await house.db.query(`select 1 from report where subject_id = $1`, [note])).toHaveLength(1);
});

test('an address gets one mail an hour, whose page shows all that waits, and no link opens what was reported with another', async () => {
  const [first, second, third] = [await noteOf({ title: 'First' }), await noteOf({ title: 'Second' }), await noteOf({ title: 'Third' })];
  await reports(first, { address: 'often@home.example' });
  await Promise.all([reports(second, { address: 'often@home.example' }), reports(first, { address: 'often@home.example', reason: 'confidential' }), reports(third, { address: 'other@home.example' })]);
  await house.settle();
  expect([mailsTo('often@home.example').length, mailsTo('other@home.example').length]).toEqual([1, 1]);
  await reports(second, { address: 'often@home.example' });
  await house.settle();
  expect(mailsTo('often@home.example')).toHaveLength(1);
  const page = await house.visitor.http('GET', linkTo('often@home.example'));
  expect([idsIn(page.body).length, page.body.includes('Second'), page.body.includes('Third')]).toEqual([2, true, false]);
  const [foreign = ''] = idsIn((await house.visitor.http('GET', linkTo('other@home.example'))).body);
  expect((await post(linkTo('often@home.example'), { id: foreign })).status).toBe(404);
  for (const forged of ['/report/confirm/x', `${linkTo('often@home.example')}x`]) expect([(await house.visitor.http('GET', forged)).status, (await post(forged, { id: foreign })).status]).toEqual([404, 404]);
  await house.db.query(`update visitor_report set mailed_at = mailed_at - interval '61 minutes'`);
  await reports(third, { address: 'often@home.example' });
  await house.settle();
  expect(mailsTo('often@home.example')).toHaveLength(2);
});

test('of what waits for one address ten reports are kept, and whoever sends more is told what everybody is told', async () => {
  const address = 'flooded@home.example';
  const notes = [];
  for (let at = 0; at < 12; at++) notes.push(await noteOf({ title: `Note ${at}` }));
  for (const note of notes.slice(0, 11)) expect((await reports(note, { address })).headers.get('location')).toBe('/report/sent');
  await house.settle();
  const ids = async (): Promise<string[]> => idsIn((await house.visitor.http('GET', linkTo(address))).body);
  expect([(await ids()).length, mailsTo(address).length]).toEqual([10, 1]);
  // One that has gone to the stewards makes room.
  await post(linkTo(address), { id: (await ids())[0] ?? '' });
  await reports(notes[11] ?? '', { address });
  expect((await house.visitor.http('GET', linkTo(address))).body).toContain('Note 11');
  expect((await ids()).length).toBe(10);
});

test('a link that was used puts nothing on the desk again, when the stewards have decided neither', async () => {
  const note = await noteOf({ title: 'Once' });
  await reports(note, { address: 'twice@home.example' });
  await house.settle();
  const link = linkTo('twice@home.example');
  const [id = ''] = idsIn((await house.visitor.http('GET', link)).body);
  await post(link, { id });
  const once = async (): Promise<Loose[]> => (await onDesk()).filter(({ title }) => title === 'Once');
  const [report] = await once();
  await sam.act('dismissReport', { reportId: report.id, words: 'It may stand.' });
  expect((await post(link, { id })).headers.get('location')).toBe(link);
  expect([await once(), await house.db.query(`select state from report where subject_id = $1`, [note])]).toEqual([[], [{ state: 'dismissed' }]]);
});

test('a form that is not whole comes back with what was typed and a word beside each field', async () => {
  const note = await noteOf();
  const answer = await reports(note, { reason: '', address: 'nobody', words: '"><script>alert(1)</script>' });
  expect(answer.status).toBe(400);
  expect(answer.body).toContain('Choose what is wrong with it.');
  expect(answer.body).toContain('This does not look like an e-mail address.');
  expect(answer.body).toContain('&quot;&gt;&lt;script&gt;');
  expect(answer.body).not.toContain('<script>alert');
  expect((await reports(note, { reason: 'other', words: '', address: 'whole@home.example' })).body).toContain('Say in a few words');
  expect((await reports(note, { words: 'x'.repeat(2001), address: 'whole@home.example' })).status).toBe(400);
  expect((await reports(note, { words: 'x'.repeat(40_000), address: 'whole@home.example' })).status).toBe(413);
  expect((await reports(note, { address: 'whole@home.example' })).status).toBe(303);
});

test('programs that fill in every field, and whoever sends too much, write no mail', async () => {
  const note = await noteOf();
  expect((await reports(note, { address: 'program@home.example', website: 'https://buy.example' })).status).toBe(303);
  const statuses: number[] = [];
  for (let time = 0; time < 21; time++) statuses.push((await reports(note, { address: `many-${time}@home.example` })).status);
  await house.settle();
  expect(mailsTo('program@home.example')).toEqual([]);
  expect([statuses.slice(0, 20).every((status) => status === 303), statuses[20], mailsTo('many-20@home.example').length]).toEqual([true, 429, 0]);
});

test('a page of another site cannot send the form', async () => {
  const note = await noteOf();
  const body = new URLSearchParams({ about: `note:${note}`, reason: 'hostile', address: 'victim@home.example' }).toString();
  const foreign = await house.visitor.http('POST', '/report', { headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' }, body });
  expect(foreign.status).toBe(403);
});

test('after two days nothing is left of what nobody confirmed', async () => {
  await reports(await noteOf(), { address: 'old@home.example' });
  await house.settle();
  const link = linkTo('old@home.example');
  await house.get(VisitorReports).forgetOld();
  expect((await house.visitor.http('GET', link)).status).toBe(200);
  await house.db.query(`update visitor_report set made_at = made_at - interval '49 hours'`);
  await house.get(VisitorReports).forgetOld();
  expect([(await house.visitor.http('GET', link)).status, await house.db.query(`select 1 from visitor_report`)]).toEqual([404, []]);
});
