import type { ClientBase } from 'pg';

// Who runs at the moment, what runs through the wire, and what the migrations themselves write.
const LEFT_OUT = ['process_instance', 'socket_io_attachments', 'migration', 'typeorm_metadata'];

/** A table as it is copied: its columns without those that PostgreSQL computes. */
export interface Table {
  name: string;
  columns: string[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const columnsOf = (table: Table): string => table.columns.map(quoted).join(', ');
export const nameOf = (table: { name: string }): string => `public.${quoted(table.name)}`;

/** Fixes how values are written as text, so that two servers say the same of the same row. */
export async function speakPlainly(client: ClientBase): Promise<void> {
  await client.query(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1; set statement_timeout = 0; set lock_timeout = '30s'`);
}

/** Every table that belongs to a backup, by name. */
export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all($1)
     group by c.relname order by c.relname collate "C"`,
    [LEFT_OUT],
  );
  return rows;
}

/** How many rows a table has, and a fingerprint that does not depend on their order and changes with any value of any of them. */
export async function fingerprintOf(client: ClientBase, table: Table): Promise<{ rows: number; hash: string }> {
  const { rows } = await client.query<{ rows: number; hash: string }>(
    `select count(*)::float8 as rows, md5(count(*)::text || ':' || coalesce(sum(('x' || left(h, 16))::bit(64)::bigint::numeric), 0)::text || ':' || coalesce(sum(('x' || right(h, 16))::bit(64)::bigint::numeric), 0)::text) as hash
     from (select md5(row(${columnsOf(table)})::text) as h from ${nameOf(table)}) hashed`,
  );
  return rows[0] ?? { rows: -1, hash: '' };
}

export async function sequencesOf(client: ClientBase): Promise<{ name: string; last: string | null }[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(`select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and sequencename <> all($1) order by 1`, [
    LEFT_OUT.flatMap((table) => [`${table}_id_seq`]),
  ]);
  return rows;
}

export async function migrationsIn(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`);
  if (!rows[0]?.there) return [];
  return (await client.query<{ name: string }>(`select name from public.migration order by id`)).rows.map((row) => row.name);
}
