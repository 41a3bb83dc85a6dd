export { CaseStudyPublished, CaseStudyRetired } from './case-studies.events.js';
export { caseStudiesFeature } from './case-studies.feature.js';
export { CaseStudies } from './case-studies.service.js';
