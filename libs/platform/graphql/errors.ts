import type { GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { HttpException } from '@nestjs/common';
import { isAway } from '@app/platform/database';
import type { Log } from '@app/platform/log';
import { type FieldProblem, Invalid, Problem } from './problems.js';

/** Thrown when nobody is signed in where somebody must be. */
export class SignInNeeded extends Error {
  constructor() {
    super('Sign in to go on.');
  }
}

/** The fields a failed coercion names: graphql-js says it in words only. */
function fieldsOf(message: string): FieldProblem[] {
  const at = /at "[^".]+\.([^"]+)"/.exec(message)?.[1]?.replaceAll('[', '.').replaceAll(']', '');
  const missing = /Field "([^"]+)" of required type/.exec(message)?.[1];
  const unknown = /Field "([^"]+)" is not defined/.exec(message)?.[1];
  const variable = /Variable "\$([^"]+)"/.exec(message)?.[1] ?? 'input';
  const field = [at, missing ?? unknown].filter(Boolean).join('.') || variable;
  const reason = missing ? 'This is needed.' : unknown ? 'This field is not known.' : /enum/.test(message) ? 'Choose one of the values offered.' : 'This value is not of the right kind.';
  return [{ field, message: reason }];
}

const COERCION = /^Variable "\$/;

/** The code of an answer that could not be given for the moment: the same request, sent again, will be. */
export const TRY_AGAIN = 'TRY_AGAIN';
/** Whether a change under way went through is not known, so the words promise only what its key keeps. */
export const AWAY = 'Accord cannot reach its records for the moment. Please try again in a few seconds; nothing is done twice.';

/** What a client is told of an error: its own faults with the field named, and of ours only that we know. */
export function answerFor(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof Problem) {
    const fields = cause instanceof Invalid ? cause.fields : undefined;
    return { message: cause.message, path: formatted.path, extensions: { code: cause.constructor.name, ...(fields ? { fields } : {}) } };
  }
  if (cause instanceof SignInNeeded) return { message: cause.message, path: formatted.path, extensions: { code: 'SignInNeeded' } };
  const code = String(formatted.extensions?.['code'] ?? '');
  if (COERCION.test(formatted.message)) {
    return { message: 'Something in the input cannot be taken as it is.', extensions: { code: 'Invalid', fields: fieldsOf(formatted.message) } };
  }
  if (cause instanceof HttpException || ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE'].includes(code)) {
    return { message: formatted.message, path: formatted.path, extensions: { code: code || 'BAD_REQUEST' } };
  }
  if (isAway(cause)) {
    log.warn({ error: cause instanceof Error ? cause.message : String(cause), path: formatted.path }, 'the database was away');
    return { message: AWAY, path: formatted.path, extensions: { code: TRY_AGAIN } };
  }
  log.error({ error: cause instanceof Error ? cause.message : String(cause), stack: cause instanceof Error ? cause.stack : undefined, path: formatted.path }, 'a request failed');
  return { message: 'Something failed on our side. Nothing was changed; please try again in a moment.', path: formatted.path, extensions: { code: 'FAILED' } };
}
