import { type Browser, expect, test } from '@playwright/test';
import { aPdf } from '@app/platform/files/testing/index.js';
import { type Accord, startAccord } from '../setup/accord.js';
import type { Actor } from './support/actor.js';
import { Complaints } from './support/complaints.js';
import { Keyboard } from './support/keyboard.js';
import { mailCount, readMail } from './support/mailbox.js';
import { Pointer } from './support/pointer.js';
import { countQuestions, settled } from './support/settled.js';

const TITLE = 'Peer assistance handbook of Maple Hollow';
const QUESTION = 'Who pays for the second evaluator?';
const MEETING = 'Autumn meeting of district teams';
const FIRST_DIGEST = /Maple Hollow Unified$/;
const LETTER_HOME = 'One thing to do together this week';
const SECOND_LETTER = 'Two weeks later: did you begin?';
const DANA = 'dana@maple-hollow.example';
const RUTH = 'ruth@cedar-ridge.example';

const hands = { 'a pointer': Pointer, 'nothing but a keyboard': Keyboard };

test.describe.configure({ mode: 'parallel' });

for (const [hand, Hand] of Object.entries(hands)) {
  test(`the whole story of a district, with ${hand}`, async ({ browser }) => {
    test.setTimeout(420_000);
    const accord = await startAccord();
    try {
      await walk(await people(browser, accord, Hand));
    } finally {
      await accord.stop();
    }
  });
}

interface Cast {
  dana: Actor;
  ruth: Actor;
  eleanor: Actor;
  complaints: Complaints[];
}

/** Three people at three browsers. */
async function people(browser: Browser, accord: Accord, Hand: new (page: Actor['page']) => Actor): Promise<Cast> {
  const complaints: Complaints[] = [];
  const sitDown = async (): Promise<Actor> => {
    const context = await browser.newContext({ baseURL: accord.address, viewport: { width: 1280, height: 900 }, locale: 'en-US', timezoneId: 'America/New_York', reducedMotion: 'reduce' });
    const page = await context.newPage();
    countQuestions(page);
    complaints.push(await Complaints.of(page));
    return new Hand(page);
  };
  return { dana: await sitDown(), ruth: await sitDown(), eleanor: await sitDown(), complaints };
}

async function walk({ dana, ruth, eleanor, complaints }: Cast): Promise<void> {
  await test.step('Dana signs in with the code that she got by mail', () => signInByMail(dana, DANA));
  await test.step('Ruth and Eleanor sign in', async () => {
    await signInAsCast(ruth, 'Ruth Lindqvist');
    await signInAsCast(eleanor, 'Eleanor Marsh');
  });
  await test.step('Dana shares a file and sees it arrive', () => share(dana));
  await test.step('a misspelt word finds it', () => findMisspelt(ruth));
  await test.step('a reply appears in the other browser by itself', () => converse(dana, ruth));
  await test.step('Maple Hollow asks for a mentor, and Cedar Ridge says yes', () => findMentor(dana, ruth));
  await test.step('Eleanor announces a meeting and plans what its teams get afterwards', () => announce(eleanor));
  await test.step('Eleanor closes it', () => close(eleanor));
  await test.step('Dana reads the digest and the letter of the co-sponsor', () => readAfterwards(dana));
  await test.step('Dana unsubscribes in one click', () => unsubscribe(dana));
  await test.step('the next step reaches Ruth and not Dana', () => nextStep(eleanor, dana));
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
}

