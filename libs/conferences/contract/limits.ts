/** The most characters of a note on what was shown at a conference: a few paragraphs, since it goes into a case study as it is. */
export const NOTE_MAX = 2000;
