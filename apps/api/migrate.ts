import { runMigrations } from '@app/platform/database';
import { layFoundations } from '@app/platform/story';
import { withHouse } from './quiet.js';

/** Brings the tables up to date and lays what every installation has. Safe to repeat. */
await withHouse(async (get, database) => {
  const names = await runMigrations(database);
  await layFoundations(get);
  console.log(names.length > 0 ? `${names.length} changes to the tables applied` : 'the tables are up to date');
});
