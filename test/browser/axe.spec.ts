import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Demo } from './support/demo.js';
import { axeFindings, expectFlawless, overflow } from './support/looks.js';
import { type Reading, test } from './support/reading.js';
import { routes } from './support/routes.js';
import { settled } from './support/settled.js';
import { setWeather, type Weather, weatherNotes } from './support/weather.js';
import { type Address, type DialogVisit, visits } from './visits.js';

const WIDE = 1280;
const NARROW = 390;
const WIDTHS = [WIDE, NARROW];
const counts = { looks: 0, opened: 0 };

test.describe.configure({ mode: 'parallel' });

test('every page of the product is visited', () => {
  expect(routes.filter((path) => !visits[path]?.length), 'routes without a visit in visits.ts').toEqual([]);
  expect(Object.keys(visits).filter((path) => !routes.includes(path)), 'visits to routes that are gone').toEqual([]);
});

test('every dialog of the product is opened', () => {
  const opened = new Set(Object.values(visits).flatMap((all) => all.flatMap((visit) => visit.dialogs?.map((dialog) => dialog.from) ?? [])));
  expect(filesWithDialog().filter((file) => !opened.has(file)), 'dialogs that no visit opens').toEqual([]);
});

for (const path of routes) {
  for (const [at, visit] of (visits[path] ?? []).entries()) {
    const count = at > 0 ? `, ${at + 1}` : '';
    for (const width of WIDTHS) {
      test(`${path} can be read by everybody, as ${visit.by} at ${width} px${count}`, async ({ read, demo }) => {
        test.setTimeout(240_000);
        const address = await addressOf(demo, visit.at ?? path);
        const reading = await read(visit.by, width);
        await test.step('full', () => lookAt(reading, address, 'full'));
        await test.step('narrower', () => narrower(reading.page, width));
        await test.step('things opened', () => openThings(reading, `${path} at ${width} px`));
        for (const dialog of visit.dialogs ?? []) await test.step(`dialog in ${dialog.from}`, async () => openDialog(reading, await addressOf(demo, dialog.at ?? address), dialog));
      });
    }
    test(`${path} can be read by everybody with nothing to show and when it fails, as ${visit.by}${count}`, async ({ read, demo }) => {
      test.setTimeout(240_000);
      const address = await addressOf(demo, visit.at ?? path);
      const reading = await read(visit.by, WIDE);
      for (const weather of ['empty', 'error'] as const) {
        await test.step(weather, () => lookAt(reading, address, weather));
        await test.step(`${weather}, narrow`, () => atWidth(reading.page, NARROW, () => lookAgain(reading.page, `${weather} at ${NARROW} px`)));
      }
    });
  }
}

for (const width of [600, 390]) {
  test(`every kind of mail can be read by everybody at ${width} px`, async ({ browser, demo }) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    for (const { kind, html } of await demo.rows<{ kind: string; html: string }>('select distinct on (l.kind) l.kind, m.html from mailbox_message m join mail_ledger l on l.message_id = m.message_id order by l.kind, m.id')) {
      await page.setContent(html);
      // The landmarks around a mail are the mail program's own, and so is its subject, which stands above a letter as the title.
      expect([...(await axeFindings(page, ['landmark-one-main', 'region', 'page-has-heading-one'])), ...(await overflow(page))], `the mail ${kind}`).toEqual([]);
      counts.looks += 1;
    }
    await page.close();
  });
}

test.afterAll(() => console.log(`    this worker looked at ${counts.looks} pages and at ${counts.opened} things opened on them`));

async function addressOf(demo: Demo, at: Address): Promise<string> {
  return typeof at === 'function' ? at(demo) : at;
}

async function lookAt({ page, complaints }: Reading, address: string, weather: Weather): Promise<void> {
  complaints.take();
  complaints.expect(weatherNotes[weather]);
  await setWeather(page, weather);
  await page.goto(address);
  await lookAgain(page, weather);
  expect(complaints.take(), `what ${address} complains of, ${weather}`).toEqual([]);
}

