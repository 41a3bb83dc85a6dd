import { expect } from '@playwright/test';
import { test } from './support/reading.js';
import { settled } from './support/settled.js';

for (const width of [1280, 390]) {
  test(`the practices of one district are reached from its page, and all districts from there, at ${width} px`, async ({ read }) => {
    const { page } = await read('visitor', width);
    await page.goto('/districts/cedar-ridge');
    await settled(page);
    await page.getByRole('link', { name: 'See their practices' }).click();
    await expect(page.getByText('Only Cedar Ridge Public Schools')).toBeVisible();
    const found = page.getByRole('status').filter({ hasText: /\d+ practices?/ });
    const all = Number(/\d+/.exec(await found.innerText())?.[0]);
    await expect(page.getByRole('link', { name: 'The board rates its own year, with the association in the room' })).toBeVisible();
    await page.getByRole('searchbox').fill('observers');
    await expect(page).toHaveURL(/q=observers.*district=cedar-ridge|district=cedar-ridge.*q=observers/);
    await expect.poll(async () => Number(/\d+/.exec(await found.innerText())?.[0])).toBeLessThan(all);
    await page.getByRole('button', { name: 'Show all districts' }).click();
    await expect(page).not.toHaveURL(/district=/);
    await expect(page.getByText('Only Cedar Ridge Public Schools')).toHaveCount(0);
  });
}

test('the address of a cell opens the cell where there is a grid, and the same list on a phone', async ({ read }) => {
  const wide = (await read('visitor', 1280)).page;
  await wide.goto('/practices?district=cedar-ridge&principle=5');
  await expect(wide.getByRole('complementary', { name: /^Cedar Ridge: / })).toBeVisible();
  await expect(wide.getByText('Only Cedar Ridge Public Schools')).toHaveCount(0);
  const narrow = (await read('visitor', 390)).page;
  await narrow.goto('/practices?district=cedar-ridge&principle=5');
  await expect(narrow.getByText('Only Cedar Ridge Public Schools')).toBeVisible();
  await expect(narrow.getByRole('link', { name: 'Two observers, one of them a teacher from another school' })).toBeVisible();
  await expect(narrow.getByRole('link', { name: 'The board rates its own year, with the association in the room' })).toHaveCount(0);
});
