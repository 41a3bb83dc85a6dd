import { SearchIndex } from '@app/search';
import { withHouse } from '../quiet.js';

/** `npm run accord -- search-rebuild [KIND …]`: reads everything that can be found anew. */
const kinds = process.argv.slice(2);
await withHouse(async (get) => {
  const counts = await get(SearchIndex).rebuild(kinds.length > 0 ? kinds : undefined);
  const unknown = kinds.filter((kind) => !counts.has(kind));
  for (const [kind, count] of counts) console.log(`${kind}: ${count.toLocaleString('en-US')} can be found`);
  if (unknown.length > 0) {
    console.error(`There is nothing to find of the kind ${unknown.join(', ')}.`);
    process.exitCode = 1;
  }
});
