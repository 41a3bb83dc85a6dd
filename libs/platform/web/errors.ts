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

const kinds: Record<string, GraphErrorKind> = {
  UNAUTHENTICATED: 'signed-out',
  FORBIDDEN: 'refused',
  BAD_USER_INPUT: 'refused',
  NOT_FOUND: 'refused',
  TOO_MANY_REQUESTS: 'too-many',
  RATE_LIMITED: 'too-many',
};

/** Translates the errors of a GraphQL answer; the server's own words are used where they are meant for people. */
export function fromWire(errors: readonly WireError[]): GraphError {
  const [first] = errors;
  const fields = errors.flatMap((error) => error.extensions?.fields ?? []);
  const kind = kinds[first?.extensions?.code ?? ''] ?? (fields.length > 0 ? 'refused' : 'server');
  return new GraphError(kind, kind === 'refused' ? first?.message : undefined, fields);
}
