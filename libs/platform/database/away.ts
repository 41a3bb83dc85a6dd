/** Ends and refusals of connections, by PostgreSQL's codes: shutting down, starting up, too many, lost. */
const AWAY_CODES = /^(57P0[1-3]|53300|08[0-9A-Z]{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/** Two transactions stood in each other's way and one was rolled back; repeated alone it goes through. */
const IN_THE_WAY = /^(40001|40P01)$/;
// What node-postgres and TypeORM say in words only.
const AWAY_WORDS = /Connection terminated|Connection ended|timeout exceeded when trying to connect|not queryable|Client was closed|AlreadyReleased|already released|Cannot use a pool after calling end/i;

/**
 * Whether an error says that the database could not be reached, or let go of us, so that trying again in a moment is
 * all there is to do. Whether a commit that was under way went through is then not known.
 */
export function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, name, message, driverError, errors, cause } = error as Partial<Record<'code' | 'name' | 'message' | 'driverError' | 'errors' | 'cause', unknown>>;
  if (typeof code === 'string' && (AWAY_CODES.test(code) || IN_THE_WAY.test(code))) return true;
  if (AWAY_WORDS.test(`${String(name)} ${String(message)}`)) return true;
  return isAway(driverError) || isAway(cause) || (Array.isArray(errors) && errors.some(isAway));
}
