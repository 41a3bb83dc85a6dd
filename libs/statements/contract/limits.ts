/** A page that four minutes are enough for. */
export const STATEMENT_MAX = 6000;
