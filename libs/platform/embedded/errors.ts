/** What can go wrong with the embedded database, each with words for the person at the terminal. */
export type EmbeddedProblem =
  | 'unsupported-platform'
  | 'binaries-missing'
  | 'folder-not-writable'
  | 'already-running'
  | 'wrong-version'
  | 'create-failed'
  | 'start-failed'
  | 'died';

/** An embedded database that could not be created, started or kept running; `message` says what to do about it. */
export class EmbeddedDatabaseError extends Error {
  constructor(
    readonly problem: EmbeddedProblem,
    message: string,
  ) {
    super(message);
    this.name = 'EmbeddedDatabaseError';
  }
}
