export { PostEdited, PostRemoved, PostReplied, ThreadChanged, ThreadOpened } from './discussions.events.js';
export { discussionsFeature } from './discussions.feature.js';
export { Discussions } from './discussions.service.js';
export { ThreadType } from './discussions.types.js';
export { type AudienceKeepers, audienceKeepers, type SubjectKind, type ThreadSubject, threadSubjects } from './subject.js';
export type { LetterToWrite, ThreadToOpen } from './threads.service.js';
