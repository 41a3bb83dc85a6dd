export { discussionsFeature } from './discussions.feature.js';
export { type SubjectKind, type ThreadSubject, threadSubjects } from './subject.js';
