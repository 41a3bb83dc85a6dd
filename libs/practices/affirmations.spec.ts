import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { JobRunner } from '@app/platform/jobs';
import { Notifications } from '@app/notifications';
import { Organizations } from '@app/organizations';
import { anOrganization } from '@app/organizations/testing';
import type { Actor, Loose } from '../../test/setup/house.js';
import { confirmAgain } from './practices.jobs.js';
import { practiceSource } from './practices.search.js';
import { Practices } from './practices.service.js';
import { AffirmingHouse, RECORD } from './testing/affirming-house.js';
import { aPractice } from './testing/index.js';

let at: AffirmingHouse;
beforeAll(async () => {
  at = await AffirmingHouse.open();
});
afterAll(() => at.house.close());
beforeEach(() => at.fresh());

const REASON = 'The levy failed and with it the release days that it lived from.';
const ask = (actor: Actor, practice: Loose): Promise<Loose> => actor.act('askToAffirm', { practiceId: practice.id }, RECORD);
const approve = (actor: Actor, practice: Loose): Promise<Loose> => actor.act('approvePractice', { practiceId: practice.id }, RECORD);
const lapse = (actor: Actor, practice: Loose, more: Record<string, unknown> = {}): Promise<Loose> => actor.act('lapsePractice', { practiceId: practice.id, reason: REASON, ...more }, RECORD);
const unapprove = (actor: Actor, practice: Loose): Promise<Loose> => actor.act('withdrawApproval', { practiceId: practice.id, reason: 'We were shown other figures since.' }, RECORD);
const edit = (actor: Actor, practice: Loose, changes: Record<string, unknown>): Promise<Loose> => actor.act('editPractice', { ...aPractice(changes), practiceId: practice.id }, RECORD);
const runJob = async (): Promise<void> => {
  await at.house.get(JobRunner).run({ name: confirmAgain.name, data: {} });
  await at.house.settle();
};
const waitingOf = async (actor: Actor): Promise<string[]> => (await at.house.get(Notifications).waitingFor(await at.house.viewerOf(actor))).map((item) => item.title);

test('a practice is told, then affirmed by three seats, then approved by a sponsor, and each step is kept with its date', async () => {
  const practice = await at.shared({ title: 'Four of five agree', thresholds: [{ label: 'Staff vote', comparison: '>=', value: 80, unit: '%' }] });
  expect(practice).toMatchObject({ state: 'told', affirmedAt: null, acts: { standing: null, open: null }, history: [], viewerCan: { edit: true, withdraw: true, affirm: true, lapse: true, approve: false } });
  const { acts } = await ask(at.staff, practice);
  expect(acts.open.text).toContain('In figures\nStaff vote: at least 80 %');
  expect(acts.open.text).toContain('How it came about\nIt began after a hard campaign');
  expect(await at.house.visitor.query(`{ practice(slug: "${practice.slug}") { state acts { open { id } standing { id } } } }`)).toEqual({ practice: { state: 'told', acts: { open: null, standing: null } } });
  await at.signedBy(acts.open.id, at.dana, at.luis);
  expect(await at.read(at.dana, practice.slug)).toMatchObject({ state: 'told' });
  await at.signedBy(acts.open.id, at.ana);
  const affirmed = await at.read(at.house.visitor, practice.slug);
  expect(affirmed).toMatchObject({ state: 'affirmed', standing: expect.stringMatching(/^Confirmed by its district’s seats on .*; no co-sponsor/), acts: { standing: { id: acts.open.id, state: 'complete' } } });
  expect(new Date(affirmed.dueAt).getUTCFullYear()).toBe(new Date(affirmed.affirmedAt).getUTCFullYear() + 1);
  expect(await approve(at.nora, practice)).toMatchObject({ state: 'in_force', approvals: [{ organizationName: 'A Forum', isMine: true }], viewerCan: { approve: false } });
  expect(await approve(at.marcus, practice)).toMatchObject({ state: 'in_force' });
  expect(await at.read(at.house.visitor, practice.slug)).toMatchObject({
    state: 'in_force', standing: expect.stringMatching(/^In force: confirmed by its district’s seats on /),
    approvals: [{ organizationName: 'A Forum', isMine: false }, { organizationName: 'An Alliance', isMine: false }],
    history: [{ what: 'approved', organizationName: 'An Alliance' }, { what: 'approved', organizationName: 'A Forum' }, { what: 'affirmed', organizationName: 'Maple Hollow', actId: acts.open.id }],
  });
  await at.house.settle();
  expect(await practiceSource.read(at.house.get, [practice.id])).toMatchObject([{ body: expect.stringContaining('Staff vote >= 80 %') }]);
});

