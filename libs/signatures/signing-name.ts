const HONORIFICS = new Set(['dr', 'mr', 'mrs', 'ms', 'mx', 'miss', 'prof', 'professor', 'rev', 'hon', 'jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'edd', 'esq']);

/**
 * Whether a name typed as a signature is that of the person in the seat, as people sign: capitals, accents, titles and
 * middle names do not matter and a first name may be an initial, but the family name and as much as an initial of the
 * first must be there. "A. Brandt" and "Dr. Ana M. Brandt" sign for Ana Brandt; "Brandt", "Ana" and "Bob Brandt" do not.
 */
export function isOwnName(typed: string, name: string): boolean {
  const [given, known] = [wordsOf(typed), wordsOf(name)];
  if (given.length === 0 || known.length === 0) return false;
  if (known.length === 1) return given.length === 1 && given[0] === known[0];
  if (given.length === 1 || given.at(-1) !== known.at(-1) || !alike(given[0] ?? '', known[0] ?? '')) return false;
  const [shorter, longer] = given.length <= known.length ? [given, known] : [known, given];
  let at = 0;
  for (const word of longer) if (at < shorter.length && alike(shorter[at] ?? '', word)) at += 1;
  return at === shorter.length;
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-US').replace(/\b(ed|ph)\. ?d\b/g, '$1d');
  const all = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const without = all.filter((word) => !HONORIFICS.has(word));
  return without.length > 0 ? without : all;
}

function alike(one: string, other: string): boolean {
  return one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));
}
