import { type Browser, expect, type Page, test } from '@playwright/test';
import { Complaints } from './support/complaints.js';
import { Demo } from './support/demo.js';
import { axeFindings, overflow } from './support/looks.js';
import { settled } from './support/settled.js';

let demo: Demo;
let addresses: Record<'practice' | 'case study' | 'resource' | 'district', string>;

test.beforeAll(async () => {
  demo = new Demo(process.env.ACCORD_DATABASE ?? '');
  addresses = {
    practice: `/practices/${await demo.value('select slug from practice where id = $1', [await demo.recall('practice:omar:9')])}`,
    'case study': `/case-studies/${await demo.value('select slug from case_study where id = $1', [await demo.recall('case-study:cedar')])}`,
    resource: `/library/${await demo.recall('resource:rubric')}`,
    district: '/districts/cedar-ridge',
  };
});
test.afterAll(() => demo.close());

const report = ({ resource }: typeof addresses): string => `/report?about=resource:${resource.split('/').at(-1) ?? ''}`;

async function visitor(browser: Browser, width: number, javaScriptEnabled: boolean): Promise<{ page: Page; complaints: Complaints }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  return { page, complaints: await Complaints.of(page) };
}

for (const width of [1280, 390]) {
  test(`whoever has no script and no session reads what is open at ${width} px`, async ({ browser }) => {
    const { page, complaints } = await visitor(browser, width, false);
    for (const [kind, address] of Object.entries(addresses)) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 }), kind).toBeVisible();
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first(), kind).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${kind} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'Practices' }).first().click();
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/practices\/./);
    await expect(page.getByRole('heading', { name: 'Cite this' })).toBeVisible();
    expect(complaints.take()).toEqual([]);
    await page.context().close();
  });
}

test('the plain page can be read by everybody', async ({ browser }) => {
  // Looked at by a script that the page itself cannot run: its own is kept away.
  const { page } = await visitor(browser, 390, true);
  await page.route('**/assets/*.js', (route) => route.abort());
  for (const address of [addresses.practice, addresses.resource, '/practices', '/practices/nothing-of-this-name', '/search?q=calendar', '/districts?state=OH', report(addresses), '/report/sent']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect([...(await axeFindings(page)), ...(await overflow(page))], address).toEqual([]);
  }
  await page.context().close();
});

test('whoever has a script but no session reads the same, cites it, and nothing complains', async ({ browser }) => {
  const { page, complaints } = await visitor(browser, 1280, true);
  for (const [kind, address] of Object.entries(addresses)) {
    const answer = await page.goto(address);
    await settled(page);
    expect(answer?.status(), kind).toBe(200);
    await expect(page.locator('[data-plain]'), kind).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Sign in' }).first(), kind).toBeVisible();
    expect(complaints.take(), kind).toEqual([]);
  }
  await page.goto(addresses.practice);
  await settled(page);
  await page.getByRole('button', { name: 'Cite this' }).click();
  await expect(page.getByRole('button', { name: 'Copy the reference in APA' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const canonical = page.locator('link[rel=canonical]');
  await expect(canonical).toHaveAttribute('href', new RegExp(`${addresses.practice}$`));
  // What the server wrote of one page is not said of the next.
  await page.getByRole('navigation').getByRole('link', { name: 'Library' }).first().click();
  await expect(page).toHaveURL(/\/library$/);
  await expect(canonical).toHaveCount(0);
  const gone = await page.goto('/practices/nothing-of-this-name');
  await settled(page);
  expect(gone?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This practice is not here');
  expect(complaints.take()).toEqual([]);
  await page.context().close();
});

test('a visitor comes from a resource to the form for reports, which stays where scripts run', async ({ browser }) => {
  const { page, complaints } = await visitor(browser, 1280, true);
  await page.goto(addresses.resource);
  await settled(page);
  await page.locator('a[href^="/report?about=resource:"]').click();
  await expect(page).toHaveURL(/\/report\?about=resource:/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report this to the stewards');
  await expect(page.getByLabel('What is wrong with it?')).toBeVisible();
  expect([...(await axeFindings(page)), ...(await overflow(page))]).toEqual([]);
  await page.getByLabel('What is wrong with it?').selectOption({ index: 1 });
  await page.getByLabel('Your e-mail address').fill('parent@home.example');
  await page.getByRole('button', { name: 'Send the report' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
  expect(complaints.take()).toEqual([]);
  await page.context().close();
});
