import { QueryClient } from '@tanstack/react-query';
import { GraphError } from './errors.js';

/** The memory of what the server has said, and when to ask again. */
export function createGraphClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Only what may pass by itself is tried again; the rest is shown at once.
        retry: (count, error) => count < 2 && error instanceof GraphError && error.kind === 'offline',
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
