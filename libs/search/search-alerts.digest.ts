import type { DigestAside } from '@app/digests';
import { pathOfSearch } from './saved-searches.service.js';
import { SearchAlerts } from './search-alerts.service.js';

const SHOWN = 5;

/** What is new for the weekly searches that a reader of a digest keeps: told there, and then in no mail of its own. */
export const savedSearchAside: DigestAside = {
  name: 'saved-searches',
  note: (get, edition, people) => get(SearchAlerts).noteForDigest(edition, people),
  people: (get, editionId) => get(SearchAlerts).notedFor(editionId),
  read: async (get, editionId, personId) => {
    const alerts = await get(SearchAlerts).notedIn(editionId, personId);
    return alerts.map(({ name, filter, things, total }) => ({
      title: `New for your search “${name}”`,
      items: [
        ...things.slice(0, SHOWN).map(({ title, path, organizationName }) => ({ title, path, ...(organizationName ? { note: organizationName } : {}) })),
        ...(total > SHOWN ? [{ title: `And ${(total - SHOWN).toLocaleString('en-US')} more: look at all of it`, path: pathOfSearch(filter) }] : []),
      ],
    }));
  },
};
