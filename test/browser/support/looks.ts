import { expect, type Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { settled } from './settled.js';

// A frame that lets no script run (around a mail) can't be looked into from here: its letter is looked at as a page of its own.
const RUN: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'], iframes: false };

/** What axe finds wrong on the page as it stands, in words that lead to the place. */
export async function axeFindings(page: Page, leftOut: readonly string[] = []): Promise<string[]> {
  const open = (await page.locator('[role="combobox"][aria-expanded="true"]').count()) > 0;
  // While its list is open, a combo box hides the rest from screen readers; Tab closes the list before it can lead there.
  const left = [...leftOut, ...(open ? ['aria-hidden-focus', 'page-has-heading-one', 'region'] : [])];
  const rules = Object.fromEntries(left.map((rule) => [rule, { enabled: false }]));
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((options) => (window as unknown as { axe: typeof axe }).axe.run(document, options) as Promise<AxeResults>, { ...RUN, rules });
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}\n    ${node.any.concat(node.all, node.none).map((check) => check.message).join('; ')}`));
}

/** What the house asks of every page besides axe: a language, a title, one h1, one primary act, nothing beside the window. */
export async function houseFindings(page: Page): Promise<string[]> {
  const findings = await page.evaluate(() => {
    const said: string[] = [];
    const isSeen = (element: Element): boolean => element.checkVisibility();
    if (!/^en\b/.test(document.documentElement.lang)) said.push(`the document's language is "${document.documentElement.lang}"`);
    if (!/^\S.* — Accord$/.test(document.title)) said.push(`its title is "${document.title}"`);
    const titles = [...document.querySelectorAll('h1')].filter(isSeen);
    if (titles.length !== 1) said.push(`it has ${titles.length} h1`);
    const primaries = [...document.querySelectorAll('main [data-look="primary"]')].filter(isSeen);
    if (primaries.length > 1) said.push(`it has ${primaries.length} primary acts: ${primaries.map((one) => one.textContent).join(', ')}`);
    return said;
  });
  return [...findings, ...(await overflow(page))];
}

/** Whether anything makes the window scroll sideways, and what. */
export async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && element.checkVisibility());
    const culprits = beyond.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return [`at ${root.clientWidth} px it is ${root.scrollWidth} px wide: ${culprits.join(', ')}`];
  });
}

/** Both lists have to be empty, and the page must not have given up. */
export async function expectFlawless(page: Page, moment: string): Promise<void> {
  await settled(page);
  const findings = [...(await houseFindings(page)), ...(await axeFindings(page))];
  expect(findings, `${page.url()}, ${moment}`).toEqual([]);
}
