/** A two-line letter: long enough to say what is wanted, short enough to be read between meetings. */
export const WORDS_MAX = 600;

/** How many districts a mentor may say it takes on at once. */
export const CAPACITY_MAX = 50;

/** The live room of a link: `mentoring:ID`. */
export const LINK_ROOM = 'mentoring';
