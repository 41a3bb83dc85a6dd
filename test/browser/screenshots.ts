import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startAccord } from '../setup/accord.js';
import { findChromium } from './support/chromium.js';
import { Demo } from './support/demo.js';
import { signInAs } from './support/people.js';
import { countQuestions, settled } from './support/settled.js';
import { shots } from './shots.js';

/**
 * Writes the pictures of the main pages into docs/screenshots, at the widths of a desk and of a phone. With arguments only
 * those whose names begin so; `--dark` and `--forced` write into test-results what people look at and nobody keeps.
 */
const WIDTHS = { desk: 1280, phone: 390 };
const QUALITY = 0.82;

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const has = (flag: string): boolean => process.argv.includes(`--${flag}`);
const look = { colorScheme: has('dark') ? 'dark' : 'light', forcedColors: has('forced') ? 'active' : 'none' } as const;
const folder = has('dark') || has('forced') ? `test-results/screenshots-${has('dark') ? 'dark' : 'forced'}` : 'docs/screenshots';

const running = process.env.ACCORD_ADDRESS;
const accord = running ? { address: running, databaseUrl: process.env.ACCORD_DATABASE ?? '', stop: async () => undefined } : await startAccord();
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] });
const demo = new Demo(accord.databaseUrl);
try {
  await mkdir(folder, { recursive: true });
  if (wanted.length === 0) for (const old of await readdir(folder)) if (old.endsWith('.webp')) await rm(`${folder}/${old}`);
  await demo.afterMailLike('%/unsubscribe/%');
  const painter = await browser.newPage();
  for (const [name, shot] of Object.entries(shots)) {
    if (wanted.length > 0 && !wanted.some((start) => name.startsWith(start))) continue;
    const address = typeof shot.at === 'function' ? await shot.at(demo) : shot.at;
    for (const [kind, width] of Object.entries(WIDTHS)) {
      const picture = await take(browser, { ...shot, address, width });
      const small = await asWebp(painter, picture);
      await writeFile(`${folder}/${name}-${kind}.webp`, small);
      process.stdout.write(`${name}-${kind}.webp ${Math.round(small.length / 1000)} KB\n`);
    }
  }
} finally {
  await demo.close();
  await browser.close();
  await accord.stop();
}

interface Take {
  by: (typeof shots)[string]['by'];
  address: string;
  width: number;
}

async function take(from: Browser, { by, address, width }: Take): Promise<Buffer> {
  const context = await from.newContext({ baseURL: accord.address, viewport: { width, height: width > 600 ? 900 : 844 }, locale: 'en-US', timezoneId: 'America/New_York', reducedMotion: 'reduce', ...look });
  if (by !== 'visitor') await signInAs(context.request, by);
  const page = await context.newPage();
  countQuestions(page);
  await page.goto(address);
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  // The whole page as far as a reader would scroll; a very long one is cut.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const picture = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, width > 600 ? 2000 : 2600) } });
  await context.close();
  return picture;
}

/** The browser itself makes pictures small enough to be kept. */
async function asWebp(painter: Page, png: Buffer): Promise<Buffer> {
  const base64 = await painter.evaluate(
    async ({ source, quality }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
    },
    { source: png.toString('base64'), quality: QUALITY },
  );
  return Buffer.from(base64, 'base64');
}