test('who asks, lapses and approves: the team, and a co-sponsor; nobody else, and nobody on nothing', async () => {
  const practice = await at.shared({ title: 'Whose it is' });
  for (const actor of [at.observer, at.stranger, at.nora, at.foundation]) {
    expect((await ask(actor, practice)).__typename).toBe('NotAllowed');
    expect((await lapse(actor, practice)).__typename).toBe('NotAllowed');
  }
  const affirmed = await at.affirm(practice);
  for (const actor of [at.dana, at.observer, at.stranger, at.watcher, at.foundation]) expect((await approve(actor, affirmed)).__typename).toBe('NotAllowed');
  expect((await approve(at.nora, affirmed)).__typename).toBe('Practice');
  for (const actor of [at.dana, at.marcus, at.watcher]) expect((await unapprove(actor, affirmed)).__typename).toBe('NotAllowed');
  expect(await unapprove(at.nora, affirmed)).toMatchObject({ state: 'affirmed', approvals: [] });
  for (const verb of ['askToAffirm', 'approvePractice']) {
    expect((await at.house.visitor.raw(`mutation { ${verb}(input: { practiceId: "${practice.id}" }) { __typename } }`)).errors?.[0]?.extensions?.['code']).toBe('SignInNeeded');
  }
});

test('what nobody has signed cannot be approved; what is for members is approved by members’ eyes only', async () => {
  expect(await approve(at.nora, await at.shared({ title: 'Only told' }))).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('signed as it is now') });
  const closed = await at.affirmed({ title: 'For members', audience: 'members' });
  expect((await at.house.visitor.query(`query($id: ID!) { jointAct(id: $id) { id } }`, { id: closed.acts.standing.id })).jointAct).toBeNull();
  expect((await at.stranger.query(`query($id: ID!) { jointAct(id: $id) { id } }`, { id: closed.acts.standing.id })).jointAct).not.toBeNull();
  expect((await approve(at.nora, closed)).state).toBe('in_force');
});

test('changed words are words that nobody has signed: affirmation and approvals fall away, and history says so', async () => {
  const practice = await at.affirmed({ title: 'As it was' });
  await approve(at.nora, practice);
  expect(await edit(at.luis, practice, { title: 'As it was', audience: 'members' })).toMatchObject({ state: 'in_force' });
  // Who may read the practice may read what was signed of it, and nobody else.
  expect((await at.house.visitor.query(`query($id: ID!) { jointAct(id: $id) { id } }`, { id: practice.acts.standing.id })).jointAct).toBeNull();
  expect(await edit(at.luis, practice, { title: 'As it is now', whatFailed: 'The first spreadsheet.' })).toMatchObject({ state: 'told', affirmedAt: null, approvals: [], acts: { standing: null } });
  const again = await at.affirm(practice);
  expect(again).toMatchObject({ state: 'affirmed', history: [{ what: 'reaffirmed' }, { what: 'changed' }, { what: 'approved' }, { what: 'affirmed' }] });
});

test('the title is signed as well: whoever of the team changes it alone has it signed and approved anew', async () => {
  const practice = await at.affirmed({ title: 'Under this title' });
  await approve(at.nora, practice);
  expect(await edit(at.staff, practice, { title: 'Under this title', audience: 'members' })).toMatchObject({ state: 'in_force', approvals: [{ organizationName: 'A Forum' }] });
  expect(await edit(at.staff, practice, { title: 'Under another title' })).toMatchObject({ state: 'told', affirmedAt: null, approvals: [], acts: { standing: null }, history: [{ what: 'changed' }, { what: 'approved' }, { what: 'affirmed' }] });
});

