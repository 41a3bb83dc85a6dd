import { Database } from '@app/platform/database';
import { type DigestSection, newsFor } from '@app/digests';
import { freshCaseStudies } from './case-studies.queries.js';

/** The case studies of other districts that have come out since the last digest. */
export const caseStudySection: DigestSection = {
  name: 'case-studies',
  title: 'Case studies',
  read: async (get, readers) =>
    newsFor(readers, await freshCaseStudies(get(Database), readers), ({ districtId, slug, title, district }, reader) =>
      districtId === reader.organizationId ? null : { title, path: `/case-studies/${slug}`, note: `How ${district} came to it` },
    ),
};
