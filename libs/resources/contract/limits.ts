/** The limits of a resource, for the server that holds to them and the page that says so. */
export const TITLE_MAX = 160;
export const SUMMARY_MAX = 400;
export const TEXT_MAX = 20_000;
export const URL_MAX = 2000;
export const TAGS_MAX = 5;
export const FILE_MAX_BYTES = 25 * 1024 * 1024;
export const VIDEO_MAX_BYTES = 500 * 1024 * 1024;
export const FILE_ENDINGS = ['pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpg', 'webp', 'csv', 'txt', 'mp4', 'vtt'] as const;
