import { useGraph } from '@app/platform/web';
import { WaitingDocument } from './waiting.generated.js';

/** What waits for the team, the most urgent first; `when` is false for whoever has no team. */
export function useWaiting(when: boolean) {
  return useGraph(WaitingDocument, {}, { when, every: 60_000 });
}
