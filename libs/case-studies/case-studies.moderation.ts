import type { SubjectKind } from '@app/discussions';
import type { Reportable } from '@app/moderation';
import { CaseStudies } from './case-studies.service.js';
import { Confirmed } from './confirmed.service.js';
import { signedText } from './template.js';

/** Threads can be opened on a case study that is out. */
export const caseStudySubject: SubjectKind = {
  kind: 'case-study',
  find: async (get, viewer, id) => {
    const study = await get(CaseStudies).find(viewer, id);
    return study?.publishedAt ? { title: study.title, path: `/case-studies/${study.slug}`, audience: study.audience } : null;
  },
};

/** A case study can be reported, and a steward can take it down. */
export const reportableCaseStudy: Reportable = {
  kind: 'case-study',
  find: async (get, viewer, id) => {
    const study = await get(CaseStudies).find(viewer, id);
    return study && { title: study.title, text: signedText(study), path: `/case-studies/${study.slug}`, authorId: study.writerId, organizationId: study.districtId };
  },
  takeDown: (get, id, reason) => get(Confirmed).hide(id, reason),
  restore: (get, id) => get(Confirmed).hide(id, null),
};
