import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from './ask.js';
import { type Operation, operationName } from './document.js';
import type { GraphError } from './errors.js';

export interface GraphOptions {
  /** Asks only once this is true, such as when an id is known. */
  when?: boolean;
  /** Keeps showing the last answer while a changed question is on its way: for search and filters. */
  keepPrevious?: boolean;
  /** Asks again at this pace, in milliseconds. Prefer `useLive`. */
  every?: number;
  /** For how long an answer counts as fresh, in milliseconds; 15 seconds unless said. */
  freshFor?: number;
}

/** Where the answer to a question is kept; for `setQueryData` and its kin. */
export function graphKey<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables): readonly unknown[] {
  return ['graph', operationName(operation), variables];
}

/** Reads from the server: `const { data, error, isPending, refetch } = useGraph(DistrictPage, { id })`. */
export function useGraph<Result, Variables>(operation: Operation<Result, Variables>, variables: NoInfer<Variables>, options: GraphOptions = {}): UseQueryResult<Result, GraphError> {
  return useQuery<Result, GraphError>({
    queryKey: graphKey(operation, variables),
    queryFn: ({ signal }) => ask(operation, variables, signal),
    enabled: options.when ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.every ? { refetchInterval: options.every } : {}),
    ...(options.freshFor === undefined ? {} : { staleTime: options.freshFor }),
  });
}