test('words that a sponsor has never seen are not in force under its name: what lapsed and was rewritten is approved anew', async () => {
  const practice = await at.affirmed({ title: 'Lapsed and rewritten' });
  const signed = practice.acts.standing.id;
  await approve(at.nora, practice);
  // While it is lapsed nobody stands behind it.
  expect(await lapse(at.dana, practice)).toMatchObject({ state: 'lapsed', approvals: [] });
  expect(await edit(at.dana, practice, { title: 'Lapsed and rewritten', audience: 'members' })).toMatchObject({ state: 'lapsed', acts: { standing: { id: signed } } });
  expect(await edit(at.dana, practice, { title: 'Lapsed and rewritten', summary: 'Something else altogether.' })).toMatchObject({
    state: 'lapsed', lapseReason: REASON, affirmedAt: null, acts: { standing: null }, approvals: [], history: [{ what: 'changed' }, { what: 'lapsed' }, { what: 'approved' }, { what: 'affirmed', actId: signed }],
  });
  expect(await at.affirm(practice)).toMatchObject({ state: 'affirmed', approvals: [], history: [{ what: 'reaffirmed' }, { what: 'changed' }, { what: 'lapsed' }, { what: 'approved' }, { what: 'affirmed', actId: signed }] });
  // What was signed before is still read by whoever reads the practice.
  expect((await at.house.visitor.query(`query($id: ID!) { jointAct(id: $id) { state text } }`, { id: signed })).jointAct).toMatchObject({ state: 'superseded', text: expect.not.stringContaining('Something else') });
});

test('the same words signed again after a lapse are in force again; with the year of their end they are other words', async () => {
  const practice = await at.affirmed({ title: 'The same words again' });
  await approve(at.nora, practice);
  await lapse(at.dana, practice);
  expect(await at.affirm(practice)).toMatchObject({ state: 'in_force', approvals: [{ organizationName: 'A Forum' }] });
  await lapse(at.dana, practice, { endYear: 2025 });
  expect(await at.affirm(practice)).toMatchObject({ state: 'affirmed', approvals: [] });
});

test('whoever may read the practice is led to what was signed of it; whoever may not is not', async () => {
  const practice = await at.affirmed({ title: 'Led to what was signed' });
  expect((await at.read(at.house.visitor, practice.slug)).history).toMatchObject([{ what: 'affirmed', actId: practice.acts.standing.id }]);
  await at.house.db.query(`update joint_act set audience = 'team:' || $2 where id = $1`, [practice.acts.standing.id, at.district]);
  expect((await at.read(at.house.visitor, practice.slug)).history).toMatchObject([{ what: 'affirmed', actId: null }]);
  expect((await at.read(at.dana, practice.slug)).history).toMatchObject([{ what: 'affirmed', actId: practice.acts.standing.id }]);
});

test('a unit by another name is not another word: what was signed keeps it, and what is written anew has the one that all use', async () => {
  const figure = { label: 'Vote of the staff', comparison: '>=', value: 80 };
  const practice = await at.affirmed({ title: 'Per cent', thresholds: [{ ...figure, unit: '%' }] });
  await at.house.db.query(`update practice set thresholds = $2 where id = $1`, [practice.id, JSON.stringify([{ ...figure, unit: 'percent', note: null }])]);
  const units = async (): Promise<string[]> => (await at.dana.query(`query($slug: String!) { practice(slug: $slug) { thresholds { unit } } }`, { slug: practice.slug })).practice.thresholds.map((one: Loose) => one.unit);
  expect(await edit(at.dana, practice, { title: 'Per cent', audience: 'members', thresholds: [{ ...figure, unit: 'percent' }] })).toMatchObject({ state: 'affirmed' });
  expect(await units()).toEqual(['percent']);
  expect(await edit(at.dana, practice, { title: 'Per cent', thresholds: [{ ...figure, unit: 'Per cent' }] })).toMatchObject({ state: 'told' });
  expect(await units()).toEqual(['%']);
});

test('while the text waits for signatures it is neither changed nor taken back nor ended; taken back, it can be', async () => {
  const practice = await at.shared({ title: 'Waits' });
  const { acts } = await ask(at.dana, practice);
  expect((await ask(at.luis, practice)).acts.open.id).toBe(acts.open.id);
  for (const answer of [await edit(at.dana, practice, { title: 'Waits no more' }), await at.dana.act('withdrawPractice', { practiceId: practice.id }), await lapse(at.dana, practice)]) {
    expect(answer).toMatchObject({ __typename: 'Conflict', message: expect.stringMatching(/signatures/) });
  }
  await at.dana.act('retractJointAct', { actId: acts.open.id });
  expect(await edit(at.dana, practice, { title: 'Waits no more' })).toMatchObject({ title: 'Waits no more', state: 'told', acts: { open: null } });
});

