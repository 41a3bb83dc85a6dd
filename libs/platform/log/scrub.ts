const REMOVED = '[removed]';

/** What secrets look like in the words of a library: in addresses, headers, and beside their name. */
const LOOKS: [RegExp, string][] = [
  // postgres://user:password@host, also where only one of the two is given.
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@"'\\]+@/gi, `$1${REMOVED}@`],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${REMOVED}`],
  [/((?:set-)?cookie["'\\]*\s*[:=]\s*["'\\]*)[^"'\\\r\n]+/gi, `$1${REMOVED}`],
  [/((?:__Host-)?accord=)[\w-]{16,}/g, `$1${REMOVED}`],
  [/([?&;](?:token|code|key|secret|signature|password)=)[^&\s"'\\]+/gi, `$1${REMOVED}`],
  [/\b((?:token|code|secret|password|passwd|pwd)["'\\]*\s*[:=]?\s*["'\\(]*)(?=[\w-]*\d)[\w~+/=-]{6,}/gi, `$1${REMOVED}`],
  // PostgreSQL repeats the row that it refuses.
  [/((?:Key \([^)]*\)=|Failing row contains )\()[^)]*\)/g, `$1${REMOVED})`],
];

/** A function that removes secrets from a line of the log: those that are known by their letters, others by their look. */
export function scrubber(known: readonly string[]): (line: string) => string {
  const letters = [...new Set(known.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]))]
    .filter((secret) => secret.length >= 6)
    .sort((a, b) => b.length - a.length);
  return (line) => {
    let clean = line;
    for (const secret of letters) clean = clean.replaceAll(secret, REMOVED);
    for (const [look, instead] of LOOKS) clean = clean.replace(look, instead);
    return clean;
  };
}
