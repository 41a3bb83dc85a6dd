import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, type Type, UseInterceptors } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '@app/platform/database';
import { logContext } from '@app/platform/log';
import type { GraphContext } from './context.js';
import { Idempotency, IDEMPOTENCY_KEY } from './idempotency.js';
import { Problem } from './problems.js';

interface MutationArgs {
  input?: { idempotencyKey?: string | null };
}

// Where @Mutation() of @nestjs/graphql writes what a method is.
const KIND = 'graphql:resolver_type';
const intercepted = new WeakSet<object>();

/** Puts every mutation of these resolvers under the interceptor, and nothing else: questions pay nothing for it. */
export function interceptMutations(resolvers: readonly Type[]): void {
  for (const { prototype } of resolvers) {
    // Several houses may stand in one process, and twice under it would be two transactions.
    if (intercepted.has(prototype as object)) continue;
    intercepted.add(prototype as object);
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
      if (typeof descriptor?.value !== 'function' || Reflect.getMetadata(KIND, descriptor.value) !== 'Mutation') continue;
      UseInterceptors(MutationInterceptor)(prototype, name, descriptor);
    }
  }
}

/**
 * Wraps a mutation: one transaction, one effect per idempotency key, and a thrown Problem becomes a member of
 * the result after everything was rolled back.
 */
@Injectable()
export class MutationInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const graph = GqlExecutionContext.create(execution);
    const info = graph.getInfo<GraphQLResolveInfo>();
    const line = logContext.getStore();
    if (line) line.mutation = info.fieldName;
    const key = graph.getArgs<MutationArgs>().input?.idempotencyKey;
    const caller = graph.getContext<GraphContext>().callerId;
    const work = (): Promise<unknown> => lastValueFrom(next.handle());
    // A key of the wrong form goes on to the input's own check, which says what is wrong with it.
    return from(
      (key && caller && IDEMPOTENCY_KEY.test(key) ? this.idempotency.once(caller, key, [info.fieldName, graph.getArgs()], work) : this.db.transaction(work)).catch((error: unknown) => {
        if (error instanceof Problem) return error.toResult();
        throw error;
      }),
    );
  }
}
