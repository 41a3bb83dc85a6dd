import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Accounts } from '@app/people';
import { Organizations, type SeatRole } from '@app/organizations';
import { anOrganization } from '@app/organizations/testing';
import { signs } from '@app/signatures/testing';
import { type Actor, type Loose, openHouse, type TestHouse } from '../../test/setup/house.js';
import { Statements } from './statements.service.js';

let house: TestHouse;
let maple: { id: string; slug: string };
let dana: Actor;
let luis: Actor;
let ana: Actor;
let staff: Actor;
let observer: Actor;
let stranger: Actor;
let sponsor: Actor;

const STATEMENT = '... on Statement { revision takenDownAt organizationName standing { id version text state } open { id version text state } ended { id state } draft { text by } viewerCan { draft } }';
const TEXT = 'We meet every second Tuesday.\n\nNobody bargains in the hallway.';

beforeAll(async () => {
  house = await openHouse();
  maple = await anOrganization(house.get, { name: 'Maple Hollow' });
  const [other, council] = [await anOrganization(house.get, { name: 'Elsewhere' }), await anOrganization(house.get, { name: 'A Council', kind: 'co_sponsor' })];
  const seated = async (name: string, role: SeatRole, organizationId = maple.id): Promise<Actor> => {
    const actor = await house.as(`${name}@state.example`, `${name} Tester`);
    await house.get(Organizations).seat(organizationId, role, actor.accountId ?? '');
    return actor;
  };
  [dana, luis, ana] = [await seated('dana', 'superintendent'), await seated('luis', 'board_president'), await seated('ana', 'labor_leader')];
  [staff, observer] = [await seated('ines', 'staff'), await seated('frank', 'observer')];
  [stranger, sponsor] = [await seated('otto', 'superintendent', other.id), await seated('nora', 'representative', council.id)];
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.settle();
  for (const table of ['joint_act', 'statement', 'mail_ledger']) await house.db.query(`delete from ${table}`);
  house.mails.length = 0;
});

const read = async (actor: Actor): Promise<Loose> => (await actor.query(`query($slug: String!) { statement(slug: $slug) { __typename ${STATEMENT} } }`, { slug: maple.slug })).statement;
const write = (verb: 'saveStatementDraft' | 'proposeStatement', actor: Actor, text = TEXT, revision = 0, organizationId = maple.id): Promise<Loose> => actor.act(verb, { organizationId, text, revision }, STATEMENT);
const signedBy = async (id: string, ...actors: Actor[]): Promise<void> => {
  for (const actor of actors) await signs(house, actor.accountId ?? '', id);
};
const found = async (actor: Actor, words: string): Promise<Loose[]> => (await actor.query(`query($filter: SearchFilter) { search(filter: $filter) { nodes { kind path } } }`, { filter: { text: words, kinds: ['statement'] } })).search.nodes;

test('a statement is drafted by the team, signed by three, and then stands for everybody', async () => {
  expect(await write('saveStatementDraft', staff)).toMatchObject({ __typename: 'Statement', revision: 1, draft: { text: TEXT, by: 'ines Tester' }, open: null });
  for (const actor of [stranger, sponsor, house.visitor]) expect(await read(actor)).toMatchObject({ draft: null, standing: null, open: null, revision: 0, viewerCan: { draft: false } });
  expect((await read(observer)).draft.text).toBe(TEXT);

  const { open } = await write('proposeStatement', dana, TEXT, 1);
  expect(open).toMatchObject({ version: 1, state: 'open', text: TEXT });
  expect((await read(luis)).draft).toBeNull();
  for (const actor of [stranger, sponsor, house.visitor]) expect(await read(actor)).toMatchObject({ standing: null, open: null });
  await signedBy(open.id, dana, ana);
  expect((await read(house.visitor)).standing).toBeNull();
  expect(await found(house.visitor, 'hallway')).toEqual([]);

  await signedBy(open.id, luis);
  await house.settle();
  for (const actor of [stranger, house.visitor]) expect(await read(actor)).toMatchObject({ standing: { id: open.id, text: TEXT, state: 'complete' }, open: null });
  expect(await found(house.visitor, 'hallway')).toEqual([{ kind: 'statement', path: `/districts/${maple.slug}` }]);
});

