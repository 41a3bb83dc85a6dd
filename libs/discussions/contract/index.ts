export { keepUp, type KeepUp, type KeepUpOptions, type Numbered } from './keep-up.js';
export { LETTER_MAX, LETTERS_A_PAGE, LETTERS_AT_ONCE, threadRoom, TITLE_MAX } from './limits.js';
