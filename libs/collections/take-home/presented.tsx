import { Contributions, type Get } from '@app/platform/feature';
import { GONE, openPages, OpenShelves } from '@app/platform/open';
import { safeName } from './contents.js';
import { sheet } from './sheet.js';
import type { TakeHome } from './take-homes.service.js';
import { words } from './words.js';

/** What of a team that presented goes along: shelves that everybody may read, so that no pack holds more of it than any visitor sees. */
const SHELVES = ['practices', 'case-studies'];
const OF_EACH = 20;

/** A practice or case study of a team that presented, as a page of the pack. */
export interface Presented {
  title: string;
  team: string;
  path: string;
  /** Its page in Accord, as a path of this web address. */
  page: string;
  html: string;
}

/** What the teams that presented at a conference tell everybody, each of them as its open page says it. */
export async function presentedAt(get: Get, { conference }: Pick<TakeHome, 'conference'>, link: (path: string) => string): Promise<Presented[]> {
  const found: Presented[] = [];
  for (const team of conference.teams.filter(({ presenting, status }) => presenting && status === 'attending')) {
    for (const shelf of SHELVES) {
      for (const { title, path } of await get(OpenShelves).newest({ shelf, organizationId: team.organizationId }, OF_EACH)) {
        const html = await pageOf(get, shelf, path, link);
        const number = String(found.length + 1).padStart(2, '0');
        if (html) found.push({ title, team: team.name, path: `presented/${number} ${safeName(`${title.slice(0, 80)}.html`)}`, page: path, html });
      }
    }
  }
  return found;
}

async function pageOf(get: Get, shelf: string, path: string, link: (path: string) => string): Promise<string | null> {
  const page = get(Contributions).of(openPages).find((one) => one.path === `/${shelf}/:slug`);
  const view = await page?.read(get, { params: { slug: path.split('/').at(-1) ?? '' }, query: new URLSearchParams() });
  if (!view || view === GONE) return null;
  const html = sheet(
    view.title,
    <>
      {view.lead && <p>{view.lead}</p>}
      {view.body}
      <p className="q">
        <a href={path}>{words.page}</a>
      </p>
    </>,
  );
  // In a folder a path leads nowhere. Typed text holds no plain quotation mark, so only attributes are meant.
  return html.replace(/ href="(\/[^"]*)"/g, (_, to: string) => ` href="${link(to)}"`);
}