async function lookAgain(page: Page, moment: string): Promise<void> {
  await expectFlawless(page, moment);
  counts.looks += 1;
}

/** What stands around a page is opened once for each reader and width, and what stands on it once for each route. */
const openedAround = new WeakMap<Page, string[]>();
const openedOn = new Map<string, string[]>();

/** Menus, lists and disclosures, one after the other, on the page as it is when all goes well. */
async function openThings({ page, complaints }: Reading, place: string): Promise<void> {
  const around = openedAround.get(page) ?? [];
  openedAround.set(page, around);
  const here = openedOn.get(place) ?? [];
  openedOn.set(place, here);
  const opened = new Set([...around, ...here]);
  // Marked anew each time: what is opened may have drawn the page again, or taken another thing away.
  for (let name = await closedThing(page, opened); name !== null; name = await closedThing(page, opened)) {
    opened.add(name);
    (name.startsWith('around ') ? around : here).push(name);
    await page.locator('[data-visit]').click();
    await lookAtOpened(page, `"${name}" opened`);
  }
  expect(complaints.take(), `what ${page.url()} complains of when things are opened`).toEqual([]);
}

async function openDialog({ page, complaints }: Reading, address: string, { press, open, from, width }: DialogVisit): Promise<void> {
  await atWidth(page, width ?? page.viewportSize()?.width ?? WIDE, async () => {
    await page.goto(address);
    await settled(page);
    if (open) await page.getByRole('button', { name: open }).filter({ visible: true }).first().click();
    if (press) await page.getByRole('button', { name: press }).filter({ visible: true }).first().click();
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    await expect(dialog).toBeVisible();
    await lookAtOpened(page, `the dialog in ${from} open`);
    await expect(dialog).toBeHidden();
  });
  expect(complaints.take(), `what ${address} complains of when its dialog opens`).toEqual([]);
}

async function lookAtOpened(page: Page, moment: string): Promise<void> {
  await settled(page);
  expect([...(await axeFindings(page)), ...(await overflow(page))], `${page.url()}, ${moment}`).toEqual([]);
  counts.opened += 1;
  await page.keyboard.press('Escape');
  await settled(page);
}

/** Marks the next thing on the page that can be opened and answers the name of its kind: of many alike, one is enough. */
async function closedThing(page: Page, opened: ReadonlySet<string>): Promise<string | null> {
  return page.evaluate((seen) => {
    for (const marked of document.querySelectorAll<HTMLElement>('[data-visit]')) delete marked.dataset['visit'];
    for (const element of document.querySelectorAll<HTMLElement>('[aria-expanded="false"], [aria-haspopup]')) {
      if (!element.checkVisibility() || element.hasAttribute('disabled')) continue;
      const label = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
      const kind = `${element.closest('main') ? '' : 'around '}${element.className} in ${element.closest('article, li, tr, section')?.className ?? 'the page'}${element.closest('li, tr, article') ? '' : `: ${label}`}`;
      if (seen.includes(kind)) continue;
      element.dataset['visit'] = kind;
      return kind;
    }
    return null;
  }, [...opened]);
}

/** At 200 % zoom, and on the narrowest window the guidelines know, nothing may stand beside the window. */
async function narrower(page: Page, width: number): Promise<void> {
  await atWidth(page, width > 640 ? 640 : 320, async () => expect(await overflow(page), page.url()).toEqual([]));
}

/** The page as it stands in a window of another width, which then gets its own back. */
async function atWidth(page: Page, width: number, look: () => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 900 });
  await settled(page);
  await look();
  if (before) await page.setViewportSize(before);
  await settled(page);
}

/** The files of the product's pages in which a dialog is written. */
function filesWithDialog(): string[] {
  const files = readdirSync('libs', { recursive: true, encoding: 'utf8' }).map((file) => `libs/${file}`);
  return files.filter((file) => /^libs\/[\w-]+\/web\/.*\.tsx$/.test(file) && readFileSync(file, 'utf8').match(/<(Dialog|Confirm)\b/));
}
