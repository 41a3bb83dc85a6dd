/** The limits of a resource, for the server that holds to them and the page that says so. */
export const TITLE_MAX = 160;
export const SUMMARY_MAX = 400;
export const TEXT_MAX = 20_000;
export const URL_MAX = 2000;
export const TAGS_MAX = 5;
export const FILE_MAX_BYTES = 25 * 1024 * 1024;
export const VIDEO_MAX_BYTES = 500 * 1024 * 1024;
export const FILE_ENDINGS = ['pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpg', 'webp', 'csv', 'txt', 'mp4', 'vtt'] as const;
/** What a picture shows, for those who cannot see it. */
export const DESCRIPTION_MAX = 300;
/** What changed in a version, in a line. */
export const NOTE_MAX = 300;
/** What a team says of having used it: in what context, and with what result. */
export const USE_MAX = 600;
export const FIRST_YEAR = 1980;
/** Of so many former versions the file is kept; of older ones what it was. */
export const FORMER_FILES_MAX = 20;
export const CO_AUTHORS_MAX = 10;
/** An inventory as a file. */
export const IMPORT_ROWS_MAX = 2000;
export const IMPORT_BYTES_MAX = 4 * 1024 * 1024;
export const EXTERNAL_ID_MAX = 80;
