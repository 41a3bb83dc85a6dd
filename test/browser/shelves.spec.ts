import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { Keyboard } from './support/keyboard.js';
import { expectFlawless } from './support/looks.js';
import { test } from './support/reading.js';
import { settled } from './support/settled.js';
import { the } from './visits.js';

const csv = (text: string) => ({ name: 'inventory.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const choose = (page: Page, text: string): Promise<void> => page.setInputFiles('input[type=file]', csv(text));

for (const width of [1280, 390]) {
  test(`an inventory is looked at, mended, brought and found, at ${width} px`, async ({ read }) => {
    const { page } = await read('nora', width);
    await page.goto('/library/import');
    await settled(page);
    await choose(page, 'id,title,text,licence\n1,One,Words,GPL\n2,Two,Words,\n');
    await expect(page.getByText('One thing is wrong, so nothing can be brought yet')).toBeVisible();
    await expect(page.getByRole('row', { name: /2 licence/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Bring/ })).toHaveCount(0);
    await expectFlawless(page, 'full');
    const title = `Oratory for boards, ${width}`;
    await choose(page, `id,title,text,licence\n${width},"${title}",Words,CC BY\n`);
    await expect(page.getByText('1 new, 0 changed, 0 as before.')).toBeVisible();
    await expectFlawless(page, 'full');
    await page.getByRole('button', { name: 'Bring one thing' }).click();
    await expect(page.getByText('One thing is in the library.')).toBeVisible();
    await expectFlawless(page, 'full');
    await page.getByRole('link', { name: 'See them in the library' }).click();
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await page.goto('/library/import');
    await settled(page);
    await choose(page, `id,title,text,readers\n${width},"${title}",Other words,public\n`);
    await expect(page.getByText('More people will read one thing than until now')).toBeVisible();
    await expect(page.getByText('Changes: text, readers.')).toBeVisible();
    await expectFlawless(page, 'full');
  });
}

test('things on a shelf change places by the keyboard alone', async ({ read, demo }) => {
  const { page } = await read('ana', 1280);
  const slug = await demo.value('select slug from collection where id = $1', [await demo.recall('collection:first-year')]);
  await page.goto(`/collections/${slug}`);
  await settled(page);
  const order = async (): Promise<string[]> => page.locator('main ol > li h3').getByRole('link').allInnerTexts();
  const [first = '', second = '', ...rest] = await order();
  const keyboard = new Keyboard(page);
  await keyboard.press('button', `Down: ${first}`);
  await expect.poll(order).toEqual([second, first, ...rest]);
  await keyboard.press('button', `Up: ${first}`);
  await expect.poll(order).toEqual([first, second, ...rest]);
});

test('a seat endorses a resource and takes it back', async ({ read, demo }) => {
  const { page } = await read('luis', 1280);
  await page.goto(await the('/library/', 'resource:joint-meeting')(demo));
  await settled(page);
  await page.getByRole('button', { name: 'Endorse it as board president' }).click();
  await expect(page.getByText(/Board president, Luis Ortega/)).toBeVisible();
  await page.reload();
  await settled(page);
  await expect(page.getByText(/Board president, Luis Ortega/)).toBeVisible();
  await expectFlawless(page, 'full');
  // Had it been of a former version, it would stand apart and could be said anew.
  await demo.value(`update resource_endorsement e set version = 1 from account a where a.id = e.account_id and a.name = 'Luis Ortega' returning e.version`, []);
  await page.reload();
  await settled(page);
  await expect(page.getByText('Your seat endorsed version 1.')).toBeVisible();
  await page.getByRole('button', { name: 'Endorsements of former versions' }).click();
  await expect(page.getByText(/Board president, Luis Ortega.*for version 1/)).toBeVisible();
  await expectFlawless(page, 'full');
  await page.getByRole('button', { name: 'Endorse version 3 as well' }).click();
  await expect(page.getByRole('button', { name: 'Endorsements of former versions' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Take the endorsement back' }).click();
  await expect(page.getByText(/Board president, Luis Ortega/)).toHaveCount(0);
});

test('what is printed of a resource has its address and not what is only for the screen', async ({ read, demo }) => {
  const { page } = await read('james', 1280);
  const path = await the('/library/', 'resource:joint-meeting')(demo);
  await page.goto(path);
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(`${new URL(page.url()).host}${path}`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Keep it up to date' })).toBeHidden();
  for (const name of ['Print it', 'Delete']) await expect(page.getByRole('button', { name })).toBeHidden();
  await expect(page.getByText('Each seat alone').first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
});

test('a team takes its conference home as one zip', async ({ read, demo }) => {
  const { page } = await read('dana', 1280);
  await page.goto(`/conferences/${await demo.value('select slug from conference where id = $1', [await demo.recall('conference:ridgeline')])}`);
  await settled(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Maple Hollow Unified: take it home as one file' }).click()]);
  expect(download.suggestedFilename()).toMatch(/-take-home\.zip$/);
  const bytes = await readFile(await download.path());
  expect([bytes.subarray(0, 2).toString(), bytes.includes('index.html'), bytes.includes('teacher-evaluation-rubric')]).toEqual(['PK', true, true]);
});
