import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backup, watcherOn } from '@app/platform/backup';
import { loadConfig } from '@app/platform/config';
import { storeOf } from '@app/platform/files';

const USAGE = `npm run backup -- FOLDER

Copies the database and all files into FOLDER, which must not exist yet. Accord may run meanwhile.
The copy holds everything that members wrote: keep it as you keep the database.`;

/** Takes a copy of everything. Ends with 1 when a file of somebody's is missing or damaged: the copy is made all the same. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  const [folder, ...more] = positionals;
  if (values.help || !folder || more.length > 0) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const config = loadConfig();
  const key = join(config.ACCORD_DATA, 'secret.key');
  const ownKey = !config.SECRET_KEY && (await access(key).then(() => true, () => false));
  const { manifest, broken } = await backup({ databaseUrl: config.DATABASE_URL ?? '', store: storeOf(config), folder, secretKey: ownKey ? key : null, watcher: watcherOn(process.stdout) });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${folder}: ${manifest.tables.length} tables, ${rows.toLocaleString('en-US')} rows, ${manifest.files.length} files, as of ${manifest.takenAt}.`);
  for (const each of broken) console.log(`  attention: ${each}`);
  return broken.length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
