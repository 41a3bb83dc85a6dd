/** The class that GraphQL codegen writes for each operation when `documentMode` is 'string'. */
export class TypedDocumentString<Result, Variables> extends String {
  declare readonly __apiType?: (variables: Variables) => Result;

  constructor(
    private readonly text: string,
    readonly __meta__?: Record<string, unknown>,
  ) {
    super(text);
  }

  override toString(): string {
    return this.text;
  }
}

/** A typed operation, in the shape that the generated files have: all we need of it is its text. */
export interface Operation<Result, Variables> {
  __apiType?: ((variables: Variables) => Result) | undefined;
  toString(): string;
}

/** The name the operation was given, by which its answers are kept and refreshed. */
export function operationName(operation: { toString(): string }): string {
  return /\b(?:query|mutation)\s+(\w+)/.exec(operation.toString())?.[1] ?? 'unnamed';
}
