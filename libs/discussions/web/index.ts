export { SubjectThreads, type SubjectThreadsProps } from './SubjectThreads.js';
export { letterSlot, type LetterPartProps } from './slots.js';
