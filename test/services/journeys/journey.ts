import { pause } from '../../faults/mail/process.js';
import { Member } from '../setup/member.js';
import { Reader } from '../setup/reader.js';
import type { Report } from '../setup/report.js';
import { DANA, ELEANOR, RUTH, STEWARD } from './cast.js';
import type { Topology } from './topologies.js';

const TITLE = 'Peer assistance handbook of Elm Fork';
const LETTER = 'One thing to do together this week';
const SECOND_LETTER = 'Two weeks later: did you begin?';
/** A live post that takes longer than this is not live. */
const LIVE_MS = 2000;

/** What a district lives through between joining and saying no to mail, told by the people who do it. */
export async function walk(topology: Topology, report: Report): Promise<void> {
  const { sink, cast, name } = topology;
  const [here = '', there = here] = [topology.addresses[0], topology.addresses.at(-1)];
  const step = async (words: string, work: () => Promise<string>): Promise<void> => {
    const began = performance.now();
    const found = await work().then(
      (answer) => ({ good: true, answer }),
      (error: unknown) => ({ good: false, answer: error instanceof Error ? error.message : String(error) }),
    );
    report.check(`${name}: ${words}`, found.good, `${found.answer} (${Math.round(performance.now() - began)} ms)`);
  };
  const [dana, ruth, eleanor] = [new Member(here, DANA, '10.0.0.1'), new Member(there, RUTH, '10.0.0.2'), new Member(here, ELEANOR, '10.0.0.3')];
  let [threadId, conferenceId] = ['', ''];

  await step('the steward whom a command made is told by mail', async () => (await sink.next(STEWARD, /./)).subject);
  await step('three people sign in with codes from their mail', async () => {
    await Promise.all([dana, ruth, eleanor].map((member) => member.signIn(sink)));
    const { session } = await ruth.ask<{ session: { person: { email: string } } }>('{ session { person { email } } }');
    return session.person.email;
  });
  await step('a file that one person shares is read by another, byte for byte', () => share(dana, ruth));
  await step('a misspelt word finds it', () => findMisspelt(ruth));
  await step('a reply appears in an open thread by itself', async () => {
    ({ id: threadId } = await ruth.act<{ id: string }>('openThread', { title: 'Who pays for the second evaluator?', body: 'We cannot agree on it.', audience: 'members' }, '... on Thread { id }'));
    const reader = await new Reader(ruth, threadId, 1).entered();
    await pause(300);
    await dana.act('reply', { threadId, body: 'Half each, since last year.' });
    const took = await reader.sees(1, 10_000);
    reader.leave();
    if (took === null || took > LIVE_MS) throw new Error(`it was seen after ${took ?? 'more than 10,000'} ms`);
    return `seen after ${took} ms`;
  });
  await step('whoever opened the thread is told of the reply by mail', async () => (await sink.next(RUTH, /answered in/)).subject);
  await step('mentoring is asked for and accepted', async () => {
    const { id: linkId } = await dana.act<{ id: string }>('askForMentoring', { mentorId: cast.mentor, words: 'How did you begin?' }, '... on MentoringLink { id }');
    await sink.next(RUTH, /asks you for mentoring/);
    await ruth.act('acceptMentoring', { linkId, words: 'Gladly: come and see.' });
    return (await sink.next(DANA, /will mentor you/)).subject;
  });
  await step('a conference is closed', async () => {
    conferenceId = await hold(eleanor, cast);
    return 'its ladder begins';
  });
  await step('the digest arrives', async () => (await sink.next(DANA, /for Elm Fork Schools|Nothing new since/, { ms: 60_000 })).subject);
  await step('the co-sponsor’s message arrives', async () => (await sink.next(DANA, new RegExp(LETTER))).subject);
  await step('one press on the link in it stops such mail', async () => {
    const stop = (await sink.next(DANA, new RegExp(LETTER))).stopLink;
    if (!stop) throw new Error('the message has no link to stop it');
    const response = await fetch(stop, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    if (response.status !== 200) throw new Error(`it answered ${response.status}`);
    return (await response.text()).trim();
  });
  await step('the next message reaches the others and not who stopped it', async () => {
    await eleanor.act('planLadder', { conferenceId, steps: [message(cast.sponsor, SECOND_LETTER)] });
    await sink.next(RUTH, new RegExp(SECOND_LETTER.replace('?', '\\?')), { ms: 45_000 });
    await pause(2000);
    const got = (await sink.to(DANA)).filter(({ subject }) => subject === SECOND_LETTER).length;
    if (got > 0) throw new Error(`it came ${got} times`);
    return 'it did not come';
  });
  await step('every mail came once', async () => {
    const twice = (await sink.log()).filter(({ copies }) => copies.length !== 1);
    if (twice.length > 0) throw new Error(`${twice.length} came more than once`);
    return `${(await sink.log()).length} mails`;
  });
  await mutant(topology, report, dana, ruth, threadId);
  const dead = topology.processes.filter(({ unasked }) => unasked !== null);
  report.check(`${name}: every process lived to the end`, dead.length === 0, dead.map((one) => `${one.name}: ${one.unasked}`));
}

/** Without anybody who carries events on, the journey's own questions must notice. */
async function mutant({ name, processes }: Topology, report: Report, dana: Member, ruth: Member, threadId: string): Promise<void> {
  for (const worker of processes.filter((one) => one.name === 'worker')) await worker.kill();
  const reader = await new Reader(ruth, threadId, 2).entered();
  await pause(500);
  await dana.act('reply', { threadId, body: 'Nobody carries this on.' });
  const took = await reader.sees(1, LIVE_MS);
  reader.leave();
  report.check(`${name}: mutant without a worker: caught, nothing is live`, took === null, took === null ? 'not seen' : `seen after ${took} ms`);
}

async function share(dana: Member, ruth: Member): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.4\n${'% How experienced teachers assist new ones.\n'.repeat(2000)}%%EOF\n`);
  const sent = await fetch(`${dana.address}/files`, { method: 'PUT', headers: { ...dana.headers, 'content-type': 'application/pdf', 'x-file-name': 'handbook.pdf' }, body: bytes });
  const file = (await sent.json()) as { fileId: string; path: string; message?: string };
  if (sent.status !== 201) throw new Error(`the file was refused: ${file.message}`);
  await dana.act('postResource', { form: 'file', fileId: file.fileId, title: TITLE, summary: 'How experienced teachers assist new ones.', audience: 'members' });
  let got = await fetch(`${ruth.address}${file.path}`, { headers: ruth.headers });
  // Others get it when the worker has read it.
  for (const until = Date.now() + 60_000; got.status === 423 && Date.now() < until; await pause(200)) got = await fetch(`${ruth.address}${file.path}`, { headers: ruth.headers });
  const read = Buffer.from(await got.arrayBuffer());
  if (!read.equals(bytes)) throw new Error(`read with status ${got.status}, ${read.length} bytes`);
  return `${bytes.length} bytes`;
}

async function findMisspelt(ruth: Member): Promise<string> {
  for (const until = Date.now() + 20_000; ; await pause(200)) {
    const { search } = await ruth.ask<{ search: { didYouMean: string | null; nodes: { title: { text: string }[] }[] } }>('query ($filter: SearchFilter) { search(filter: $filter) { didYouMean nodes { title { text } } } }', { filter: { text: 'asistance handbok' } });
    if (search.nodes.some(({ title }) => title.map(({ text }) => text).join('') === TITLE)) return `asked for “asistance handbok”, looked for “${search.didYouMean ?? 'the same'}”`;
    if (Date.now() > until) throw new Error(`it finds ${JSON.stringify(search)}`);
  }
}

async function hold(eleanor: Member, cast: Topology['cast']): Promise<string> {
  const day = (from: number): string => `${new Date(Date.now() + from * 24 * 3_600_000).toISOString().slice(0, 10)}T09:00`;
  const { id } = await eleanor.act<{ id: string }>('openConference', { title: 'Autumn meeting of district teams', city: 'Columbus', state: 'OH', zone: 'America/New_York', starts: day(-1), ends: day(3) }, '... on Conference { id }');
  await eleanor.act('markTeams', { conferenceId: id, organizationIds: [cast.district, cast.mentor], status: 'attending' });
  await eleanor.act('planLadder', { conferenceId: id, steps: [{ kind: 'digest', amount: 0, unit: 'minutes' }, message(cast.sponsor, LETTER)] });
  await eleanor.act('closeConference', { conferenceId: id });
  return id;
}

function message(fromOrganizationId: string, subject: string): object {
  return { kind: 'message', amount: 0, unit: 'minutes', fromOrganizationId, fromName: 'Eleanor Marsh', fromTitle: 'President', subject, body: 'Name the one practice that you could begin this spring.' };
}
