import { createHash } from 'node:crypto';

// Every connection keeps what it has been told, so the number of texts must have an end.
const MOST = 500;
const names = new Map<string, string>();

/**
 * The name under which connections remember a statement: the same text has the same name in every process. None once
 * there are too many texts, and then a statement is planned each time.
 */
export function nameOf(sql: string): string | undefined {
  let name = names.get(sql);
  if (name === undefined && names.size < MOST) {
    name = `accord_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
    names.set(sql, name);
  }
  return name;
}
