import type { Page, Route } from '@playwright/test';

/** Under which conditions a page is looked at. */
export type Weather = 'full' | 'empty' | 'error';

/** What the browser itself writes on the console in bad weather. */
export const weatherNotes: Record<Weather, RegExp | null> = {
  full: null,
  empty: null,
  error: /status of 500|Failed to load resource/,
};

/** What every page needs to know before it is a page at all: who is reading, and what the shell counts. */
const ofTheShell = new Set(['Session', 'Waiting']);

/** Lets the answers of the API through, empties them, or breaks them; the shell's own questions are answered as always. */
export async function setWeather(page: Page, weather: Weather, alsoWhole: readonly string[] = []): Promise<void> {
  // An answer that is still being spoiled is waited for, or it would come twice.
  await page.unrouteAll({ behavior: 'wait' });
  if (weather === 'full') return;
  await page.route('**/graphql', async (route) => {
    const asked = operationOf(route);
    if (ofTheShell.has(asked) || alsoWhole.includes(asked)) return route.continue();
    if (weather === 'error') return route.fulfill({ status: 500, contentType: 'application/json', body: JSON.stringify({ errors: [{ message: 'broken' }] }) });
    const response = await route.fetch();
    return route.fulfill({ response, json: emptied(await response.json()) });
  });
}

function operationOf(route: Route): string {
  const { operationName } = (route.request().postDataJSON() ?? {}) as { operationName?: string };
  return operationName ?? '';
}

/** The same answer with every list empty and every count zero. */
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) copy[key] = key === 'totalCount' ? 0 : key === 'hasNextPage' ? false : emptied(part);
  return copy;
}
