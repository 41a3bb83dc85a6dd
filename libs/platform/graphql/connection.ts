import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { Class } from '@app/platform/feature';
import { Invalid } from './problems.js';

@ObjectType({ description: 'Where a page of a list ends and how to ask for the next.' })
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'Give it as `after` to get what follows; null on an empty page.' })
  endCursor: string | null;

  @Field(() => Boolean, { description: 'Whether anything follows this page.' })
  hasNextPage: boolean;
}

@ArgsType()
export class PageArgs {
  @IsInt() @Min(1) @Max(100)
  @Field(() => Int, { defaultValue: 20, description: 'How many to read, at most 100.' })
  first: number = 20;

  @IsOptional() @IsString() @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

/** A page of a list. `totalCount` is null where counting would cost more than it tells. */
export interface Page<Node> {
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

/** Declares `XConnection { nodes pageInfo totalCount }` for a node type. */
export function connectionOf<Node extends object>(node: Class<Node>, plural: string) {
  @ObjectType({ isAbstract: true })
  abstract class Connection implements Page<Node> {
    @Field(() => [node], { description: `The ${plural} of this page, in the order of the list.` })
    nodes: Node[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo: PageInfo;

    @Field(() => Int, { nullable: true, description: `How many ${plural} the whole list has; null where counting would cost more than it tells.` })
    totalCount: number | null;
  }
  return Connection;
}

/** Packs the sort keys of the last row into an opaque cursor. */
export function cursorOf(keys: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Unpacks a cursor of `length` keys. Throws Invalid for anything this server did not make. */
export function keysOf(cursor: string | null | undefined, length: number): (string | number | null)[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === length && keys.every((key) => key === null || ['string', 'number'].includes(typeof key))) {
      return keys as (string | number | null)[];
    }
  } catch {
    // falls through to the one answer for every malformed cursor
  }
  throw new Invalid({ after: 'This place in the list is not known. Start again from the first page.' });
}

/** Builds a page from `first + 1` rows: the extra one only tells that more follows. */
export function pageOf<Row>(rows: Row[], first: number, keys: (row: Row) => (string | number | null)[], totalCount: number | null = null): Page<Row> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { endCursor: last ? cursorOf(keys(last)) : null, hasNextPage: rows.length > first }, totalCount };
}
