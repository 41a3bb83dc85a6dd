import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, expect, type Page } from '@playwright/test';
import { aPdf } from '@app/platform/files/testing/index.js';
import { signInAs } from './support/people.js';
import { Pointer } from './support/pointer.js';
import { test } from './support/reading.js';

const PACE = 500_000;
let folder: string;
let file: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-upload-'));
  file = join(folder, 'long-minutes.pdf');
  await writeFile(file, Buffer.concat([aPdf('Long minutes', ['We met, and talked for long.']), Buffer.alloc(3_000_000, '% \n')]));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function opened(page: Page): Promise<Pointer> {
  const dana = new Pointer(page);
  await dana.open('/library/new');
  await dana.choose(/^A file/);
  return dana;
}

async function choose(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(file);
}

/** A line that lets so many bytes a second pass, or none. */
const line = (session: CDPSession, pace: number | null) => session.send('Network.emulateNetworkConditions', { offline: pace === null, latency: 0, downloadThroughput: -1, uploadThroughput: pace ?? -1 });
const underway = (page: Page) => expect(page.getByRole('progressbar', { name: 'long-minutes.pdf' })).toHaveAttribute('aria-valuenow', /^[2-6]\d$/, { timeout: 20_000 });

test('an upload waits for a line that was lost, and goes on from there after the page was loaded anew', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: process.env.ACCORD_ADDRESS ?? '', viewport: { width: 1280, height: 900 } });
  await signInAs(context.request, 'dana');
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => void (request.url().includes('/uploads') && asked.push(request.method())));
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await opened(page);
  await line(session, PACE);
  await choose(page);
  await underway(page);

  await line(session, null);
  await expect(page.getByText('The line is lost. It goes on by itself when it is back.')).toBeVisible();
  await line(session, PACE);
  await expect(page.getByText('The line is lost.')).toBeHidden({ timeout: 20_000 });
  await underway(page);

  await page.reload();
  await opened(page);
  await expect(page.getByText(/^long-minutes\.pdf was on its way/)).toBeVisible();
  await line(session, -1);
  await choose(page);
  await expect(page.getByRole('progressbar')).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText('We have read it and found nothing that should not be shared.')).toBeVisible({ timeout: 30_000 });
  expect(asked.filter((method) => method === 'POST')).toHaveLength(1);
  expect(asked.filter((method) => method === 'HEAD').length).toBeGreaterThanOrEqual(2);

  // What would make it easier to use is told before it is shared.
  await page.getByRole('button', { name: /would make this file easier to use/ }).click();
  await expect(page.getByText('The PDF is not tagged')).toBeVisible();
  await context.close();
});
