import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { restore, watcherOn } from '@app/platform/backup';
import { loadConfig } from '@app/platform/config';
import { runMigrationsNamed } from '@app/platform/database';
import { storeOf } from '@app/platform/files';
import { features } from '../../../libs/features.js';

const USAGE = `npm run restore -- FOLDER [--replace]

Brings the copy in FOLDER back into an empty database and compares every table and file with it.
--replace throws away what the database holds. Accord must not run meanwhile.`;

/** Brings a copy back. Ends with 1 at any difference; then the database holds nothing of it. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean', default: false }, help: { type: 'boolean' } } });
  const [folder, ...more] = positionals;
  if (values.help || !folder || more.length > 0) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const config = loadConfig();
  const databaseUrl = config.DATABASE_URL ?? '';
  const migrations = features.flatMap((feature) => feature.migrations ?? []);
  const differences = await restore({
    databaseUrl, folder, replace: values.replace, store: storeOf(config), secretKey: config.SECRET_KEY ? null : join(config.ACCORD_DATA, 'secret.key'),
    migrate: (names) => runMigrationsNamed(databaseUrl, migrations, names), watcher: watcherOn(process.stdout),
  });
  for (const each of differences) console.error(each);
  console.log(differences.length > 0 ? 'The copy was not brought back.' : 'Everything is equal to the copy. Run the migrations or "npm start" before members come in.');
  return differences.length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
