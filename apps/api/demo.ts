import { Database } from '@app/platform/database';
import { loadConfig } from '@app/platform/config';
import { tellStory } from '@app/platform/story';
import { isDemo } from '@app/people';
import { withHouse } from './quiet.js';

interface CastMember {
  name: string;
  role: string;
  district: string;
  email: string;
}

/** Tells the demo's story where it is allowed, and prints its cast as one line of JSON. */
if (!isDemo(loadConfig())) {
  console.error('The demo exists only on the embedded database, on loopback and without PUBLIC_URL. Nothing was planted.');
  process.exit(2);
}
const cast = await withHouse(async (get) => {
  await tellStory(get, (chapter) => console.error(`demo: ${chapter}`));
  return get(Database).query<CastMember>(
    `select a.name, coalesce(st.title, replace(replace(st.role, 'labor_leader', 'union or association leader'), '_', ' '), case when a.is_steward then 'steward' else 'asks for a seat' end) as role,
            coalesce(o.name, case when a.is_steward then 'runs this installation' else 'waits for an answer' end) as district, a.email
     from account a left join seat st on st.account_id = a.id left join organization o on o.id = st.organization_id
     where a.invented order by a.id`,
  );
});
console.log(JSON.stringify(cast));
