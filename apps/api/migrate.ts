import { runMigrations } from '@app/platform/database';
import { layFoundations } from '@app/platform/story';
import { SearchIndex } from '@app/search';
import { withHouse } from './quiet.js';

/** Brings the tables up to date and lays what every installation has. Safe to repeat. */
await withHouse(async (get, database) => {
  const names = await runMigrations(database);
  await layFoundations(get);
  // Foundations speak no events; what they laid is to be found all the same.
  await get(SearchIndex).mend();
  console.log(names.length > 0 ? `${names.length} changes to the tables applied` : 'the tables are up to date');
});
