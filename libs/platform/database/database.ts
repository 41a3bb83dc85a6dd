import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';

interface Ambient {
  manager: EntityManager;
  afterCommit: (() => void)[];
}

/**
 * So many connections are never given to transactions. What counts beside one (tries, which stay counted when all else
 * is rolled back) needs a second connection while the first is held; were all of them held, everybody would wait for ever.
 */
const KEPT_FREE = 1;

/** Lets so many work at once; the others wait in the order in which they came. */
class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((go) => this.waiting.push(go));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}

/**
 * The one door to PostgreSQL. The transaction is ambient: inside `transaction()` every read and write of every
 * service runs on the same connection, and either all of it happens or none.
 */
export class Database {
  private readonly ambient = new AsyncLocalStorage<Ambient>();
  private readonly turns: Turns;

  constructor(readonly source: DataSource) {
    const { max = 10 } = (source.options as { extra?: { max?: number } }).extra ?? {};
    this.turns = new Turns(Math.max(1, max - KEPT_FREE));
  }

  /** The manager of the transaction in force, else the pool's. */
  get manager(): EntityManager {
    return this.ambient.getStore()?.manager ?? this.source.manager;
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

  /** Joins the ambient transaction or opens one; a thrown error rolls everything back. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    const afterCommit: (() => void)[] = [];
    const result = await this.turns.take(() => this.source.transaction((manager) => this.ambient.run({ manager, afterCommit }, work)));
    for (const run of afterCommit) run();
    return result;
  }

  /** Runs once the ambient transaction has committed; at once outside one. For wake-up calls only: it may be lost in a crash. */
  afterCommit(run: () => void): void {
    const store = this.ambient.getStore();
    if (store) store.afterCommit.push(run);
    else run();
  }
}
