import { event } from '@app/platform/events';

/** Something about it has changed; search reads it again. */
export const CaseStudyChanged = event<{ caseStudyId: string; districtId: string }>('case-studies.changed');
/** A co-sponsor has approved what the district has confirmed: everybody reads it now. */
export const CaseStudyPublished = event<{ caseStudyId: string; districtId: string }>('case-studies.published');
/** The district no longer stands by it. It stays, with the reason. */
export const CaseStudyRetired = event<{ caseStudyId: string; districtId: string }>('case-studies.retired');
