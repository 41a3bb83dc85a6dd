import { expect, type Page } from '@playwright/test';
import { aPng, aVideo, captions } from '@app/platform/files/testing/index.js';
import { expectFlawless } from './support/looks.js';
import { test } from './support/reading.js';
import { countQuestions, settled } from './support/settled.js';

/** After how many milliseconds a file is sent again; from `libs/platform/web/send-file.ts`. */
const AGAIN_AFTER = [500, 1000, 2000, 4000, 8000, 15_000, 30_000];
// Each waits several times until the worker has looked at a file, behind those of its neighbours.
test.describe.configure({ timeout: 180_000 });

const SHOWS = 'What the picture shows, for those who cannot see it';

/** The page asks to wait while a file is still on its way. */
async function shareOnceItIsThere(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: 'Share it', exact: true }).click();
    await expect(page).not.toHaveURL(/\/new$/, { timeout: 3000 });
  }).toPass({ timeout: 45_000 });
}

for (const width of [1280, 390]) {
  test(`a picture is described where it is shared and later where it is changed, and another begins without words, at ${width} px`, async ({ read }) => {
    const { page } = await read('dana', width);
    const picture = (name: string) => page.setInputFiles('input[type=file]', { name, mimeType: 'image/png', buffer: aPng() });
    await page.goto('/library/new');
    await settled(page);
    await page.locator('label').filter({ hasText: /^A file/ }).click();
    await expect(page.getByLabel(SHOWS)).toBeHidden();
    await picture(`table-${width}.png`);
    await page.getByLabel(SHOWS).fill('Three people at a round table.');
    await expectFlawless(page, 'full');
    await shareOnceItIsThere(page);
    await expect(page.getByRole('img', { name: 'Three people at a round table.' })).toBeVisible({ timeout: 45_000 });

    // Loaded anew: for some seconds the announcer still names the button that was pressed.
    await page.goto(`${page.url()}/edit`);
    await settled(page);
    await expect(page.getByLabel(SHOWS)).toHaveValue('Three people at a round table.');
    await picture('another.png');
    await expect(page.getByLabel(SHOWS)).toHaveValue('');
    await page.getByRole('button', { name: 'Remove another.png' }).click();
    await expect(page.getByLabel(SHOWS)).toHaveValue('Three people at a round table.');
    await page.getByLabel(SHOWS).fill('');
    await expectFlawless(page, 'full');
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.getByRole('button', { name: /would make this file easier to use/ }).click();
    await expect(page.getByText('The picture has no description')).toBeVisible();
  });

  test(`a video says in which language its captions are, at ${width} px`, async ({ read }) => {
    // A page of its own, in which what is tried again after up to half a minute is tried again at once.
    const page = await (await read('dana', width)).page.context().newPage();
    countQuestions(page);
    await page.addInitScript((waits) => {
      const later = window.setTimeout;
      window.setTimeout = ((call: () => void, ms?: number) => later(call, waits.includes(ms ?? 0) ? 1 : ms)) as typeof window.setTimeout;
    }, AGAIN_AFTER);
    await page.goto('/library/new');
    await settled(page);
    await page.locator('label').filter({ hasText: /^A file/ }).click();
    await page.setInputFiles('input[type=file]', { name: `visit-${width}.mp4`, mimeType: 'video/mp4', buffer: aVideo(5000) });
    await shareOnceItIsThere(page);
    const language = page.getByRole('button', { name: /Language of the captions/ });
    await expect(language).toContainText('English', { timeout: 45_000 });
    await language.click();
    await page.getByRole('option', { name: 'Spanish' }).click();
    // The server is away for a moment: whoever goes on has not chosen the captions for nothing.
    await page.route('**/uploads*', (route) => route.fulfill({ status: 503, body: 'Away for a moment.' }));
    await page.setInputFiles('input[type=file]', { name: 'visit.vtt', mimeType: 'text/vtt', buffer: captions('Buenos días.') });
    await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible({ timeout: 45_000 });
    await page.unroute('**/uploads*');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByText(/^Now in Spanish\./)).toBeVisible({ timeout: 45_000 });
    const track = page.locator('video track');
    // Captions are looked at before they are handed out.
    await expect(async () => {
      await page.reload();
      await expect(track).toHaveAttribute('srclang', 'es', { timeout: 3000 });
    }).toPass({ timeout: 45_000 });
    await expect(track).toHaveAttribute('label', 'Spanish captions');
    await expectFlawless(page, 'full');
    // Said wrongly, it is mended without sending the captions again.
    await language.click();
    await page.getByRole('option', { name: 'French' }).click();
    await page.getByRole('button', { name: 'The captions are in French' }).click();
    await expect(page.getByText(/^Now in French\./)).toBeVisible();
    await expect(track).toHaveAttribute('srclang', 'fr');
    await page.close();
  });
}
