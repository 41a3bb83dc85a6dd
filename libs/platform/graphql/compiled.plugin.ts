import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Log } from '@app/platform/log';
import type { GraphContext } from './context.js';
import { answerFor } from './errors.js';

/** A document must have been asked this often before it is worth compiling; whoever invents new ones all the time gets none. */
const WORTH_IT = 3;
/** How many documents are remembered; the web app has about a hundred. */
const MOST = 500;

type Compiled = CompiledQuery['query'];

/** What is known of one document: how often it came, and its compiled form once there is one; null when it cannot have one. */
interface Known {
  count: number;
  run?: Compiled | null;
}

/**
 * Answers documents that come again and again by code made for each of them, instead of walking document and schema
 * anew for every answer. Whatever it cannot do is left to graphql-js, which words its refusals too. Documents have been
 * parsed, validated and held against the limits before they come here.
 */
export class CompiledDocuments implements ApolloServerPlugin<GraphContext> {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly log: Log,
    private readonly worthIt = WORTH_IT,
  ) {}

  async requestDidStart(): Promise<GraphQLRequestListener<GraphContext>> {
    return {
      responseForOperation: async (asked) => {
        const run = this.compiled(asked);
        if (!run) return null;
        const result = await run(undefined, asked.contextValue, asked.request.variables ?? {});
        // Variables that do not fit: nothing has run yet, and graphql-js says what is wrong with them.
        if (!('data' in result) || result.data === undefined) return null;
        const errors = result.errors?.map((error) => this.told(error));
        return { body: { kind: 'single', singleResult: { ...(errors?.length ? { errors } : {}), data: result.data } }, http: asked.response.http };
      },
    };
  }

  private told(error: GraphQLError): GraphQLFormattedError {
    return answerFor({ message: error.message, path: error.path, extensions: error.extensions }, error, this.log);
  }

  private compiled({ queryHash, document, operationName, schema }: GraphQLRequestContext<GraphContext>): Compiled | null {
    if (!queryHash || !document) return null;
    const key = operationName ? `${queryHash} ${operationName}` : queryHash;
    const known = this.known.get(key) ?? { count: 0 };
    known.count += 1;
    // What came last stands last, and the first is forgotten when there are too many.
    this.known.delete(key);
    this.known.set(key, known);
    if (this.known.size > MOST) this.known.delete(this.known.keys().next().value ?? key);
    if (known.run === undefined && known.count >= this.worthIt) {
      const made = compileQuery(schema, document, operationName ?? undefined);
      known.run = isCompiledQuery(made) ? (made.query as Compiled) : null;
    }
    return known.run ?? null;
  }
}
