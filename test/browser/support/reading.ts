import { type Page, test as base } from '@playwright/test';
import type { Reader } from '../visits.js';
import { Complaints } from './complaints.js';
import { Demo } from './demo.js';
import { signInAs } from './people.js';
import { countQuestions } from './settled.js';
import { setWeather } from './weather.js';

/** A page open for one reader at one width. */
export interface Reading {
  page: Page;
  complaints: Complaints;
}

/** Tests that look at many pages share a page for each reader and width, signed in once. */
export const test = base.extend<object, { read: (reader: Reader, width: number) => Promise<Reading>; demo: Demo }>({
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- the test runner reads from the pattern what a fixture needs
    async ({}, use) => {
      const demo = new Demo();
      await use(demo);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  read: [
    async ({ browser }, use) => {
      const open = new Map<string, Promise<Reading>>();
      const start = async (reader: Reader, width: number): Promise<Reading> => {
        const context = await browser.newContext({
          baseURL: process.env.ACCORD_ADDRESS ?? '',
          viewport: { width, height: 900 },
          locale: 'en-US',
          timezoneId: 'America/Chicago',
          reducedMotion: 'reduce',
          hasTouch: width < 600,
        });
        if (reader !== 'visitor') await signInAs(context.request, reader);
        const page = await context.newPage();
        countQuestions(page);
        return { page, complaints: await Complaints.of(page) };
      };
      await use(async (reader, width) => {
        const key = `${reader} ${width}`;
        const found = open.get(key) ?? start(reader, width);
        open.set(key, found);
        // Whoever read before may have left bad weather behind.
        await setWeather((await found).page, 'full');
        return found;
      });
      for (const reading of open.values()) await (await reading).page.context().close();
    },
    { scope: 'worker' },
  ],
});
