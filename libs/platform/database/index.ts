export { isAway } from './away.js';
export { Database } from './database.js';
export { isId, newId } from './id.js';
export { type DatabaseOptions, openDatabase, runMigrations, runMigrationsNamed } from './open.js';
export { SnakeNaming } from './snake-naming.js';
export { Turns } from './turns.js';
