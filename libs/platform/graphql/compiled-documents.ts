import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Inject } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Log } from '@app/platform/log';
import { contextOf, type GraphContext } from './context.js';
import { answerFor } from './errors.js';
import { isForLater, RETRY_AFTER } from './try-again.plugin.js';

/** A document must have been asked this often before it is worth compiling; whoever invents new ones all the time gets none. */
const WORTH_IT = 3;
/** How many documents are remembered, and how long one may be; the web app has about a hundred, the longest of 3,000 characters. */
const MOST = 500;
const LONGEST = 10_000;

type Run = (root: undefined, context: GraphContext, variables: Record<string, unknown>) => Promise<ExecutionResult> | ExecutionResult;

/** What is known of one document: how often it came, and its compiled form once there is one; null when it cannot have one. */
interface Known {
  count: number;
  run?: Run | null;
}

interface GraphBody {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
  extensions?: unknown;
}

/**
 * Answers documents that come again and again by code made for each of them, instead of walking document and schema
 * anew for every answer. A document gets here only after Apollo has parsed it, validated it and held it against every
 * limit; the same text, letter by letter, then goes past Apollo. Whatever this cannot do is left to Apollo and
 * graphql-js, which word their refusals too.
 */
@Plugin()
export class CompiledDocuments implements ApolloServerPlugin<GraphContext> {
  private readonly known = new Map<string, Known>();

  constructor(@Inject('LOG') private readonly log: Log) {}

  async requestDidStart(): Promise<GraphQLRequestListener<GraphContext>> {
    return {
      responseForOperation: async (asked) => {
        this.learn(asked);
        return null;
      },
    };
  }

  /** Takes the documents that are known on their way to Apollo. */
  register(server: FastifyInstance): void {
    server.addHook('preHandler', async (request, reply) => {
      if (request.method !== 'POST' || request.routeOptions.url !== '/graphql') return;
      const answer = await this.answer(request, reply);
      if (answer === null) return;
      await reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store').send(answer);
    });
  }

  /** The answer as text; null where Apollo is to give it. */
  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
    const body = request.body as GraphBody | null;
    if (!takesJson(request) || typeof body?.query !== 'string' || body.extensions != null) return null;
    const key = keyOf(body.query, body.operationName);
    const known = this.known.get(key);
    if (!known?.run) return null;
    this.remember(key, known);
    const { run } = known;
    const result = await run(undefined, contextOf(request, reply), (body.variables ?? {}) as Record<string, unknown>);
    // Variables that do not fit: nothing has run yet, and graphql-js says what is wrong with them.
    if (result.data === undefined) return null;
    if (!result.errors?.length) return JSON.stringify({ data: result.data });
    const errors = this.told(result);
    if (isForLater(errors)) void reply.code(503).header('retry-after', RETRY_AFTER);
    return JSON.stringify({ errors, data: result.data });
  }

  private told({ errors }: ExecutionResult): GraphQLFormattedError[] | undefined {
    return errors?.map((error) => answerFor({ message: error.message, path: error.path, extensions: error.extensions }, error, this.log));
  }

  private learn({ source, request, document, operationName, schema }: GraphQLRequestContext<GraphContext>): void {
    if (!source || !document || source.length > LONGEST) return;
    const key = keyOf(source, request.operationName);
    const known = this.known.get(key) ?? { count: 0 };
    known.count += 1;
    this.remember(key, known);
    if (known.run !== undefined || known.count < WORTH_IT) return;
    const made = compileQuery(schema, document, operationName ?? undefined);
    known.run = isCompiledQuery(made) ? (made.query as Run) : null;
  }

  /** What came last stands last, and the first is forgotten when there are too many. */
  private remember(key: string, known: Known): void {
    this.known.delete(key);
    this.known.set(key, known);
    if (this.known.size > MOST) this.known.delete(this.known.keys().next().value ?? key);
  }
}

const keyOf = (text: string, operationName: unknown): string => (typeof operationName === 'string' ? `${operationName} ${text}` : text);

/** As Apollo demands it: only JSON, which no page of another site can send without being asked first. */
function takesJson({ headers }: FastifyRequest): boolean {
  const { accept = '*/*' } = headers;
  return (headers['content-type'] ?? '').startsWith('application/json') && (accept.includes('*/*') || accept.includes('application/json'));
}
