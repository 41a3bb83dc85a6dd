import { expect } from '@playwright/test';
import { test } from './support/reading.js';
import { Keyboard } from './support/keyboard.js';
import { Pointer } from './support/pointer.js';
import { settled } from './support/settled.js';

for (const [width, Hand] of [[1280, Pointer], [390, Keyboard]] as const) {
  test(`case studies are narrowed to a district and to a principle, and the address keeps it, at ${width} px`, async ({ read }) => {
    const { page } = await read('visitor', width);
    await page.goto('/case-studies');
    await settled(page);
    const study = page.getByRole('main').getByRole('listitem').getByRole('link').first();
    const title = await study.innerText();
    await new Hand(page).pick('District', 'harbor', /^Harbor Point/);
    await expect(page).toHaveURL(/district=harbor-point/);
    await expect(page.getByText('No case study is out of this kind')).toBeVisible();
    await page.getByRole('button', { name: 'Show all case studies' }).click();
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await page.goto('/case-studies?district=cedar-ridge');
    await expect(page.getByRole('combobox', { name: 'District' })).toHaveValue('Cedar Ridge Public Schools');
    await expect(page.getByRole('link', { name: title })).toBeVisible();
  });
}