async function signInByMail(actor: Actor, address: string): Promise<void> {
  await actor.open('/sign-in');
  await actor.write('Your e-mail address', address);
  await actor.press('button', 'Send me a code');
  await expect(actor.page.getByRole('heading', { level: 1, name: 'Type the code' })).toBeVisible();
  // The mail is read in a second window, as one would.
  const window = await actor.page.context().newPage();
  countQuestions(window);
  const reader = new (actor.constructor as new (page: Actor['page']) => Actor)(window);
  await readMail(reader, address, /is your Accord code$/);
  const code = /^\d{6}/.exec((await window.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0] ?? '';
  await window.close();
  await actor.write(/^Six-digit code/, code);
  await actor.press('button', 'Sign in');
  await expect(actor.page.getByRole('heading', { level: 1, name: 'My team' })).toBeVisible();
}

async function signInAsCast(actor: Actor, name: string): Promise<void> {
  await actor.open('/sign-in');
  await actor.press('button', `Sign in as ${name}`);
  await expect(actor.page.getByRole('heading', { level: 1, name: 'My team' })).toBeVisible();
}

async function share(dana: Actor): Promise<void> {
  await dana.open('/library');
  await dana.press('link', 'Share something');
  await dana.choose(/^A file/);
  await onASlowLine(dana, async () => {
    const buffer = Buffer.concat([aPdf(TITLE, ['Who assists whom, and how often.']), Buffer.alloc(600_000, '% \n')]);
    await dana.attach('Choose a file', { name: 'peer-assistance.pdf', mimeType: 'application/pdf', buffer });
    await expect(dana.page.getByRole('progressbar', { name: 'peer-assistance.pdf' })).toHaveAttribute('aria-valuenow', /^[1-9]\d?$/);
    await expect(dana.page.getByRole('progressbar')).toBeHidden({ timeout: 30_000 });
  });
  await dana.write('Title', TITLE);
  await dana.write(/^What it is and what it is good for/, 'How experienced teachers assist new ones, and what the panel decides.');
  await dana.choose('Members of Accord');
  await dana.press('button', 'Share it');
  await expect(dana.page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
}

/** So that the progress can be seen: on this machine a file is there at once. */
async function onASlowLine(actor: Actor, act: () => Promise<void>): Promise<void> {
  const session = await actor.page.context().newCDPSession(actor.page);
  const line = { offline: false, latency: 0, downloadThroughput: -1 };
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: 250_000 });
  await act();
  await session.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1 });
  await session.detach();
}

