import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { settled } from './support/settled.js';
import { Signer } from './support/signer.js';

const DISTRICT = '/districts/lakeshore';
const TEXT = 'We merged our schools in 2009 and still count in three towns. So we count together first.\n\nEach of us may stop a decision once, and says in writing why.';
const TITLE = /How we work together: Lakeshore/;

test('a team writes how it works together; three sign it in three browsers, and it stands for everybody', async ({ browser, page: visitor }) => {
  test.setTimeout(240_000);
  const [priya, grace, denise] = [await Signer.sitDown(browser, 'priya', 'lakeshore'), await Signer.sitDown(browser, 'grace', 'lakeshore'), await Signer.sitDown(browser, 'denise', 'lakeshore')];

  await test.step('Priya drafts; the team sees the draft, a visitor does not', async () => {
    await priya.hand.open(DISTRICT);
    await priya.hand.press('link', 'Write your statement');
    await priya.hand.write('Your statement', TEXT);
    await priya.hand.press('button', 'Save as a draft');
    await expect(priya.page.getByText('The draft is saved.')).toBeVisible();
    await denise.hand.open(DISTRICT);
    await expect(denise.page.getByText('Priya Raman has begun a draft.')).toBeVisible();
    await visitor.goto(DISTRICT);
    await settled(visitor);
    await expect(visitor.getByText('count in three towns')).toHaveCount(0);
    await expect(visitor.getByRole('heading', { name: 'Their joint statement' })).toHaveCount(0);
  });

  await test.step('she asks the three to sign, and signs first herself', async () => {
    await priya.hand.press('button', 'Ask the three to sign');
    await expect(priya.page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await priya.sign('Superintendent');
    await expect(priya.page.getByText('1 of 3 have signed.')).toBeVisible();
  });

  await test.step('Denise finds it waiting on her team’s page and leaves it open', async () => {
    await denise.hand.open('/');
    await expect(denise.page.getByRole('main').getByRole('listitem').first()).toContainText('Priya Raman asks you to sign');
    await denise.hand.press('link', /Priya Raman asks you to sign/);
    await expect(denise.page.getByText('1 of 3 have signed.')).toBeVisible();
    await expect(denise.page.getByText('Each of us may stop a decision once')).toBeVisible();
  });

  await test.step('Grace opens the link of his mail; opening it signs nothing, his code does, and Denise sees it at once', async () => {
    const link = await grace.inMail(/Priya Raman asks you to sign/, async (letter) => (await letter.getByRole('link', { name: 'Read it whole, then sign' }).getAttribute('href')) ?? '');
    for (let time = 0; time < 10; time++) await grace.page.context().request.get(link);
    await grace.hand.open(new URL(link).pathname);
    await expect(grace.page.getByText('1 of 3 have signed.')).toBeVisible();
    await grace.sign('Board president');
    await expect(denise.page.getByText('2 of 3 have signed.')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('Denise signs last: it holds, on every page that is open', async () => {
    await denise.sign('Association leader');
    for (const signer of [denise, priya, grace]) await expect(signer.page.getByText('All 3 seats have signed this. It holds.')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('everybody reads it on the district’s page, with its names, and opens its receipt', async () => {
    await visitor.goto(DISTRICT);
    await expect(visitor.getByText('Each of us may stop a decision once')).toBeVisible();
    const part = visitor.getByRole('region', { name: 'Their joint statement' });
    for (const name of ['Priya Raman', 'Grace Olsen', 'Denise Fox']) await expect(part.getByText(name)).toBeVisible();
    await part.getByRole('link', { name: 'See the record and its receipt' }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    const fileBehind = async (link: string): Promise<Buffer> => {
      const [download] = await Promise.all([visitor.waitForEvent('download'), visitor.getByRole('link', { name: link }).click()]);
      return readFile(await download.path());
    };
    expect((await fileBehind('Receipt as a PDF')).subarray(0, 5).toString()).toBe('%PDF-');
    const text = await fileBehind('The signed text as a file');
    await visitor.getByRole('button', { name: 'Check this yourself' }).click();
    await expect(visitor.getByText(createHash('sha256').update(text).digest('hex'))).toBeVisible();
  });

  await test.step('each of them is told by mail that all have signed', async () => {
    for (const signer of [priya, grace, denise]) await signer.inMail(/^All have signed/, async (letter) => expect(letter.getByRole('link', { name: 'See the receipt' })).toBeVisible());
  });
  for (const { complaints } of [priya, grace, denise]) expect(complaints.take()).toEqual([]);
});
