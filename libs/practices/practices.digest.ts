import { Database } from '@app/platform/database';
import type { DigestItem, DigestSection } from '@app/digests';
import { vocabulary } from '@app/framework';
import { freshPractices } from './practices.queries.js';

const nameOf = (number: number): string => vocabulary.principles.find((principle) => principle.number === number)?.shortName ?? '';

/** What other districts have shared since the last digest. */
export const practiceSection: DigestSection = {
  name: 'practices',
  title: 'Practices',
  read: async (get, readers) => {
    const items = new Map<string, DigestItem[]>();
    for (const { readerId, slug, title, district, principle } of await freshPractices(get(Database), readers)) {
      items.set(readerId, [...(items.get(readerId) ?? []), { title, path: `/practices/${slug}`, note: `${district}, under ${nameOf(principle)}` }]);
    }
    return items;
  },
};
