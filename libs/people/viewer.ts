import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { Point } from '@app/platform/feature';
import { type GraphContext, NotAllowed, SignInNeeded } from '@app/platform/graphql';

/** Who is asking, with everything they may read by: one row of SQL a request. Null is a visitor. */
export interface Viewer {
  accountId: string;
  sessionId: string;
  name: string;
  email: string;
  isSteward: boolean;
  /** What features say of this person, by the name of their part. Read it through the feature's own facade. */
  parts: Readonly<Record<string, unknown>>;
  /** The audiences this person belongs to: `public`, `members`, `team:ID` … */
  keys: readonly string[];
}

/**
 * What a feature adds to the viewer: a scalar subselect over `account` (as `a`) that answers jsonb, and the
 * audience keys that follow from it.
 */
export interface ViewerPart {
  name: string;
  sql: string;
  keys: (part: never) => string[];
}

export const viewerParts = new Point<ViewerPart>('people.viewer-parts');

export function viewerPart<Part>(name: string, sql: string, keys: (part: Part) => string[]): ViewerPart {
  return { name, sql, keys: keys as ViewerPart['keys'] };
}

/** All audiences of somebody, from what the features say of them. */
export function keysFrom(parts: readonly ViewerPart[], isSteward: boolean, said: Readonly<Record<string, unknown>>): string[] {
  return [...new Set(['public', ...(isSteward ? ['members'] : []), ...parts.flatMap((part) => part.keys((said[part.name] ?? null) as never))])];
}

/** What a visitor may read by. */
export const VISITOR_KEYS: readonly string[] = ['public'];

/** The audience keys of anyone, visitor or viewer: what every list filters by. */
export function keysOfViewer(viewer: Viewer | null): readonly string[] {
  return viewer?.keys ?? VISITOR_KEYS;
}

/** Whether somebody may read a row with this audience key: the same rule that SQL applies with `audience = any($keys)`. */
export function mayRead(viewer: Viewer | null, audience: string): boolean {
  return keysOfViewer(viewer).includes(audience);
}

/** Throws unless the viewer is a steward. */
export function needSteward(viewer: Viewer): void {
  if (!viewer.isSteward) throw new NotAllowed();
}

export const PUBLIC = 'people:public';

/** Marks a query or mutation that visitors may use; without it somebody must be signed in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

export interface PeopleContext extends GraphContext {
  viewer?: Viewer | null;
}

/** Hands a resolver who is asking; never null unless the method is `@Public()`. */
export const CurrentViewer = createParamDecorator((_: unknown, execution: ExecutionContext): Viewer | null => {
  return GqlExecutionContext.create(execution).getContext<PeopleContext>().viewer ?? null;
});

export { SignInNeeded };
