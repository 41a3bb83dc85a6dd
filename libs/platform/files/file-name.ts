const LONGEST = 200;
// Marks that reorder, hide or join text: a name that looks like report.pdf must be report.pdf.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u115F\u1160\u2028\u2029\u3164\uFFA0]|\p{Variation_Selector}/gu;
// What Windows refuses in a name; it would change it silently when the file is saved.
const REFUSED = /[<>:"|?*]/g;

/** The name of a file without folders, control or direction marks, at most 200 characters with its ending kept; empty when nothing is left. */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').replace(UNSEEN, '').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(REFUSED, '-').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const ending = endingOf(name);
  const stem = ending ? name.slice(0, -(ending.length + 1)) : name;
  if (!stem) return '';
  const room = LONGEST - (ending ? ending.length + 1 : 0);
  const short = stem.length <= room ? stem : cut(stem, room);
  return ending ? `${short}.${ending}` : short;
}

/** Not through the middle of a character that takes two units. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

/** What follows the last dot, as typed; empty when there is none. Longer than ten characters is no ending. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1] ?? '';
}

/** The Content-Disposition of a download (RFC 6266): an old browser reads the plain name, a new one the real one. */
export function attachmentHeader(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7E]/g, '').replace(/["\\%]/g, '').trim() || 'file';
  const real = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`;
}
