/** The limits of a collection, for the server that holds to them and the page that says so. */
export const TITLE_MAX = 120;
export const SUMMARY_MAX = 600;
export const NOTE_MAX = 400;
export const ITEMS_MAX = 200;
