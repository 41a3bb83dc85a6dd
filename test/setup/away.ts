import type { Database } from '@app/platform/database';

interface Asked {
  query: (...asked: never[]) => Promise<unknown>;
}

/** Refuses every statement with PostgreSQL's code until the answer is called: those of TypeORM, and those that go to its driver by name. */
export function takeAway(db: Database, code: string): () => void {
  const doors = [db.source.manager, (db.source.driver as unknown as { master: Asked }).master] as unknown as Asked[];
  const before = doors.map((door) => door.query);
  for (const door of doors) door.query = () => Promise.reject(Object.assign(new Error('the database system is shutting down'), { code }));
  return () => doors.forEach((door, at) => void (door.query = before[at] ?? door.query));
}