test('what was signed once is never deleted: it lapses, with a reason that everybody reads, and may come back', async () => {
  const practice = await at.affirmed({ title: 'Never deleted', startYear: 2019 });
  expect(await at.dana.act('withdrawPractice', { practiceId: practice.id })).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('stays on record') });
  expect(await lapse(at.dana, practice, { reason: 'Money.' })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'reason' }] });
  for (const endYear of [2018, 2099]) expect(await lapse(at.dana, practice, { endYear })).toMatchObject({ __typename: 'Invalid', fields: [{ field: 'endYear' }] });
  expect(await lapse(at.ana, practice, { endYear: 2025 })).toMatchObject({ state: 'lapsed', lapseReason: REASON, endYear: 2025, dueAt: null });
  expect((await lapse(at.ana, practice)).__typename).toBe('Conflict');
  expect((await approve(at.nora, practice)).__typename).toBe('Conflict');
  expect(await at.read(at.house.visitor, practice.slug)).toMatchObject({ state: 'lapsed', lapseReason: REASON, history: [{ what: 'lapsed', reason: REASON }, { what: 'affirmed' }] });
  expect(await at.affirm(practice)).toMatchObject({ state: 'affirmed', lapseReason: null, history: [{ what: 'reaffirmed' }, { what: 'lapsed', reason: REASON }, { what: 'affirmed' }] });
});

test('a seat that takes its signature back ends the record for the reason that it gives', async () => {
  const practice = await at.affirmed({ title: 'Until one of three' });
  await at.fresh();
  const { jointAct } = await at.ana.query(`query($id: ID!) { jointAct(id: $id) { seats { id } } }`, { id: practice.acts.standing.id });
  const seatId = jointAct.seats[2].id;
  const { challengeId } = await at.ana.act('requestSigningCode', { seatId }, '... on CodeSent { challengeId }');
  await at.house.settle();
  const code = /^(\d{6}) ends/.exec(at.house.mails.at(-1)?.subject ?? '')?.[1];
  expect((await at.ana.act('withdrawSignature', { seatId, reason: 'Our members voted against it.', challengeId, code })).__typename).toBe('JointAct');
  expect(await at.read(at.house.visitor, practice.slug)).toMatchObject({ state: 'lapsed', lapseReason: 'Our members voted against it.', history: [{ what: 'lapsed', actId: practice.acts.standing.id }, { what: 'affirmed' }] });
});

test('a district hears of an approval and of its withdrawal, a co-sponsor that approved of a lapse; strangers of nothing', async () => {
  const told = async (): Promise<string[]> => {
    await at.house.settle();
    const all = at.house.mails.map((mail) => `${mail.to.split('@')[0]}: ${mail.subject}`).sort();
    at.house.mails.length = 0;
    return all;
  };
  const toThree = (subject: string): string[] => ['ana', 'dana', 'luis'].map((name) => `${name}: ${subject}`);
  const practice = await at.affirmed({ title: 'Told of it' });
  await told();
  await approve(at.nora, practice);
  expect(await told()).toEqual(toThree('A Forum has approved “Told of it”'));
  await approve(at.nora, practice);
  expect(await told()).toEqual([]);
  await unapprove(at.nora, practice);
  expect(at.house.mails).toEqual([]);
  await at.house.settle();
  expect(at.house.mails.map((mail) => mail.text)).toEqual(Array(3).fill(expect.stringContaining('We were shown other figures since.')));
  expect(await told()).toEqual(toThree('A Forum has taken back its approval of “Told of it”'));
  await approve(at.marcus, practice);
  await told();
  await lapse(at.dana, practice);
  expect(await told()).toEqual(['marcus: “Told of it” has lapsed, which you had approved']);
});

test('a co-sponsor that takes its approval back after a lapse brings nothing back to life', async () => {
  const practice = await at.affirmed({ title: 'Lapsed and disowned' });
  await approve(at.nora, practice);
  await lapse(at.dana, practice);
  expect(await unapprove(at.nora, practice)).toMatchObject({ state: 'lapsed', lapseReason: REASON, approvals: [] });
  // And the same words signed again are not in force under its name.
  expect(await at.affirm(practice)).toMatchObject({ state: 'affirmed', approvals: [] });
});

