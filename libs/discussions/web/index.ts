export { SubjectThreads, type SubjectThreadsProps } from './SubjectThreads.js';
export { letterSlot, type LetterPartProps } from './slots.js';
export { signatureOf, type VoiceWords } from './voice.js';
