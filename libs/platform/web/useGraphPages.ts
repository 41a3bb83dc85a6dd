import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ask } from './ask.js';
import { type Operation, operationName } from './document.js';
import type { GraphError } from './errors.js';

export interface Connection<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number | null;
}

export interface GraphPages<Node, Result> {
  nodes: readonly Node[];
  total: number | undefined;
  hasMore: boolean;
  more: () => void;
  morePending: boolean;
  isPending: boolean;
  error: GraphError | null;
  refetch: () => void;
  /** The whole answer of the first page, for what stands beside the list. */
  first: Result | undefined;
}

/**
 * Reads a connection page by page, for lists with 'Show more':
 * `useGraphPages(Threads, { first: 20 }, (answer) => answer.threads)`. The operation takes `after`.
 */
export function useGraphPages<Result, Variables extends { after?: unknown }, Node>(
  operation: Operation<Result, Variables>,
  variables: NoInfer<Variables>,
  pick: (result: Result) => Connection<Node>,
  options: { when?: boolean; /** Keeps showing the last answer while a changed question is on its way. */ keepPrevious?: boolean } = {},
): GraphPages<Node, Result> {
  const query = useInfiniteQuery<Result, GraphError, InfiniteData<Result, string | null>, readonly unknown[], string | null>({
    queryKey: ['graph', operationName(operation), variables, 'pages'],
    queryFn: ({ pageParam, signal }) => ask(operation, pageParam === null ? variables : { ...variables, after: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: (last) => {
      const { hasNextPage, endCursor } = pick(last).pageInfo;
      return hasNextPage ? (endCursor ?? undefined) : undefined;
    },
    enabled: options.when ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  const pages = query.data?.pages ?? [];
  const first = pages[0];
  return {
    nodes: pages.flatMap((page) => pick(page).nodes),
    total: first === undefined ? undefined : (pick(first).totalCount ?? undefined),
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    morePending: query.isFetchingNextPage,
    isPending: query.isPending,
    error: query.error,
    refetch: () => void query.refetch(),
    first,
  };
}
