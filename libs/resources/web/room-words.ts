const MEGABYTE = 1024 * 1024;

/** Every word about the room that files have. */
export const roomWords = {
  used: (used: number, limit: number) => `${inWords(used)} of the ${inWords(limit)} for your team’s files are in use.`,
  full: 'Delete what nobody needs any more, or ask a steward for more room.',
  title: 'Room for files',
  lead: 'Those whose files take most. When a district is refused, give it more room here; who did it and why stays on record.',
  find: 'Look for a district or organization',
  failed: 'The rooms could not be read',
  none: 'No district or organization has this in its name.',
  noFiles: 'Nobody has shared a file yet.',
  caption: 'How much room files take, and how much they may',
  name: 'Whose files',
  usedHead: 'In use',
  limitHead: 'Room',
  changedHead: 'Changed last',
  changeHead: 'More or less',
  usual: 'the usual',
  by: (name: string | null, reason: string) => `${name ?? 'Somebody who has left'}: ${reason}`,
  change: (name: string) => `Room for ${name}`,
  changeTitle: (name: string) => `Room for the files of ${name}`,
  megabytes: 'How many megabytes',
  megabytesHint: '1,024 megabytes are a gigabyte. Leave it empty for as many as are usual.',
  reason: 'Why',
  reasonHint: 'In a line, such as: films of the spring fair',
  save: 'Save',
  cancel: 'Cancel',
  saved: (name: string, limit: number) => `The files of ${name} may now take ${inWords(limit)}.`,
  size: inWords,
};

function inWords(bytes: number): string {
  const mega = bytes / MEGABYTE;
  if (mega >= 1024) return `${(mega / 1024).toFixed(1).replace(/\.0$/, '')} GB`;
  return `${Math.round(mega).toLocaleString('en-US')} MB`;
}
