import { type Browser, expect, type Page, test } from '@playwright/test';
import { Complaints } from './support/complaints.js';
import { Demo } from './support/demo.js';
import { readMail } from './support/mailbox.js';
import { ask, type PersonKey, signInAs } from './support/people.js';
import { Pointer } from './support/pointer.js';
import { countQuestions, settled } from './support/settled.js';

test.describe.configure({ mode: 'parallel' });

/** A browser of somebody's own. */
async function sitDown(browser: Browser, as?: PersonKey): Promise<Pointer> {
  const context = await browser.newContext({ baseURL: process.env.ACCORD_ADDRESS ?? '', locale: 'en-US', timezoneId: 'America/New_York', reducedMotion: 'reduce' });
  if (as) await signInAs(context.request, as);
  const page = await context.newPage();
  countQuestions(page);
  return new Pointer(page);
}

test('a board president joins: a mail tells how, the seat is claimed, a colleague vouches, the seat is held', async ({ browser }) => {
  const address = 'nadia.petrov@prairie-view.example';
  const nadia = await sitDown(browser);
  await nadia.open('/sign-in');
  await nadia.write('Your e-mail address', address);
  await nadia.press('button', 'Send me a code');
  // The page says the same to those who are known and to those who are not.
  await expect(nadia.page.getByRole('heading', { level: 1, name: 'Type the code' })).toBeVisible();
  const mail = await readMail(nadia, address, /^How to join Accord$/);
  const link = (await mail.getByRole('link', { name: 'Ask to join' }).getAttribute('href')) ?? '';
  await nadia.open(link);
  await nadia.write(/^Your name/, 'Nadia Petrov');
  await nadia.press('button', 'Go on to find your district');
  await nadia.pick(/^Your district/, 'prarie view', /^Prairie View Schools/);
  await nadia.choose(/^Board president/);
  await nadia.write(/^Who are you\?/, 'On the board since 2019; Tom and Carol know me.');
  await nadia.press('button', 'Claim this seat');
  await expect(nadia.page.getByText('Your claim is on its way')).toBeVisible();

  const carol = await sitDown(browser, 'carol');
  await readMail(carol, 'carol@prairie-view.example', /^Do you know Nadia Petrov/);
  await carol.open('/team/seats');
  await carol.page.getByRole('listitem').filter({ hasText: 'Nadia Petrov' }).getByRole('button', { name: 'Yes, I know that this is so' }).click();
  await expect(carol.page.getByText('They sit in their seat').first()).toBeVisible();

  await nadia.open('/team');
  await expect(nadia.page.getByText('Nadia Petrov (you)')).toBeVisible();
});

test('a sign-in link that mail filters open a hundred times signs nobody in, and its button still works', async ({ browser }) => {
  const pete = await sitDown(browser);
  await pete.open('/sign-in');
  await pete.write('Your e-mail address', 'pete@cedar-ridge.example');
  await pete.press('button', 'Send me a code');
  const mail = await readMail(pete, 'pete@cedar-ridge.example', /is your Accord code$/);
  const link = (await mail.getByRole('link', { name: 'Sign in here instead' }).getAttribute('href')) ?? '';
  const filter = pete.page.context().request;
  for (let time = 0; time < 50; time += 1) {
    expect((await filter.get(link)).ok()).toBe(true);
    expect((await filter.head(link)).ok()).toBe(true);
  }
  // Opening the page in a browser does not either.
  await pete.open(link);
  await settled(pete.page);
  const { session } = await ask<{ session: { person: unknown } }>(filter, '{ session { person { id } } }');
  expect(session.person).toBeNull();
  await pete.press('button', 'Sign in');
  await expect(pete.page.getByRole('button', { name: 'Pete Novak' })).toBeVisible();
});