test('whoever speaks for two co-sponsors approves and takes back for each of them by name, or for the first that can', async () => {
  const both = await at.house.as('both@affirm.example', 'Bea Both');
  const [one, two] = [await anOrganization(at.house.get, { name: 'First Council', kind: 'co_sponsor' }), await anOrganization(at.house.get, { name: 'Second Council', kind: 'co_sponsor' })];
  for (const { id } of [one, two]) await at.house.get(Organizations).seat(id, 'representative', both.accountId ?? '');
  const practice = await at.affirmed({ title: 'For both' });
  const FOR = '... on Practice { state approvals { organizationName } viewerCan { approveFor { name } } }';
  const verb = (name: string, more: Record<string, unknown> = {}): Promise<Loose> => both.act(name, { practiceId: practice.id, ...more }, FOR);
  const reason = 'We were shown other figures since.';
  expect((await both.query(`query($slug: String!) { practice(slug: $slug) { viewerCan { approveFor { name } } } }`, { slug: practice.slug })).practice.viewerCan.approveFor.map((sponsor: Loose) => sponsor.name).sort()).toEqual(['First Council', 'Second Council']);
  expect(await verb('approvePractice', { organizationId: two.id })).toMatchObject({ approvals: [{ organizationName: 'Second Council' }], viewerCan: { approveFor: [{ name: 'First Council' }] } });
  expect(await verb('approvePractice')).toMatchObject({ approvals: [{ organizationName: 'Second Council' }, { organizationName: 'First Council' }], viewerCan: { approveFor: [] } });
  expect((await verb('approvePractice', { organizationId: at.district })).__typename).toBe('NotAllowed');
  expect(await verb('withdrawApproval', { organizationId: one.id, reason })).toMatchObject({ state: 'in_force', approvals: [{ organizationName: 'Second Council' }] });
  expect((await verb('withdrawApproval', { organizationId: one.id, reason })).__typename).toBe('NotAllowed');
  expect(await verb('withdrawApproval', { reason })).toMatchObject({ state: 'affirmed', approvals: [] });
});

test('after a year the district is asked once, the sponsors’ word stays, and signing again is enough', async () => {
  const practice = await at.affirmed({ title: 'Every year' });
  await approve(at.nora, practice);
  await at.daysLater(practice.id, 360);
  await at.fresh();
  await runJob();
  expect(at.house.mails.map((mail) => mail.subject)).toEqual([]);
  await at.daysLater(practice.id, 10);
  expect(await at.read(at.dana, practice.slug)).toMatchObject({ state: 'due', standing: expect.stringMatching(/^Last confirmed on .*; it has been due to be confirmed again since /) });
  await Promise.all([runJob(), runJob()]);
  await runJob();
  expect(at.house.mails.map((mail) => `${mail.to.split('@')[0]}: ${mail.subject}`).sort()).toEqual(['ana', 'dana', 'luis'].map((name) => `${name}: Do you still do “Every year”?`));
  expect(await waitingOf(at.staff)).toContain('Do you still do “Every year”? Confirm it again, or say that it has ended');
  expect(await waitingOf(at.observer)).toEqual([]);
  expect(await at.affirm(practice)).toMatchObject({ state: 'in_force', approvals: [{ organizationName: 'A Forum' }], history: [{ what: 'reaffirmed' }, { what: 'approved' }, { what: 'affirmed' }] });
  expect(await waitingOf(at.staff)).toEqual([]);
  // And so a year after that; the letters of a day are known by that day.
  await at.fresh();
  await at.house.db.query(`delete from mail_ledger`);
  await at.daysLater(practice.id, 370);
  await runJob();
  await runJob();
  expect(at.house.mails.map((mail) => mail.subject)).toEqual(Array(3).fill('Do you still do “Every year”?'));
});

