import { expect, type Page } from '@playwright/test';
import { aPdf, aVideo } from '@app/platform/files/testing';
import { expectFlawless } from './support/looks.js';
import { test } from './support/reading.js';
import { settled } from './support/settled.js';
import { the } from './visits.js';

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await settled(page);
};
/** The box itself is hidden behind its drawing; people press the words. */
const choose = (page: Page, label: RegExp): Promise<void> => page.locator('label').filter({ hasText: label }).click();

test('a link to somewhere else leads there, and not into Accord', async ({ read, demo }) => {
  const { page } = await read('dana', 1280);
  await open(page, await the('/library/', 'resource:rubric')(demo));
  await expect(page.getByRole('link', { name: 'The whole licence' })).toHaveAttribute('href', /^https:\/\/creativecommons\.org\//);
  const conference = await demo.rows<{ slug: string; title: string; link: string }>(`select c.slug, m.title, m.link from conference_material m join conference c on c.id = m.conference_id where m.link like 'https:%' limit 1`);
  const [material] = conference;
  await open(page, `/conferences/${material?.slug ?? ''}`);
  await expect(page.getByRole('link', { name: material?.title ?? '' })).toHaveAttribute('href', material?.link ?? '');
});

test('what is pressed twice is done and said once', async ({ read }) => {
  const { page } = await read('dana', 1280);
  await open(page, '/library/new');
  await page.getByRole('textbox', { name: 'Address' }).fill('https://district.example/pressed-twice');
  await page.getByRole('textbox', { name: 'Title' }).fill('A page that is pressed twice');
  await page.getByRole('button', { name: 'Share it', exact: true }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: 'A page that is pressed twice' })).toBeVisible();
  await settled(page);
  await expect(page.getByText('“A page that is pressed twice” is in the library.')).toHaveCount(1);
});

test('a name of one long word stays within a narrow page', async ({ read }) => {
  const width = 390;
  const { page } = await read('dana', width);
  const name = `Kept ${'Donaudampfschifffahrt'.repeat(4)}`;
  await open(page, '/search?q=evaluation');
  await page.getByRole('button', { name: 'Save this search' }).click();
  await page.getByRole('textbox', { name: 'What to call it' }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Save it' }).click();
  const said = page.getByText(`“${name}” is kept.`);
  for (const one of [said, page.getByRole('button', { name: `Take “${name}” away` })]) {
    const box = await one.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(width);
    await open(page, '/search/saved');
  }
  await page.getByRole('button', { name: `Take “${name}” away` }).click();
  await expect(page.getByRole('button', { name: `Take “${name}” away` })).toHaveCount(0);
});

test('beside the search box the button keeps its word whole on a narrow page', async ({ read }) => {
  const { page } = await read('dana', 390);
  await open(page, '/search?q=peer');
  const button = page.getByRole('main').getByRole('button', { name: 'Search', exact: true });
  // Two lines would be taller.
  expect((await button.boundingBox())?.height).toBeLessThan(56);
});

test('the title proposed for a file that is refused gives way to that of the next one, and what a writer wrote stays', async ({ read }) => {
  const { page } = await read('dana', 1280);
  await open(page, '/library/new');
  await choose(page, /^A file/);
  const attach = (name: string, buffer: Buffer): Promise<void> => page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer });
  const title = page.getByRole('textbox', { name: 'Title' });
  await attach('holiday.exe', Buffer.from('MZ'));
  await expect(page.getByText('This kind of file cannot be kept here.')).toBeVisible();
  await expect(title).toHaveValue('Holiday');
  await attach('joint-agenda.pdf', aPdf('Joint agenda', ['Words']));
  await expect(title).toHaveValue('Joint agenda');
  await expect(page.getByRole('button', { name: /would make this file easier to use/ })).toBeVisible({ timeout: 45_000 });
  await expectFlawless(page, 'full');
  await title.fill('The agenda of the joint meeting');
  await attach('another.pdf', aPdf('Another', ['Words']));
  await expect(title).toHaveValue('The agenda of the joint meeting');
});

test('after captions that were refused, their language can still be chosen', async ({ read }) => {
  const { page } = await read('dana', 1280);
  await open(page, '/library/new');
  await choose(page, /^A file/);
  const arrived = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes('/uploads/'));
  await page.setInputFiles('input[type=file]', { name: 'first-meeting.mp4', mimeType: 'video/mp4', buffer: aVideo(2000) });
  await arrived;
  await settled(page);
  await page.getByRole('button', { name: 'Share it', exact: true }).click();
  const language = page.getByRole('button', { name: /Language of the captions/ });
  await expect(language).toBeEnabled({ timeout: 45_000 });
  await page.setInputFiles('input[type=file]', { name: 'words.vtt', mimeType: 'text/vtt', buffer: Buffer.from('no captions') });
  await expect(page.getByText(/What is in this file is not what its name says/)).toBeVisible();
  await expect(language).toBeEnabled();
  // Refused, it is not on its way.
  await open(page, '/library/new');
  await choose(page, /^A file/);
  await expect(page.getByText(/words\.vtt.* on (its|their) way/)).toBeHidden();
});

test('who says what takes the place of a resource is told when the address is none of the library', async ({ read, demo }) => {
  const { page } = await read('dana', 1280);
  await open(page, await the('/library/', 'resource:mentor-hours')(demo));
  await page.getByRole('button', { name: 'Something newer takes its place' }).click();
  await page.getByRole('textbox', { name: 'Address of the newer one' }).fill('our website');
  await page.getByRole('button', { name: 'Say so' }).last().click();
  await expect(page.getByText('This is not the address of a page in this library. It has /library/ in it.')).toBeVisible();
});

for (const width of [1280, 390]) {
  test(`a practice that has lapsed says so first, and all its days are those of the reader, at ${width} px`, async ({ read, demo }) => {
    const { page } = await read('visitor', width);
    await open(page, `/practices/${await demo.value('select slug from practice where id = $1', [await demo.recall('practice:omar:9')])}`);
    const first = page.getByRole('main').getByRole('note').first();
    await expect(first).toContainText(/^Lapsed on \d+ \w+( \d+)?\.The levy of that spring failed/);
    expect((await first.boundingBox())?.y).toBeLessThan((await page.getByRole('heading', { name: 'In figures' }).boundingBox())?.y ?? 0);
    const day = /Lapsed on (\d+ \w+)/.exec(await first.innerText())?.[1] ?? '';
    await expect(page.getByRole('list', { name: 'What became of this record' }).getByRole('listitem').first()).toContainText(day);
    await expectFlawless(page, 'full');
  });
}

test('the library and the search say when nothing has all the words, with a script and without', async ({ read, browser }) => {
  const { page } = await read('dana', 1280);
  for (const path of ['/library', '/search']) {
    await open(page, `${path}?q=rubric+zeppelin`);
    await expect(page.getByText('Nothing has all of these words. These have some of them.')).toBeVisible();
    await open(page, `${path}?q=rubric`);
    await expect(page.getByText(/^Nothing has/)).toHaveCount(0);
  }
  await open(page, '/library?q=zeppelin');
  await expect(page.getByRole('status').getByText('No resources.')).toBeVisible();
  await expectFlawless(page, 'full');
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto('/library?q=rubric+zeppelin');
  await expect(plain.getByText('nothing has all of these words, so some of them were looked for')).toBeVisible();
  await plain.goto('/search?q=rubric+zeppelin');
  await expect(plain.getByText('Nothing has all of these words. These have some of them.')).toBeVisible();
  await plain.context().close();
});
