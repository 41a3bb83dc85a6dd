import pg from 'pg';

/** Asks a database over a connection of its own, which no pool has seen. */
export async function rows<Row extends object>(url: string, sql: string, parameters: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

/** As {@link rows}, for the one number that a statement calls n. */
export async function number(url: string, sql: string, parameters: unknown[] = []): Promise<number> {
  return Number((await rows<{ n: number | string }>(url, sql, parameters))[0]?.n ?? -1);
}
