import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DistrictImport, type ImportReport, schoolYear, UnknownFile } from '@app/organizations';
import { withHouse } from '../quiet.js';

const USAGE = `npm run districts:import -- FILE [--year 2024-25]

FILE is the tidy list of districts or the directory file 029 of the NCES Common Core of Data, as CSV.
--year says which school year a file 029 is of, where it has no column SCHOOL_YEAR.`;
const SHOWN = 100;

/** Reads a file of districts into the directory. Safe to repeat. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { year: { type: 'string' }, help: { type: 'boolean' } } });
  const [path, ...more] = positionals;
  if (values.help || !path || more.length > 0) return say(USAGE, values.help ? 0 : 2);
  const year = values.year === undefined ? null : schoolYear(values.year);
  if (values.year !== undefined && !year) return say(`"${values.year}" is not a school year. Write it as 2024-25.`, 2);
  const size = await stat(path).then((found) => (found.isFile() ? found.size : null), () => null);
  if (size === null) return say(`There is no file ${path}. Check the name and try again.`, 2);

  const started = Date.now();
  const input = createReadStream(path);
  const progress = progressOn(process.stdout, size, () => input.bytesRead);
  const report = await withHouse((get) => get(DistrictImport).run(input, { year, onProgress: progress.show }));
  progress.end();
  print(report, (Date.now() - started) / 1000);
  return report.bad.length > 0 ? 1 : 0;
}

function print(report: ImportReport, seconds: number): void {
  const n = (value: number): string => value.toLocaleString('en-US');
  console.log(`Read ${n(report.read)} rows of ${report.layout.name} in ${seconds.toFixed(1)} seconds.`);
  console.log(`  added      ${n(report.added)}`);
  console.log(`  changed    ${n(report.changed)}`);
  console.log(`  unchanged  ${n(report.unchanged)}`);
  console.log(`  bad        ${n(report.bad.length)}`);
  if (report.layout.unused.length > 0) console.log(`Columns that Accord does not keep: ${report.layout.unused.join(', ')}`);
  for (const { line, reason } of report.bad.slice(0, SHOWN)) console.log(`line ${line}: ${reason}`);
  if (report.bad.length > SHOWN) console.log(`… and ${n(report.bad.length - SHOWN)} more bad rows. Mend these and run it again: rows that are in are not read twice.`);
  if (report.added + report.changed === 0 && report.read > report.bad.length) console.log('Nothing changed: every good row of the file was here already.');
}

/** A bar that redraws itself on a terminal; elsewhere a line for every fifth of the file. */
function progressOn(output: NodeJS.WriteStream, size: number, done: () => number): { show: (report: ImportReport) => void; end: () => void } {
  let fifths = 0;
  return {
    show: ({ read }) => {
      const part = size === 0 ? 1 : Math.min(1, done() / size);
      const text = `${String(Math.round(part * 100)).padStart(3)} %  ${read.toLocaleString('en-US')} rows`;
      if (output.isTTY) {
        const filled = Math.round(part * 30);
        output.write(`\r[${'='.repeat(filled)}${' '.repeat(30 - filled)}] ${text}`);
      } else if (Math.floor(part * 5) > fifths) {
        fifths = Math.floor(part * 5);
        console.log(text);
      }
    },
    end: () => {
      if (output.isTTY) output.write('\r\u001b[K');
    },
  };
}

function say(text: string, code: number): number {
  (code === 0 ? console.log : console.error)(text);
  return code;
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof UnknownFile || (error instanceof TypeError && 'code' in error)) return say(error.message, 2);
  throw error;
});
