import { v7 } from 'uuid';

/** A new identifier: a UUIDv7, so that rows sort by the time they were made. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text given from outside can be an identifier at all; PostgreSQL would refuse others with an error. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
