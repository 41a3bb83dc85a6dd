import { expect } from '@playwright/test';
import { expectFlawless } from './support/looks.js';
import { test } from './support/reading.js';
import { settled } from './support/settled.js';

for (const width of [1280, 390]) {
  test(`what is narrowed to a topic is saved, and its link opens the same results, at ${width} px`, async ({ read, demo }) => {
    const { page } = await read('dana', width);
    const topic = await demo.value(`select topic from search_entry, unnest(topics) topic where audience = 'public' group by 1 order by count(*) desc, 1 limit 1`);
    const name = await demo.value('select name from topic where slug = $1', [topic]);
    const titles = (): Promise<string[]> => page.locator('main ol > li h2').allInnerTexts();
    await page.goto('/search');
    await settled(page);
    const all = await titles();
    if (width === 390) await page.getByRole('button', { name: 'Narrow the results' }).click();
    await page.getByRole('region', { name: 'Topic' }).getByRole('button', { name }).click();
    await settled(page);
    await expect(page).toHaveURL(new RegExp(`topic=${topic}`));
    const narrowed = await titles();
    expect(narrowed.length).toBeGreaterThan(0);
    expect(narrowed).not.toEqual(all);
    await expectFlawless(page, 'full');

    await page.getByRole('button', { name: 'Save this search' }).click();
    await expect(page.getByRole('textbox', { name: 'What to call it' })).toHaveValue(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Save it' }).click();
    await page.goto('/search/saved');
    await settled(page);
    await page.getByRole('link', { name, exact: true }).click();
    await settled(page);
    await expect(page).toHaveURL(new RegExp(`topic=${topic}`));
    await expect.poll(titles).toEqual(narrowed);
    await page.goto('/search/saved');
    await settled(page);
    await page.getByRole('button', { name: `Take “${name}” away` }).click();
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  });
}

test('somebody lets only their own team find them, and takes that back', async ({ read }) => {
  const { page } = await read('walt', 1280);
  const chosen = (name: string) => page.getByRole('radio', { name });
  for (const name of ['My own team only', 'As my seat has it']) {
    await page.goto('/me');
    await settled(page);
    await expect(chosen(name)).not.toBeChecked();
    // The box itself is hidden behind its drawing; people press the words.
    await page.locator('label').filter({ has: chosen(name) }).click();
    await page.getByRole('button', { name: 'Save who may find me' }).click();
    await expect(page.getByText('It is saved, and holds from now on.')).toBeVisible();
    await page.reload();
    await settled(page);
    await expect(chosen(name)).toBeChecked();
    await expectFlawless(page, 'full');
  }
});
