import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Asks questions anew, by operation name; all that the page shows when no name is given. */
export function useRefresh(): (...names: string[]) => void {
  const client = useQueryClient();
  return useCallback(
    (...names: string[]) => {
      if (names.length === 0) void client.invalidateQueries({ queryKey: ['graph'] });
      for (const name of names) void client.invalidateQueries({ queryKey: ['graph', name] });
    },
    [client],
  );
}
