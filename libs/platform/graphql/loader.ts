import DataLoader from 'dataloader';
import type { GraphContext } from './context.js';

/**
 * Declares a batch read by key that lives as long as one request. `read` answers one value per key, in the order
 * of the keys; null where there is none or none the caller may see.
 */
export function loader<Service extends object, Value>(read: (service: Service, keys: readonly string[]) => Promise<(Value | null)[]>) {
  return (context: GraphContext, service: Service): DataLoader<string, Value | null> => {
    let made = context.once.get(read) as DataLoader<string, Value | null> | undefined;
    if (!made) {
      made = new DataLoader<string, Value | null>((keys) => read(service, keys));
      context.once.set(read, made);
    }
    return made;
  };
}

/** Puts rows found in any order back into the order of their keys. */
export function inOrder<Row>(keys: readonly string[], rows: Row[], keyOf: (row: Row) => string): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
