/** How long a letter may be, in characters of its Markdown. */
export const LETTER_MAX = 8000;
/** How long the title of a thread may be. */
export const TITLE_MAX = 160;
/** How many letters a page of a thread holds, and how many are asked for at once when catching up. */
export const LETTERS_A_PAGE = 20;
export const LETTERS_AT_ONCE = 100;
/** The prefix of the room in which a thread's news is heard. */
export const threadRoom = (threadId: string): string => `thread:${threadId}`;
