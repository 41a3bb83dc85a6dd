import { Field, InterfaceType, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Class } from '@app/platform/feature';

/** Something expected that stops a mutation: said in plain words, never a stack trace. */
@InterfaceType({ description: 'Why a mutation did nothing, in words a person can act on. Nothing was changed.', resolveType: (value: { __typename?: string }) => value.__typename })
export abstract class Problem extends Error {
  @Field(() => String, { description: 'What happened and the way out, in one or two sentences.' })
  declare message: string;

  /** What the client gets: the fields of the GraphQL type and nothing of the Error. */
  toResult(): Record<string, unknown> {
    return { ...(this as object), __typename: this.constructor.name, message: this.message };
  }
}

@ObjectType({ implements: () => [Problem], description: 'The thing is not there for you: it does not exist, or it is not yours to see or change. The two look the same on purpose.' })
export class NotAllowed extends Problem {
  constructor(message = 'That is not here, or not yours to change.') {
    super(message);
  }
}

@ObjectType({ description: 'What is wrong with one field of the input.' })
export class FieldProblem {
  @Field(() => String, { description: 'The path of the field inside `input`, such as `title` or `seats.0.email`.' })
  field: string;

  @Field(() => String, { description: 'The reason and the way out, fit to stand beside the field.' })
  message: string;
}

@ObjectType({ implements: () => [Problem], description: 'Something in the input cannot be taken as it is; each field is named with its reason.' })
export class Invalid extends Problem {
  @Field(() => [FieldProblem], { description: 'One entry a faulty field.' })
  fields: FieldProblem[];

  constructor(fields: FieldProblem[] | Record<string, string>, message?: string) {
    const list = Array.isArray(fields) ? fields : Object.entries(fields).map(([field, reason]) => ({ field, message: reason }));
    super(message ?? list.map((problem) => problem.message).join(' '));
    this.fields = list;
  }
}

@ObjectType({ implements: () => [Problem], description: 'The moment has passed: somebody else was faster, it is full, already answered or over.' })
export class Conflict extends Problem {}

@ObjectType({ implements: () => [Problem], description: 'Too many tries in a short time; it says when to try again.' })
export class TooMany extends Problem {
  @Field(() => Number, { description: 'Seconds to wait before another try can work.' })
  retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const problems = [NotAllowed, Invalid, Conflict, TooMany];

/**
 * The result of a mutation: the thing itself, or the problem that stopped it. Services throw problems; the
 * interceptor hands them out as members of this union.
 */
export function resultOf<T extends object>(name: string, success: Class<T>, description: string) {
  return createUnionType({
    name,
    description,
    types: () => [success, ...problems] as const,
    resolveType: (value: { __typename?: string }) => problems.find((problem) => problem.name === value.__typename) ?? success,
  });
}
