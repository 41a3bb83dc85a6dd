import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { SignInNeeded } from '@app/platform/graphql';
import { Sessions } from './sessions.service.js';
import { type PeopleContext, PUBLIC } from './viewer.js';

/** Finds out who is asking, once a request, and keeps visitors out of whatever is not marked public. */
@Injectable()
export class ViewerGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType<string>() !== 'graphql') return true;
    const context = GqlExecutionContext.create(execution).getContext<PeopleContext>();
    // One look-up a request, however many fields run side by side.
    const pending = (context.once.get(ViewerGuard) as ReturnType<Sessions['viewerOf']> | undefined) ?? this.sessions.viewerOf(context.request);
    context.once.set(ViewerGuard, pending);
    context.viewer = await pending;
    context.callerId = context.viewer?.accountId ?? null;
    if (context.viewer) return true;
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [execution.getHandler(), execution.getClass()])) return true;
    throw new SignInNeeded();
  }
}