test('nobody is asked to confirm, and no co-sponsor to approve, what a steward has taken down', async () => {
  const [old, fresh] = [await at.affirmed({ title: 'Taken down and old' }), await at.affirmed({ title: 'Taken down and fresh' })];
  await at.daysLater(old.id, 370);
  const [due, open] = ['Do you still do “Taken down and old”? Confirm it again, or say that it has ended', 'Maple Hollow has affirmed “Taken down and fresh”: a co-sponsor can approve it'];
  expect([(await waitingOf(at.staff)).includes(due), (await waitingOf(at.nora)).includes(open)]).toEqual([true, true]);
  for (const { id } of [old, fresh]) await at.house.get(Practices).hide(id, 'It names a student.');
  await at.fresh();
  await runJob();
  expect(at.house.mails.filter(({ subject }) => subject.includes('Taken down'))).toEqual([]);
  expect([(await waitingOf(at.staff)).includes(due), (await waitingOf(at.nora)).includes(open)]).toEqual([false, false]);
  await at.house.get(Practices).hide(old.id, null);
  await runJob();
  expect(at.house.mails.filter(({ subject }) => subject.includes('Taken down and old'))).toHaveLength(3);
});

test('what a steward has taken down is signed by nobody, and what was signed of it is for its district alone until it stands again', async () => {
  const [waits, signed] = [await at.shared({ title: 'Taken down while it waits' }), await at.affirmed({ title: 'Taken down once signed' })];
  const { acts } = await ask(at.dana, waits);
  const text = async (actor: Actor): Promise<unknown> => (await actor.query(`query($id: ID!) { jointAct(id: $id) { id } }`, { id: signed.acts.standing.id })).jointAct;
  for (const { id } of [waits, signed]) await at.house.get(Practices).hide(id, 'It names a student.');
  expect([await text(at.house.visitor), await text(at.stranger), await text(at.luis)]).toEqual([null, null, { id: signed.acts.standing.id }]);
  await expect(at.signedBy(acts.open.id, ...at.three)).rejects.toThrow('no longer here');
  for (const { id } of [waits, signed]) await at.house.get(Practices).hide(id, null);
  expect(await text(at.house.visitor)).not.toBeNull();
  await at.house.db.query(`delete from attempt`);
  await at.signedBy(acts.open.id, at.ana);
  expect(await at.read(at.house.visitor, waits.slug)).toMatchObject({ state: 'affirmed' });
});

test('what nobody confirms for two years lapses by itself, and its district hears of it', async () => {
  const practice = await at.affirmed({ title: 'Forgotten' });
  await at.daysLater(practice.id, 735);
  await at.fresh();
  await runJob();
  await runJob();
  expect(at.house.mails.map((mail) => mail.subject)).toEqual(Array(3).fill('“Forgotten” is marked as lapsed'));
  expect(await at.read(at.house.visitor, practice.slug)).toMatchObject({ state: 'lapsed', lapseReason: expect.stringMatching(/has not confirmed it since \d{4}-\d\d-\d\d/), history: [{ what: 'lapsed', organizationName: null }, { what: 'affirmed' }] });
});

test('what was affirmed and nobody has approved waits for co-sponsors, and for nobody else', async () => {
  const practice = await at.affirmed({ title: 'Look at this' });
  const title = 'Maple Hollow has affirmed “Look at this”: a co-sponsor can approve it';
  expect(await waitingOf(at.nora)).toContain(title);
  for (const actor of [at.watcher, at.foundation, at.stranger, at.dana]) expect(await waitingOf(actor)).not.toContain(title);
  await approve(at.marcus, practice);
  expect(await waitingOf(at.nora)).not.toContain(title);
});

test('each mistake in the facts of a record names its field', async () => {
  for (const [field, value] of [
    ['expandedYear', 2010], ['endYear', 2018], ['endYear', 2099], ['cost', 'x'.repeat(601)], ['outcomes', Array(7).fill({ text: 'a', source: 'b', year: 2020 })],
  ] as const) {
    expect(await at.shared({ startYear: 2019, [field]: value })).toMatchObject({ __typename: 'Invalid', fields: [{ field }] });
  }
  const figure = { label: 'Staff vote', comparison: '>=', value: 80, unit: '%' };
  for (const [name, value] of [['label', ''], ['comparison', '~'], ['value', -1], ['unit', 'x'.repeat(31)]] as const) {
    expect(await at.shared({ thresholds: [figure, { ...figure, [name]: value }] })).toMatchObject({ __typename: 'Invalid', fields: [{ field: `thresholds.1.${name}` }] });
  }
});