test('an unsubscribe link opened a hundred times stops nothing; its button does', async ({ browser }) => {
  const demo = new Demo();
  const link = await demo.value(`select substring(headers->>'List-Unsubscribe' from '<([^>]+)>') from mailbox_message where "to" = 'james@harbor-point.example' and subject like 'Before you unpack%'`);
  const stopped = (): Promise<string> => demo.value(`select count(*) from mail_suppression where address = 'james@harbor-point.example'`);
  const james = await sitDown(browser);
  for (let time = 0; time < 50; time += 1) {
    await james.page.context().request.get(link);
    await james.page.context().request.head(link);
  }
  await james.open(link);
  await settled(james.page);
  expect(await stopped()).toBe('0');
  await james.press('button', 'Stop messages from co-sponsors');
  await expect(james.page.getByRole('heading', { level: 1, name: 'Stopped' })).toBeVisible();
  expect(await stopped()).toBe('1');
  await demo.close();
});

test('letters written while the line was cut are there once it is back, each once', async ({ browser }) => {
  const demo = new Demo();
  const threadId = await demo.recall('thread:after-the-conference');
  await demo.close();
  const tom = await sitDown(browser, 'tom');
  const gloria = await sitDown(browser, 'gloria');
  const write = (body: string): Promise<unknown> =>
    ask(gloria.page.context().request, 'mutation ($input: ReplyInput!) { reply(input: $input) { __typename ... on Problem { message } } }', { input: { threadId, body } });
  await tom.open(`/threads/${threadId}`);
  await settled(tom.page);
  await write('Before the cut.');
  await expect(tom.page.getByText('Before the cut.')).toHaveCount(1);
  await tom.page.context().setOffline(true);
  for (const word of ['first', 'second', 'third']) await write(`The ${word} while he was away.`);
  await expect(tom.page.getByText('Connection lost.')).toBeVisible({ timeout: 60_000 });
  await tom.page.context().setOffline(false);
  await expect(tom.page.getByText('The third while he was away.')).toBeVisible({ timeout: 30_000 });
  await write('After the cut.');
  await expect(tom.page.getByText('After the cut.')).toBeVisible();
  const letters = await tom.page.getByRole('article').getByText(/while he was away|the cut\./).allTextContents();
  expect(letters).toEqual(['Before the cut.', 'The first while he was away.', 'The second while he was away.', 'The third while he was away.', 'After the cut.']);
});

test('an address that leads nowhere says so', async ({ page }) => {
  const complaints = await Complaints.of(page);
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Go to the first page' }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(complaints.take()).toEqual([]);
});

for (const [what, spoil] of Object.entries({
  'cannot be reached': (page: Page) => page.route('**/graphql', (route) => route.abort('internetdisconnected')),
  'fails at everything': (page: Page) => page.route('**/graphql', (route) => route.fulfill({ status: 500, body: 'broken' })),
})) {
  test(`when Accord ${what}, the page says so and offers another try`, async ({ page }) => {
    await signInAs(page.context().request, 'luis');
    await spoil(page);
    await page.goto('/library');
    await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 15_000 });
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
  });

  test(`when Accord ${what}, a page for members does not wait for ever`, async ({ page }) => {
    await signInAs(page.context().request, 'luis');
    await spoil(page);
    await page.goto('/mentoring');
    await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 15_000 });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Mentoring' })).toBeVisible();
  });
}

test('a letter survives a session that ended elsewhere', async ({ browser }) => {
  const priya = await sitDown(browser, 'priya');
  await priya.open('/threads/new');
  await priya.write('Title', 'What did your first joint budget night cost?');
  await priya.write('Your letter', 'Ours was long, and worth it.');
  // As if signed out in another window of the same browser.
  await ask(priya.page.context().request, 'mutation { signOut(input: {}) { __typename } }');
  await priya.press('button', 'Send the letter');
  await expect(priya.page.getByText('You have been signed out').first()).toBeVisible();
  await expect(priya.page.getByLabel('Your letter', { exact: true })).toHaveValue('Ours was long, and worth it.');
  await signInAs(priya.page.context().request, 'priya');
  await priya.press('button', 'Send the letter');
  await expect(priya.page.getByRole('heading', { level: 1, name: 'What did your first joint budget night cost?' })).toBeVisible();
});
