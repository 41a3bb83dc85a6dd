import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Accord, startAccord } from '../setup/accord.js';
import { Demo } from './support/demo.js';
import { readMail } from './support/mailbox.js';
import { ask, type PersonKey, signInAs } from './support/people.js';
import { Pointer } from './support/pointer.js';
import { countQuestions, settled } from './support/settled.js';

// Whoever loses a seat here would be missed by the other journeys, so this one has an Accord of its own.
let accord: Accord;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  accord = await startAccord();
});
test.afterAll(() => accord.stop());

async function sitDown(browser: Browser, as?: PersonKey): Promise<Pointer> {
  const context = await browser.newContext({ baseURL: accord.address, locale: 'en-US', timezoneId: 'America/New_York', reducedMotion: 'reduce' });
  if (as) await signInAs(context.request, as);
  const page = await context.newPage();
  countQuestions(page);
  return new Pointer(page);
}

/** When the open page's live connection was last closed, in milliseconds of this test's clock. */
function watchConnection(page: Page): { closedAt: () => number; isOpen: () => boolean } {
  let [open, closed] = [false, 0];
  page.on('websocket', (socket) => {
    socket.on('framereceived', () => (open = true));
    socket.on('close', () => (closed = performance.now()));
  });
  return { closedAt: () => closed, isOpen: () => open };
}

test('a superintendent is replaced: the successor goes on the same minute, and the old session is dead within a second', async ({ browser }) => {
  test.setTimeout(180_000);
  const demo = new Demo(accord.databaseUrl);
  const threadId = await demo.recall('thread:after-the-conference');
  const linkId = await demo.recall('mentoring-link:prairie-cedar');
  const address = 'nia.okoro@prairie-view.example';

  const tom = await sitDown(browser, 'tom');
  await test.step('the old superintendent writes a letter, and hands his seat over', async () => {
    await ask(tom.page.context().request, 'mutation ($input: ReplyInput!) { reply(input: $input) { __typename ... on Problem { message } } }', { input: { threadId, body: 'Prairie View will answer this after the board has met.' } });
    await tom.open('/team/seats');
    await tom.press('link', 'Hand this seat over');
    await tom.write('Your successor’s e-mail address', address);
    await tom.write(/^A word to them/, 'Ruth in Cedar Ridge waits for our answer.');
    await tom.press('button', 'Hand it over');
    await expect(tom.page.getByText('On its way to a successor')).toBeVisible();
  });

  const watched = watchConnection(tom.page);
  await tom.open(`/threads/${threadId}`);
  await settled(tom.page);
  await expect.poll(watched.isOpen).toBe(true);

  const nia = await sitDown(browser);
  await test.step('the successor opens the mailed link; opening it, however often, changes nothing', async () => {
    const mail = await readMail(nia, address, /^Tom Ackerman hands you the seat of superintendent/);
    const link = (await mail.getByRole('link', { name: 'See the seat' }).getAttribute('href')) ?? '';
    for (let time = 0; time < 20; time += 1) {
      await nia.page.context().request.get(link);
      await nia.page.context().request.head(link);
    }
    await nia.open(link);
    await expect(nia.page.getByText('Ruth in Cedar Ridge waits for our answer.')).toBeVisible();
    const { session } = await ask<{ session: { isMember: boolean } }>(tom.page.context().request, '{ session { isMember } }');
    expect(session.isMember).toBe(true);
  });

  await test.step('she takes the seat, and within a second his requests are refused and his open page is cut off', async () => {
    await nia.write(/^Your name/, 'Nia Okoro');
    const answered = nia.page.waitForResponse(async (response) => (response.request().postData() ?? '').includes('mutation AcceptHandover'));
    await nia.press('button', 'Take the seat');
    await answered;
    const accepted = performance.now();
    const refused = await tom.page.context().request.post('/graphql', { data: { query: '{ myTeams { id } }' }, headers: { 'apollo-require-preflight': '1' } });
    const refusedAfter = performance.now() - accepted;
    expect(await refused.text()).toContain('SignInNeeded');
    await expect.poll(() => watched.closedAt() > 0, { timeout: 5000, intervals: [10] }).toBe(true);
    const closedAfter = watched.closedAt() - accepted;
    console.log(`    after the acceptance: a request refused in ${Math.round(refusedAfter)} ms, the open page cut off in ${Math.round(closedAfter)} ms`);
    expect(refusedAfter).toBeLessThan(1000);
    expect(closedAfter).toBeLessThan(1000);
    await expect(tom.page.getByText('You have been signed out')).toBeVisible();
  });

  await test.step('her brief and My team show what the district has here', async () => {
    await expect(nia.page.getByRole('heading', { level: 1, name: 'Your brief' })).toBeVisible();
    await expect(nia.page.getByText('Before you sat here: Tom Ackerman')).toBeVisible();
    await expect(nia.page.getByRole('main').getByRole('link', { name: /Cedar Ridge/ })).toHaveAttribute('href', `/mentoring/${linkId}`);
    await nia.open('/team');
    await expect(nia.page.getByText('Nia Okoro (you)')).toBeVisible();
    await nia.press('link', /^Your brief as superintendent of Prairie View Schools/);
    await nia.page.getByRole('main').getByRole('link', { name: /Cedar Ridge/ }).click();
    await expect(nia.page.getByRole('heading', { level: 1 })).toContainText(/Cedar Ridge|Mentoring/);
    await readMail(nia, address, /^Your brief: what is going on for Prairie View Schools/);
  });

  await test.step('she answers as the district in the thread that he wrote in', async () => {
    await nia.open(`/threads/${threadId}`);
    await nia.write(/^Your letter/, 'The board has met, and our answer is yes.');
    await nia.press('button', 'Send the letter');
    await expect(nia.page.getByRole('article').filter({ hasText: 'our answer is yes' })).toContainText('Nia Okoro');
    await expect(nia.page.getByRole('article').filter({ hasText: 'our answer is yes' })).toContainText('Prairie View Schools');
  });

  await test.step('he signs in again, reads what he wrote, and writes no more', async () => {
    await signInAs(tom.page.context().request, 'tom');
    await tom.open('/team');
    await expect(tom.page.getByRole('heading', { level: 1, name: 'You have left your seat' })).toBeVisible();
    await tom.press('link', 'Read what you wrote');
    await expect(tom.page.getByText('Prairie View will answer this after the board has met.')).toBeVisible();
    for (const [mutation, input] of Object.entries({
      reply: { threadId, body: 'One more word.' },
      openThread: { title: 'One more', body: 'Word.', audience: 'public' },
      askForMentoring: { mentorId: await demo.recall('organization:harbor-point'), words: 'Please.' },
    })) {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const answer = await tom.page.context().request.post('/graphql', { data: { query: `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, variables: { input } }, headers: { 'apollo-require-preflight': '1' } });
      expect(await answer.text(), mutation).toMatch(/NotAllowed/);
    }
  });
  await demo.close();
});

test('a yearly question answered from its mail keeps a seat, and the page says so to whoever opens the link again', async ({ browser }) => {
  const denise = await sitDown(browser);
  const mail = await readMail(denise, 'denise@lakeshore.example', /^Do you still sit as/);
  const link = (await mail.getByRole('link', { name: 'Answer' }).getAttribute('href')) ?? '';
  await denise.open(link);
  await denise.press('button', 'Yes, I still sit there');
  await expect(denise.page.getByRole('heading', { level: 1, name: 'Thank you, that is confirmed' })).toBeVisible();
  await denise.open(link);
  await expect(denise.page.getByRole('heading', { level: 1, name: 'Thank you, that is confirmed' })).toBeVisible();
});