async function findMisspelt(ruth: Actor): Promise<void> {
  await ruth.open('/library');
  await ruth.write('Search the library', 'asistance handbok');
  await ruth.page.keyboard.press('Enter');
  await expect(ruth.page.getByText('Nothing has the words as they were typed.')).toBeVisible();
  await ruth.press('link', TITLE);
  await expect(ruth.page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
}

async function converse(dana: Actor, ruth: Actor): Promise<void> {
  await dana.open('/threads');
  await dana.press('link', 'Start a conversation');
  await dana.write('Title', QUESTION);
  await dana.write('Your letter', 'We have **two** evaluators a building, and one budget line.');
  await dana.choose(/^Members of Accord/);
  await dana.press('button', 'Send the letter');
  await expect(dana.page.getByRole('heading', { level: 1, name: QUESTION })).toBeVisible();

  await ruth.open('/threads');
  await ruth.press('link', QUESTION);
  await ruth.write('Your letter', 'The district pays; the association releases her from two classes.');
  await ruth.press('button', 'Send the letter');
  await expect(dana.page.getByText('releases her from two classes')).toBeVisible();
  await dana.write('Your letter', 'And who covers those two classes?');
  await dana.press('button', 'Send the letter');
  await expect(ruth.page.getByText('who covers those two classes')).toBeVisible();
  await ruth.press('button', '1 new letter');
}

async function findMentor(dana: Actor, ruth: Actor): Promise<void> {
  await dana.open('/mentoring');
  await dana.press('button', 'Ask Cedar Ridge Public Schools');
  await dana.page.getByRole('dialog').waitFor();
  await dana.write('Your letter', 'We begin peer review in the fall. May we see how your panel decides?');
  await dana.press('button', 'Send the letter');
  await expect(dana.page.getByRole('heading', { level: 1, name: 'Maple Hollow Unified and Cedar Ridge Public Schools' })).toBeVisible();
  await readMail(ruth, RUTH, /^Maple Hollow Unified asks you for mentoring$/);
  await ruth.open('/mentoring');
  await ruth.press('link', 'Maple Hollow Unified');
  await ruth.press('button', 'Say yes');
  await ruth.page.getByRole('dialog').waitFor();
  await ruth.write('Your first word to them', 'Gladly. Tuesday at four suits Pete and me.');
  await ruth.press('button', 'Say yes');
  await expect(dana.page.getByText('Tuesday at four suits Pete and me.')).toBeVisible();
}

async function announce(eleanor: Actor): Promise<void> {
  await eleanor.open('/conferences');
  await eleanor.press('link', 'Announce a conference');
  await eleanor.write('Title', MEETING);
  await eleanor.write('City', 'Columbus');
  await eleanor.writeMoment(/^Opens/, `${day(-1)}T09:00`);
  await eleanor.writeMoment(/^Ends/, `${day(3)}T15:00`);
  await eleanor.press('button', 'Announce it');
  await expect(eleanor.page.getByRole('heading', { level: 1, name: MEETING })).toBeVisible();
  await eleanor.press('button', 'Invite a team, or note that it comes');
  for (const team of ['Maple Hollow Unified', 'Cedar Ridge Public Schools']) {
    await eleanor.pick(/^District or state team/, team.slice(0, 9), team);
    await eleanor.choose('It comes');
    await eleanor.press('button', 'Note it');
    await expect(eleanor.page.getByRole('row', { name: team })).toBeVisible();
  }
  await eleanor.press('button', 'Plan these four digests');
  await planDigest(eleanor, '0');
  await writeLetter(eleanor, LETTER_HOME, 'Name the one practice that you could begin this spring.');
}

async function planDigest(eleanor: Actor, minutes: string): Promise<void> {
  await eleanor.press('button', 'Add a digest');
  await eleanor.write('Number', minutes);
  await eleanor.choose('Minutes');
  await eleanor.press('button', 'Put it on the ladder');
  await expect(eleanor.page.getByRole('button', { name: 'Add a digest' })).toBeVisible();
}

async function writeLetter(eleanor: Actor, subject: string, body: string): Promise<void> {
  await eleanor.press('button', 'Write a message');
  await eleanor.write('Number', '0');
  await eleanor.choose('Minutes');
  await eleanor.write(/^The leader who signs/, 'Eleanor Marsh');
  await eleanor.write(/^What that leader is/, 'President');
  await eleanor.write('Subject', subject);
  await eleanor.write('The message', body);
  await eleanor.press('button', 'Put it on the ladder');
  await expect(eleanor.page.getByText(`“${subject}”`)).toBeVisible();
}

async function close(eleanor: Actor): Promise<void> {
  await eleanor.press('button', 'Close the conference');
  await eleanor.page.getByRole('alertdialog').waitFor();
  await eleanor.press('button', 'Close it now');
  await expect(eleanor.page.getByText('The conference has ended.').first()).toBeVisible();
  await expect(eleanor.page.getByText(/Maple Hollow|2 teams came/).first()).toBeVisible();
}

async function readAfterwards(dana: Actor): Promise<void> {
  const digest = await readMail(dana, DANA, FIRST_DIGEST);
  await expect(digest.getByRole('heading', { name: 'New for Maple Hollow Unified' })).toBeVisible();
  const letter = await readMail(dana, DANA, new RegExp(LETTER_HOME));
  await expect(letter.getByText('Name the one practice that you could begin this spring.')).toBeVisible();
}

async function unsubscribe(dana: Actor): Promise<void> {
  await dana.press('tab', 'Headers');
  const stop = /<(https?:\S+)>/.exec((await dana.page.getByRole('row', { name: 'List-Unsubscribe <' }).textContent()) ?? '')?.[1] ?? '';
  await dana.open(stop);
  await dana.press('button', 'Stop messages from co-sponsors');
  await expect(dana.page.getByRole('heading', { level: 1, name: 'Stopped' })).toBeVisible();
}

async function nextStep(eleanor: Actor, dana: Actor): Promise<void> {
  await writeLetter(eleanor, SECOND_LETTER, 'Tell the others how it went.');
  await readMail(eleanor, RUTH, new RegExp(SECOND_LETTER.replace('?', '\\?')));
  await eleanor.page.goBack();
  await eleanor.page.goBack();
  await expect(eleanor.page.getByText(/held back: the reader wants none/)).toBeVisible({ timeout: 30_000 });
  expect(await mailCount(dana, DANA, new RegExp(LETTER_HOME))).toBe(1);
  expect(await mailCount(dana, DANA, /Two weeks later/)).toBe(0);
  await settled(dana.page);
}

/** A day from today, as forms write it. */
function day(from: number): string {
  return new Date(Date.now() + from * 24 * 3_600_000).toISOString().slice(0, 10);
}
