import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { openDatabase, runMigrations, runMigrationsNamed } from '@app/platform/database';
import type { Config } from '@app/platform/config';
import { tellStory } from '@app/platform/story';
import { features } from '../../libs/features.js';
import { openHouse, type TestHouse } from '../setup/house.js';

jest.setTimeout(180_000);

const migrations = features.flatMap((feature) => feature.migrations ?? []);
let house: TestHouse;

beforeAll(async () => {
  house = await openHouse({ ACCORD_EMBEDDED: 'on', ACCORD_DEMO: 'on' });
  await tellStory(house.get, () => undefined);
  await house.settle();
});
afterAll(() => house.close());

/** Everything that migrations make, in words: tables and their columns, rules, indexes, triggers, functions, sequences, types, extensions. */
const SCHEMA = `
  select kind, name, said from (
    select 'column' as kind, c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || a.attgenerated::text || a.attidentity::text as said
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    union all select 'rule', conrelid::regclass::text || '.' || conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
    union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index join pg_class i on i.oid = indexrelid where i.relnamespace = 'public'::regnamespace
    union all select 'trigger', tgrelid::regclass::text || '.' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'view', c.relname, pg_get_viewdef(c.oid) from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
    union all select 'function', p.oid::regprocedure::text, pg_get_functiondef(p.oid) from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
      and not exists (select 1 from pg_depend where objid = p.oid and deptype = 'e')
    union all select 'sequence', sequencename, data_type::text || increment_by from pg_sequences where schemaname = 'public'
    union all select 'type', t.typname, t.typtype::text from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd') and not exists (select 1 from pg_depend where objid = t.oid and deptype = 'e')
    union all select 'extension', extname, '' from pg_extension
  ) everything where name not like 'migration%' and name not like 'typeorm_metadata%' and said !~ 'ON public.(migration|typeorm_metadata) ' order by kind, name`;

test(`each of the ${migrations.length} migrations can be taken back and made again on the tables of the demo, and all of them down to nothing and up`, async () => {
  const url = (house.get('CONFIG' as never) as Config).DATABASE_URL ?? '';
  const database = await openDatabase({ url, pool: 2, entities: [], migrations });
  try {
    const schema = async (): Promise<string[]> => (await database.query<{ kind: string; name: string; said: string }>(SCHEMA)).map(({ kind, name, said }) => `${kind} ${name}: ${said}`);
    const count = async (): Promise<number> => (await database.one<{ n: number }>(`select count(*)::int as n from migration`))?.n ?? -1;
    expect((await database.one<{ n: number }>(`select count(*)::int as n from account where invented`))?.n).toBeGreaterThan(10);
    const whole = await schema();
    expect(whole.length).toBeGreaterThan(300);
    const names = (await database.query<{ name: string }>(`select name from migration order by timestamp, id`)).map((row) => row.name);
    expect(names).toHaveLength(migrations.length);
    for (const name of names.toReversed()) {
      const before = await schema();
      await database.source.undoLastMigration();
      const left = names.slice(0, names.indexOf(name));
      expect({ name, left: await count() }).toEqual({ name, left: left.length });
      // Up again where the tables of those before still hold rows, and down again for the next.
      await runMigrationsNamed(url, migrations, [...left, name]);
      expect({ name, schema: await schema() }).toEqual({ name, schema: before });
      await database.source.undoLastMigration();
    }
    expect((await schema()).filter((line) => !line.startsWith('extension'))).toEqual([]);
    expect(await runMigrations(database)).toHaveLength(migrations.length);
    expect(await schema()).toEqual(whole);
  } finally {
    await database.source.destroy();
  }
});
