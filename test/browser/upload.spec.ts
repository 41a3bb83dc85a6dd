import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { Keyboard } from './support/keyboard.js';
import { expectFlawless } from './support/looks.js';
import { test } from './support/reading.js';
import { settled } from './support/settled.js';

// Each waits several times until the worker has looked at a file, behind those of its neighbours.
test.describe.configure({ timeout: 180_000 });

const BYTES = 20_000_000;

/** A file on the disk: chosen again, it is the same one to the browser. */
async function aLargeFile(info: TestInfo, name: string): Promise<{ path: string; sha256: string }> {
  const line = (number: number): string => `${name}, line ${String(number).padStart(9, '0')}\n`;
  const bytes = Buffer.from(Array.from({ length: Math.ceil(BYTES / line(0).length) }, (_, at) => line(at)).join(''));
  const path = info.outputPath(name);
  await writeFile(path, bytes);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The reader's page is shared, and another test may have left a file on its way. */
const forgetUploads = (page: Page): Promise<void> => page.evaluate(() => localStorage.clear());

/** Where each piece that is sent begins. */
function piecesOf(page: Page): number[] {
  const begins: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') begins.push(Number(request.headers()['upload-offset']));
  });
  return begins;
}

/** What the resource that was just shared hands out. */
async function fetched(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: 'Download the file' });
  await expect(link).toBeVisible({ timeout: 45_000 });
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  return createHash('sha256').update(await answer.body()).digest('hex');
}

for (const width of [1280, 390]) {
  test(`a file whose line is cut and whose page is loaded anew goes on where it was, and arrives whole, at ${width} px`, async ({ read }, info) => {
    const name = `minutes-${width}.txt`;
    const { path, sha256 } = await aLargeFile(info, name);
    const { page } = await read('dana', width);
    await page.goto('/library/new');
    await settled(page);
    await forgetUploads(page);
    await page.locator('label').filter({ hasText: /^A file/ }).click();
    let sent = 0;
    await page.route('**/uploads/*', (route) => (route.request().method() === 'PATCH' && ++sent > 1 ? route.abort('connectionreset') : route.continue()));
    await page.setInputFiles('input[type=file]', path);
    await expect(page.getByText('The line is lost. It goes on by itself when it is back.')).toBeVisible({ timeout: 20_000 });
    // The line stays cut until the page has gone: it would send the rest by itself.
    await page.reload();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await settled(page);
    // The page says what to do, without being asked.
    await expect(page.getByText(`${name} was on its way and has not arrived. Choose it again, and it goes on where it stopped.`)).toBeVisible();
    await expectFlawless(page, 'full');
    const begins = piecesOf(page);
    await page.setInputFiles('input[type=file]', path);
    await expect(page.getByText('We have read it and found nothing that should not be shared.').or(page.getByText('We are reading it. You can share it meanwhile; others get it when that is done.'))).toBeVisible({ timeout: 30_000 });
    expect(Math.min(...begins)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Share it', exact: true }).click();
    expect(await fetched(page)).toBe(sha256);
  });
}

test('with the keyboard alone, a file that a reload cut off in the middle of a piece goes on and is shared', async ({ read }, info) => {
  const { path, sha256 } = await aLargeFile(info, 'minutes-keys.txt');
  const { page } = await read('dana', 1280);
  const keyboard = new Keyboard(page);
  const attach = async (): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await keyboard.press('button', 'Choose a file');
    await (await chooser).setFiles(path);
  };
  await keyboard.open('/library/new');
  await settled(page);
  await keyboard.choose(/^A file/);
  const session = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 0, downloadThroughput: -1 };
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: 3_000_000 });
  await attach();
  // Into the second of three pieces.
  await expect.poll(async () => Number(await page.getByRole('progressbar').getAttribute('aria-valuenow')), { timeout: 30_000 }).toBeGreaterThan(50);
  await page.reload();
  await session.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: 10_000_000 });
  await settled(page);
  const begins = piecesOf(page);
  await attach();
  await expect(page.getByText('It goes on where it stopped.', { exact: true })).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeHidden({ timeout: 30_000 });
  expect(Math.min(...begins)).toBeGreaterThan(0);
  await keyboard.press('button', 'Share it');
  expect(await fetched(page)).toBe(sha256);
});
