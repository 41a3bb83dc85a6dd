import { Database } from '@app/platform/database';
import { type DigestSection, newsFor } from '@app/digests';
import { vocabulary } from '@app/framework';
import { freshPractices } from './practices.queries.js';

const nameOf = (number: number): string => vocabulary.principles.find((principle) => principle.number === number)?.shortName ?? '';

/** What other districts have shared since the last digest. */
export const practiceSection: DigestSection = {
  name: 'practices',
  title: 'Practices',
  read: async (get, readers) =>
    newsFor(readers, await freshPractices(get(Database), readers), ({ organizationId, slug, title, district, principle }, reader) =>
      organizationId === reader.organizationId ? null : { title, path: `/practices/${slug}`, note: `${district}, under ${nameOf(principle)}` },
    ),
};
