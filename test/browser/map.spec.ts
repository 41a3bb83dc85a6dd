import { expect, type Page } from '@playwright/test';
import { Keyboard } from './support/keyboard.js';
import { test } from './support/reading.js';
import { settled } from './support/settled.js';

const lit = (page: Page) => page.locator('.ui-map-mark[data-lit]');

for (const width of [1280, 390]) {
  test(`a district is reached from the map by the keyboard alone, through the list beneath it, at ${width} px`, async ({ read }) => {
    const { page } = await read('dana', width);
    await page.goto('/districts?view=map');
    await settled(page);
    // Nothing that is drawn takes the keyboard or is read aloud.
    await expect(page.locator('.ui-map')).toHaveAttribute('aria-hidden', 'true');
    expect(await page.locator('.ui-map').evaluate((map) => map.querySelectorAll('a, button, [tabindex]').length)).toBe(0);
    await expect(lit(page)).toHaveCount(0);
    const keyboard = new Keyboard(page);
    await page.getByRole('link', { name: 'Harbor Point City Schools' }).focus();
    await expect(lit(page)).toHaveCount(1);
    await page.goto('/districts?view=map');
    await keyboard.press('link', 'Cedar Ridge Public Schools');
    await expect(page.getByRole('heading', { level: 1, name: 'Cedar Ridge Public Schools' })).toBeVisible();
  });

  test(`every mark stands in the list, and what is not on the map is said, at ${width} px`, async ({ read }) => {
    const { page } = await read('dana', width);
    await page.goto('/districts?view=map');
    await settled(page);
    const list = page.getByRole('list', { name: 'Districts that are here or present' });
    const [marks, rows] = [await page.locator('.ui-map-states ~ .ui-map-mark').count(), await list.getByRole('listitem').count()];
    const missing = await list.getByText('not on the map').count();
    expect(missing).toBeGreaterThan(0);
    expect(marks + missing).toBe(rows);
    await expect(page.getByText('1 of them is not on the map')).toBeVisible();
  });
}

test('a mark that is pointed at is lit in the list, and what is chosen on the map is brought into view', async ({ read }) => {
  const { page } = await read('dana', 1280);
  await page.goto('/districts?view=map');
  await settled(page);
  await page.locator('.ui-map-states ~ .ui-map-mark').last().hover();
  await expect(page.locator('li[data-lit]')).toHaveCount(1);
  const name = await page.locator('li[data-lit]').getByRole('link').innerText();
  await lit(page).click();
  await expect(page.locator('li[data-lit]').filter({ hasText: name })).toBeInViewport();
});

test('the outlines are fetched only when the map is opened, and both views keep the filters', async ({ read }) => {
  const { page } = await read('visitor', 1280);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/districts?state=MD');
  await settled(page);
  expect(fetched.filter((url) => url.includes('DrawnMap'))).toEqual([]);
  await page.getByRole('tab', { name: 'Map' }).click();
  await settled(page);
  expect(fetched.filter((url) => /DrawnMap.*\.js$/.test(url))).toHaveLength(1);
  expect(page.url()).toContain('state=MD');
  await expect(page.getByRole('list', { name: 'Districts that are here or present' }).getByRole('listitem')).toHaveCount(3);
});

test('a conference shows on a map which teams came, for members only, and its table holds the same', async ({ read, demo }) => {
  const address = `/conferences/${await demo.value('select slug from conference where id = $1', [await demo.recall('conference:ridgeline')])}`;
  const { page } = await read('dana', 1280);
  await page.goto(address);
  await settled(page);
  await expect(page.locator('.ui-map-states ~ .ui-map-mark')).toHaveCount(await page.getByRole('row').filter({ hasText: 'came' }).count());
  const { page: outside } = await read('visitor', 1280);
  await outside.goto(address);
  await settled(outside);
  await expect(outside.locator('.ui-map')).toHaveCount(0);
});

test('what matters is chosen in three steps, stands in the address, and turns the order', async ({ read }) => {
  const { page } = await read('dana', 1280);
  await page.goto('/districts');
  await settled(page);
  await page.getByText(/^Most like/).click();
  await settled(page);
  const first = page.getByRole('list', { name: 'Districts found' }).locator('> li').first();
  await expect(first).not.toContainText('ffiliated with AFT');
  await page.getByRole('button', { name: /^What matters/ }).click();
  for (const name of ['Size', 'Kind of place', 'Part of the country']) await page.getByRole('radiogroup', { name }).getByText('Not', { exact: true }).click();
  await page.getByRole('radiogroup', { name: 'Affiliation' }).getByText('A lot').click();
  await settled(page);
  expect(decodeURIComponent(page.url())).toContain('weights=size.not,locale.not,affiliation.lot,region.not');
  await expect(first).toContainText('Both affiliated with AFT');
  await page.reload();
  await settled(page);
  await expect(first).toContainText('Both affiliated with AFT');
});
