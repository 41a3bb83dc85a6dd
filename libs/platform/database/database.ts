import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import { joined, Reads } from './reads.js';
import { nameOf } from './statement-names.js';
import { Turns } from './turns.js';

interface Ambient {
  manager: EntityManager;
  /** The connection that is the transaction's for as long as it lasts; null once it is over. */
  connection: Connection | null;
  afterCommit: (() => void)[];
  /** What is written at the very end. */
  last: { sql: string; parameters: readonly unknown[] }[];
}

type Connection = Pick<pg.ClientBase, 'query'>;

/**
 * So many connections are never given to transactions. What counts beside one (tries, which stay counted when all else
 * is rolled back) needs a second connection while the first is held; were all of them held, everybody would wait for ever.
 */
const KEPT_FREE = 1;

/**
 * The one door to PostgreSQL. The transaction is ambient: inside `transaction()` every read and write of every
 * service runs on the same connection, and either all of it happens or none.
 */
export class Database {
  private readonly ambient = new AsyncLocalStorage<Ambient>();
  private readonly reads = new Reads((sql, parameters) => this.prepared(sql, parameters));
  private readonly turns: Turns;

  constructor(readonly source: DataSource) {
    const { max = 10 } = (source.options as { extra?: { max?: number } }).extra ?? {};
    this.turns = new Turns(Math.max(1, max - KEPT_FREE));
  }

  /** The manager of the transaction in force, else the pool's. */
  get manager(): EntityManager {
    return this.ambient.getStore()?.manager ?? this.source.manager;
  }

  /** The transaction's connection, else any of the pool: TypeORM has no named statements, so they go to the driver that it uses. */
  private get connection(): Connection {
    const ambient = this.ambient.getStore();
    if (!ambient) return (this.source.driver as unknown as { master: pg.Pool }).master;
    // Whoever was not waited for must not meet the transaction of somebody else.
    if (!ambient.connection) throw new Error('The transaction is over.');
    return ambient.connection;
  }

  get inTransaction(): boolean {
    return this.ambient.getStore() !== undefined;
  }

  of<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.manager.getRepository(entity);
  }

  /** Runs one statement with `$1`-style parameters; rows come back as plain objects with snake_case keys. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, [...parameters]);
    // TypeORM answers [rows, count] for UPDATE and DELETE and plain rows for the rest.
    if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') return result[0] as Row[];
    return result as Row[];
  }

  /** As {@link query}, for statements that answer at most one row. */
  async one<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row | null> {
    return (await this.query<Row>(sql, parameters))[0] ?? null;
  }

  /**
   * As {@link query}, for a statement that is sent again and again with the same text: each connection plans it once
   * and from then on is told only its name. The text may hold no value, only `$1` and the like.
   */
  async prepared<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    this.source.logger.logQuery(sql, [...parameters]);
    const result = await this.connection.query({ name: nameOf(sql), text: sql, values: [...parameters] });
    return result.rows as Row[];
  }

  /** As {@link prepared}, for statements that answer at most one row. */
  async preparedOne<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row | null> {
    return (await this.prepared<Row>(sql, parameters))[0] ?? null;
  }

  /**
   * Reads what a hot page shows. What one question asks side by side travels in one prepared statement, so rows come as
   * JSON whoever asks: instants are texts.
   */
  async read<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    // In a transaction there is one connection, and what was written must be seen.
    return (this.inTransaction ? await this.reads.alone(sql, parameters) : await this.reads.read(sql, parameters)) as Row[];
  }

  /** As {@link read}, for statements that answer at most one row. */
  async readOne<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row | null> {
    return (await this.read<Row>(sql, parameters))[0] ?? null;
  }

  /**
   * Rows of an entity, read as {@link read} does: `rest` is what follows the table's name, which is `t`. They are like
   * the entity's own, instants included, and not watched by TypeORM.
   */
  async rowsOf<E extends ObjectLiteral>(entity: new () => E, rest: string, parameters: readonly unknown[] = []): Promise<E[]> {
    const { columns, tableName } = this.source.getMetadata(entity);
    const read = columns.filter((column) => column.isSelect);
    const rows = await this.read(`select ${read.map(({ databaseName }) => `t."${databaseName}"`).join(', ')} from "${tableName}" t ${rest}`, parameters);
    return rows.map((row) => {
      const made = Object.create(entity.prototype as object) as Record<string, unknown>;
      for (const { propertyName, databaseName, type } of read) {
        const value = row[databaseName];
        made[propertyName] = type === 'timestamptz' && typeof value === 'string' ? new Date(value) : value;
      }
      return made as E;
    });
  }

  /** Joins the ambient transaction or opens one; a thrown error rolls everything back. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    const afterCommit: (() => void)[] = [];
    const result = await this.turns.take(() => this.inOne(work, afterCommit));
    for (const run of afterCommit) run();
    return result;
  }

  /** Nobody waits for the beginning, which travels with the first statement, nor for the last before the end is sent too: should it fail, PostgreSQL makes of a commit a rollback. */
  private async inOne<T>(work: () => Promise<T>, afterCommit: (() => void)[]): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const connection = (await runner.connect()) as Connection;
      const ambient: Ambient = { manager: runner.manager, connection, afterCommit, last: [] };
      const begun = this.say(connection, 'START TRANSACTION');
      // Whether it failed is asked at the end only; until then nobody listens.
      begun.catch(() => undefined);
      // So that TypeORM, when it saves, opens none of its own.
      (runner as { isTransactionActive: boolean }).isTransactionActive = true;
      try {
        return await this.ambient.run(ambient, async () => {
          const done = await work();
          const [, , end] = await Promise.all([begun, this.writeLast(ambient), this.say(connection, 'COMMIT')]);
          // PostgreSQL makes a rollback of it without a word when a statement had failed that nobody asked about.
          if (end.command !== 'COMMIT') throw new Error('A statement of the transaction failed, so nothing was written.');
          return done;
        });
      } catch (error) {
        await Promise.allSettled([begun, this.say(connection, 'ROLLBACK')]);
        throw error;
      } finally {
        ambient.connection = null;
      }
    } finally {
      await runner.release();
    }
  }

  private say(connection: Connection, words: string): Promise<pg.QueryResult> {
    this.source.logger.logQuery(words);
    return connection.query(words);
  }

  /**
   * Writes at the end of the ambient transaction, just before it commits: for statements whose outcome nobody waits for
   * and which nothing else in the transaction reads. All of them go in one. Outside a transaction it throws.
   */
  atLast(sql: string, parameters: readonly unknown[]): void {
    const store = this.ambient.getStore();
    if (!store) throw new Error('There is no transaction at whose end this could be written.');
    store.last.push({ sql, parameters });
  }

  private async writeLast(ambient: Ambient): Promise<void> {
    const last = ambient.last.splice(0);
    if (last.length === 0) return;
    const { parts, parameters } = joined(last);
    await this.prepared(parts.length === 1 ? (parts[0] ?? '') : `with ${parts.map((sql, place) => `w${place} as (${sql})`).join(', ')} select`, parameters);
  }

  /** Runs once the ambient transaction has committed; at once outside one. For wake-up calls only: it may be lost in a crash. */
  afterCommit(run: () => void): void {
    const store = this.ambient.getStore();
    if (store) store.afterCommit.push(run);
    else run();
  }
}
