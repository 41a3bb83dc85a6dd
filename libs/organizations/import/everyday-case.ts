const SMALL = new Set(['of', 'the', 'and', 'in', 'at', 'for', 'on', 'de', 'del', 'la']);
const LETTERS = new Set(['ISD', 'USD', 'CUSD', 'CISD', 'UHSD', 'SD', 'CSD', 'HSD', 'ESD', 'BOCES', 'ROE', 'RESA', 'JUHSD', 'JUSD', 'UFSD', 'CCSD', 'II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX', 'XI', 'XII', 'BIE', 'KIPP', 'STEM', 'PK', 'NYC', 'LLC', 'USA']);

/** Turns a name that is all capitals into one that reads like a name; any other stays as it is. */
export function everydayCase(name: string): string {
  if (/[a-z]/.test(name) || !/[A-Z]{3}/.test(name)) return name;
  return name
    .split(' ')
    .map((word, at) => {
      // What holds a digit, such as RE-1J, is a number and not a word.
      if (LETTERS.has(word.replace(/[^A-Z]/g, '')) || /\d/.test(word)) return word;
      const small = word.toLowerCase();
      if (at > 0 && SMALL.has(small)) return small;
      return small.replace(/(^|[-/(.'’])(\p{L})(?=\p{L}{2}|\p{L}?$|\p{L}\b)/gu, (_, before: string, letter: string) => before + letter.toUpperCase()).replace(/\bMc(\p{L})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`);
    })
    .join(' ');
}
