import type { Page, Request } from '@playwright/test';

/** So many looks in a row, 20 ms apart, have to find nothing going on. */
const QUIET_LOOKS = 4;
const PATIENCE_MS = 15_000;
const underway = new WeakMap<Page, Set<Request>>();

/** Counts the questions of a page from now on, so that `settled` knows when the last is answered. */
export function countQuestions(page: Page): void {
  const requests = new Set<Request>();
  underway.set(page, requests);
  page.on('request', (request) => {
    if (isAwaited(request)) requests.add(request);
  });
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

// The live connection stays open for as long as the page does.
function isAwaited(request: Request): boolean {
  return ['script', 'stylesheet', 'font', 'fetch', 'document'].includes(request.resourceType()) && !request.url().includes('/socket.io/');
}

/** Waits until the page has its title, its last answer, and nothing that is still on its way or still moving. */
export async function settled(page: Page): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (let quiet = 0; quiet < QUIET_LOOKS; await page.waitForTimeout(20)) {
    const reason = (underway.get(page)?.size ?? 0) > 0 ? 'questions are not answered yet' : await stillness(page).catch(beingLeft);
    quiet = reason === '' ? quiet + 1 : 0;
    if (reason && Date.now() > until) throw new Error(`${page.url()} did not come to rest: ${reason}`);
  }
}

// A page that is left for another while it is asked has not come to rest; any other failure is one.
function beingLeft(failure: Error): string {
  if (!failure.message.includes('Execution context was destroyed')) throw failure;
  return 'another page takes its place';
}

async function stillness(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // Not before the page has nothing left to do: what it asks for next may not have left yet.
    await (window as unknown as { scheduler: { postTask(task: () => void, options: { priority: 'background' }): Promise<void> } }).scheduler.postTask(() => undefined, { priority: 'background' });
    if (!document.querySelector('h1')) return 'it has no h1';
    if (document.querySelector('[data-plain]')) return 'it is still the page for readers without a script';
    if (document.documentElement.hasAttribute('data-fetching')) return 'an answer is on its way';
    if (document.querySelector('.ui-loading')) return 'it is still loading';
    const moving = document.getAnimations().filter((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().iterations !== Infinity);
    return moving.length > 0 ? 'something moves' : '';
  });
}