test('who drafts and puts up: whoever speaks for the district, and nobody else', async () => {
  for (const verb of ['saveStatementDraft', 'proposeStatement'] as const) {
    for (const actor of [observer, stranger, sponsor]) expect((await write(verb, actor)).__typename).toBe('NotAllowed');
    expect((await house.visitor.raw(`mutation { ${verb}(input: { organizationId: "${maple.id}", text: "x", revision: 0 }) { __typename } }`)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  }
  let revision = 0;
  for (const actor of [dana, luis, ana, staff]) expect((await write('saveStatementDraft', actor, `By ${revision}`, revision++)).__typename).toBe('Statement');
  expect((await write('proposeStatement', staff, TEXT, revision)).__typename).toBe('Statement');
  const council = (await house.get(Organizations).findBySlug(`test-district-3`))?.id ?? '';
  expect((await write('proposeStatement', sponsor, TEXT, 0, council)).__typename).toBe('NotAllowed');
});

test('a changed statement is signed anew; the old one stands until all have signed the new one', async () => {
  const first = (await write('proposeStatement', dana)).open;
  await signedBy(first.id, dana, luis, ana);
  expect(await write('proposeStatement', dana, TEXT, 1)).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('stands already') });
  const second = (await write('proposeStatement', ana, `${TEXT}\n\nNor by mail.`, 1)).open;
  expect(second.version).toBe(2);
  await signedBy(second.id, dana, luis);
  expect((await read(house.visitor)).standing.id).toBe(first.id);
  await signedBy(second.id, ana);
  expect((await read(house.visitor)).standing).toMatchObject({ id: second.id, version: 2 });
  await house.settle();
  expect(await found(house.visitor, 'hallway mail')).toHaveLength(1);
});

test('two who write at once do not overwrite each other', async () => {
  const answers = await Promise.all([dana, luis, ana, staff].map((actor, place) => write('saveStatementDraft', actor, `Text ${place}`)));
  expect(answers.map((answer) => answer.__typename).sort()).toEqual(['Conflict', 'Conflict', 'Conflict', 'Statement']);
  expect((await write('saveStatementDraft', ana, 'After looking again', 1)).draft.text).toBe('After looking again');
});

test('a signature taken back ends the statement: the page says nothing of it any more, and the record stays', async () => {
  const { open } = await write('proposeStatement', dana);
  await signedBy(open.id, dana, luis, ana);
  await house.settle();
  const { jointAct } = await ana.query(`query($id: ID!) { jointAct(id: $id) { seats { id } } }`, { id: open.id });
  const seatId = jointAct.seats[2].id;
  const { challengeId } = await ana.act('requestSigningCode', { seatId }, '... on CodeSent { challengeId }');
  await house.settle();
  const code = /^(\d{6}) ends/.exec(house.mails.at(-1)?.subject ?? '')?.[1];
  expect((await ana.act('withdrawSignature', { seatId, reason: 'Our members voted on it.', challengeId, code })).__typename).toBe('JointAct');
  // Before the worker has heard of it.
  expect(await found(house.visitor, 'hallway')).toEqual([]);
  await house.settle();
  expect(await read(house.visitor)).toMatchObject({ standing: null, ended: { id: open.id, state: 'ended' } });
  expect(await found(house.visitor, 'hallway')).toEqual([]);
});

