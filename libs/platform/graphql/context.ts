import type { FastifyReply, FastifyRequest } from 'fastify';

/** What every resolver can reach during one request. The caller is filled in by people's guard. */
export interface GraphContext {
  request: FastifyRequest;
  reply: FastifyReply;
  /** The account that speaks, null for visitors; the idempotency keys of a mutation belong to it. */
  callerId: string | null;
  /** Things made once a request, such as loaders. */
  once: Map<object, unknown>;
}

export function contextOf(request: FastifyRequest, reply: FastifyReply): GraphContext {
  return { request, reply, callerId: null, once: new Map() };
}
