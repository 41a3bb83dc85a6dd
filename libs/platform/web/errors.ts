import { words } from './words.js';

export interface FieldMessage {
  field: string;
  message: string;
}

export type GraphErrorKind = 'offline' | 'signed-out' | 'refused' | 'too-many' | 'server';

/** Why a question to the server has no answer, in words for the page and a kind for the code. */
export class GraphError extends Error {
  override readonly name = 'GraphError';

  constructor(
    readonly kind: GraphErrorKind,
    message?: string,
    readonly fields: readonly FieldMessage[] = [],
  ) {
    super(message ?? defaults[kind]);
  }
}

const defaults: Record<GraphErrorKind, string> = {
  offline: words.offline,
  'signed-out': words.signedOut,
  refused: words.refused,
  'too-many': words.tooMany,
  server: words.server,
};

interface WireError {
  message: string;
  extensions?: { code?: string; fields?: FieldMessage[] };
}

// The codes that the api gives (libs/platform/graphql/errors.ts); everything else is a fault of ours.
const kinds: Record<string, GraphErrorKind> = {
  SignInNeeded: 'signed-out',
  NotAllowed: 'refused',
  Invalid: 'refused',
  Conflict: 'refused',
  TooMany: 'too-many',
  BAD_USER_INPUT: 'refused',
  TRY_AGAIN: 'offline',
};

/** Translates the errors of a GraphQL answer; the server's own words are used where they are meant for people. */
export function fromWire(errors: readonly WireError[]): GraphError {
  const [first] = errors;
  const fields = errors.flatMap((error) => error.extensions?.fields ?? []);
  const kind = kinds[first?.extensions?.code ?? ''] ?? (fields.length > 0 ? 'refused' : 'server');
  return new GraphError(kind, kind === 'refused' ? first?.message : undefined, fields);
}