test('a statement is reported by whoever reads it and taken down by a steward: a note stands in its place, its team and signers still read it, and another text stands for all', async () => {
  const sam = await house.as('sam@steward.example', 'Sam Steward');
  await house.get(Accounts).makeSteward(sam.accountId ?? '');
  const { open } = await write('proposeStatement', dana);
  const reported = (actor: Actor): Promise<Loose> => actor.act('report', { kind: 'statement', id: open.id, reason: 'misleading', words: 'They do bargain in the hallway.' }, '... on ReportReceipt { id }');
  const actFor = async (actor: Actor): Promise<Loose> => (await actor.query('query($id: ID!) { jointAct(id: $id) { text state seats { signature { name } } } }', { id: open.id })).jointAct;
  // Nobody reports what is not there for everybody, the team neither.
  for (const actor of [stranger, dana]) expect((await reported(actor)).__typename).toBe('NotAllowed');
  await signedBy(open.id, dana, luis, ana);
  await house.settle();
  expect((await house.visitor.raw(`mutation { report(input: { kind: "statement", id: "${open.id}", reason: hostile }) { __typename } }`)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  const { id: reportId, __typename } = await reported(stranger);
  expect(__typename).toBe('ReportReceipt');
  expect((await sam.query('query($id: ID!) { report(id: $id) { title text author { name organization } } }', { id: reportId })).report).toMatchObject({ title: 'How we work together: Maple Hollow', text: TEXT, author: { name: 'dana Tester', organization: 'Maple Hollow' } });

  for (const actor of [stranger, dana, sponsor]) expect((await actor.act('takeDown', { reportId, reason: 'No.' })).__typename).toBe('NotAllowed');
  expect((await sam.act('takeDown', { reportId, reason: 'It tells what was said in confidence.' })).__typename).toBe('Report');
  await house.settle();
  for (const actor of [house.visitor, stranger, sponsor]) {
    expect(await read(actor)).toMatchObject({ standing: null, ended: null, takenDownAt: expect.any(String) });
    expect(await actFor(actor)).toBeNull();
    expect(await found(actor, 'hallway')).toEqual([]);
  }
  for (const actor of [dana, observer]) expect(await read(actor)).toMatchObject({ standing: { id: open.id, text: TEXT }, takenDownAt: expect.any(String) });
  expect((await actFor(ana)).seats.map((seat: Loose) => seat.signature.name)).toEqual(['dana Tester', 'luis Tester', 'ana Tester']);
  expect((await reported(dana)).__typename).toBe('NotAllowed');
  expect(house.mails.find((mail) => mail.to.includes('dana@state.example') && mail.subject.startsWith('Taken down'))).toBeDefined();
  expect((await write('proposeStatement', dana, TEXT, 1)).__typename).toBe('Conflict');

  expect((await sam.act('restore', { reportId, words: 'All three have released it.' })).__typename).toBe('Report');
  await house.settle();
  expect(await read(house.visitor)).toMatchObject({ standing: { text: TEXT }, takenDownAt: null });
  expect(await found(house.visitor, 'hallway')).toHaveLength(1);

  const again = await reported(stranger);
  await sam.act('takeDown', { reportId: again.id, reason: 'And yet.' });
  const second = (await write('proposeStatement', dana, `${TEXT}\n\nNor in the car park.`, 1)).open;
  await signedBy(second.id, dana, luis, ana);
  expect(await read(house.visitor)).toMatchObject({ standing: { id: second.id }, takenDownAt: null });
  expect(await actFor(house.visitor)).toBeNull();
});

test('whoever has no script reads what stands, with the seats that signed; a draft, an open text, one that was ended or taken down is nowhere', async () => {
  const plain = async (): Promise<{ html: string; facts: Loose }> => {
    const [page, json] = await Promise.all(['', '.json'].map((ending) => house.visitor.http('GET', `/districts/${maple.slug}${ending}`)));
    return { html: page?.body ?? '', facts: JSON.parse(json?.body ?? '{}') };
  };
  const isSilent = async (): Promise<void> => {
    const { html, facts } = await plain();
    expect([html.includes('hallway'), html.includes('How they work together'), 'statement' in facts]).toEqual([false, false, false]);
  };
  await write('saveStatementDraft', dana);
  await isSilent();
  const { open } = await write('proposeStatement', dana, `${TEXT} <b>bold</b>`, 1);
  await signedBy(open.id, dana, luis);
  await isSilent();
  await signedBy(open.id, ana);
  const { html, facts } = await plain();
  expect(html).toMatch(/How they work together.*every second Tuesday.*hallway\. &lt;b&gt;bold.*Signed by all three seats/s);
  expect(html).toContain(`/report?about=statement:${open.id}`);
  expect(html).not.toContain('dana Tester');
  expect(facts.statement).toMatchObject({ id: open.id, version: 1, text: `${TEXT} <b>bold</b>`, signed_by: expect.arrayContaining([{ seat: expect.stringContaining('uperintendent'), signed: expect.any(String) }]) });
  expect(facts.statement.signed_by).toHaveLength(3);
  for (const { seat } of facts.statement.signed_by) expect(html).toContain(seat);

  await house.get(Statements).hide(open.id, 'For a test');
  await isSilent();
  await house.get(Statements).hide(open.id, null);
  expect((await plain()).html).toContain('hallway');
  await house.db.query(`update joint_act set state = 'ended', closed_at = now(), closer_name = 'ana' where id = $1`, [open.id]);
  await isSilent();
});

test('there is no statement where there is no district', async () => {
  expect((await dana.query(`{ statement(slug: "no-such-place") { revision } }`)).statement).toBeNull();
  expect((await dana.query(`{ statement(slug: "test-district-3") { revision } }`)).statement).toBeNull();
});
