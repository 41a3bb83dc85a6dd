import { Database } from '@app/platform/database';
import type { DigestItem, DigestSection } from '@app/digests';
import { freshCaseStudies } from './case-studies.queries.js';

/** The case studies that have come out since the last digest. */
export const caseStudySection: DigestSection = {
  name: 'case-studies',
  title: 'Case studies',
  read: async (get, readers) => {
    const items = new Map<string, DigestItem[]>();
    for (const { readerId, slug, title, district } of await freshCaseStudies(get(Database), readers)) {
      items.set(readerId, [...(items.get(readerId) ?? []), { title, path: `/case-studies/${slug}`, note: `How ${district} came to it` }]);
    }
    return items;
  },
};
