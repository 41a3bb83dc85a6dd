import pg from 'pg';

/** Reads what an Accord's demo is made of, where its pages do not tell: ids by the story's names, links in mail. */
export class Demo {
  private readonly client: pg.Client;
  private readonly connected: Promise<unknown>;

  constructor(databaseUrl = process.env.ACCORD_DATABASE ?? '') {
    this.client = new pg.Client({ connectionString: databaseUrl });
    this.connected = this.client.connect();
  }

  async rows<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
    await this.connected;
    return (await this.client.query<Row>(sql, params)).rows;
  }

  /** The first column of the first row; throws when there is none. */
  async value(sql: string, params: unknown[] = []): Promise<string> {
    const [first] = Object.values((await this.rows<Record<string, unknown>>(sql, params))[0] ?? {});
    if (first === undefined || first === null) throw new Error(`The demo has no answer to: ${sql}`);
    return String(first);
  }

  /** The id that a chapter of the demo remembered, such as `organization:maple-hollow`. */
  recall(name: string): Promise<string> {
    return this.value('select id from story_memory where name = $1', [name]);
  }

  /** Waits until a mail with such words has been sent, which takes some seconds after its cause. */
  async afterMailLike(words: string): Promise<void> {
    for (const until = Date.now() + 60_000; (await this.value('select count(*) from mailbox_message where text like $1', [words])) === '0'; ) {
      if (Date.now() > until) throw new Error(`No mail with ${words} was sent within a minute.`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async close(): Promise<void> {
    await this.connected;
    await this.client.end();
  }
}
