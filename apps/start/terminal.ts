const began = performance.now();
let count = 0;
let out: NodeJS.WriteStream = process.stdout;

/** Sends all steps to the error stream, so that the output of a command stays its own. */
export function speakAside(): void {
  out = process.stderr;
}

/** Seconds since the launcher began, with one decimal. */
export function elapsed(since = began): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs one numbered step, showing what it does and how long it took; `note` may add a word to the result. */
export async function step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
  const since = performance.now();
  let remark = '';
  count += 1;
  out.write(`${String(count).padStart(3)}  ${title} … `);
  try {
    const result = await work((text) => (remark = `, ${text}`));
    out.write(`${elapsed(since)}${remark}\n`);
    return result;
  } catch (error) {
    out.write('failed\n');
    throw error;
  }
}

/** Prints a plain line. */
export function say(text = ''): void {
  out.write(`${text}\n`);
}

/** Prints why something cannot go on, in words and without a stack. */
export function complain(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`\n${message}\n\n`);
}
