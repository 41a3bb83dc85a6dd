import type { FieldMessage } from './errors.js';

/**
 * An expected problem: a member of a mutation's union that implements the GraphQL interface
 * Problem. It is told from a success by its `message`, so a success selects no field of that
 * name (use an alias).
 */
export interface Problem {
  __typename?: string;
  message: string;
  fields?: readonly FieldMessage[] | null;
}

/** The successes of a mutation's union. */
export type Success<Outcome> = Exclude<Outcome, { message: string }>;

/** What the first field of a mutation answers with. */
export type OutcomeOf<Result> = NonNullable<Exclude<Result[keyof Result], string>>;

export function isProblem(outcome: unknown): outcome is Problem {
  return typeof outcome === 'object' && outcome !== null && 'message' in outcome && typeof outcome.message === 'string';
}

/** Whether an outcome is one particular problem: `isKind(outcome, 'NotAllowed')`. */
export function isKind(outcome: unknown, kind: string): outcome is Problem {
  return isProblem(outcome) && outcome.__typename === kind;
}

/** The mistakes field by field, ready for `Form`. */
export function fieldsOf(outcome: unknown): readonly FieldMessage[] {
  return isProblem(outcome) ? (outcome.fields ?? []) : [];
}
