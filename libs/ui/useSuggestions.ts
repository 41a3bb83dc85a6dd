import { useEffect, useState } from 'react';
import type { Option } from './Select.js';

export type SuggestionState = 'idle' | 'looking' | 'ready' | 'failed';

const PAUSE_MS = 200;

/** Asks for suggestions once the writer pauses, and drops answers that come too late. */
export function useSuggestions(load: (text: string, signal: AbortSignal) => Promise<readonly Option[]>, text: string, minLength: number): { options: readonly Option[]; state: SuggestionState } {
  const [options, setOptions] = useState<readonly Option[]>([]);
  const [state, setState] = useState<SuggestionState>('idle');
  useEffect(() => {
    if (text.trim().length < minLength) {
      setOptions([]);
      setState('idle');
      return;
    }
    const abort = new AbortController();
    setState('looking');
    const timer = setTimeout(() => {
      load(text, abort.signal).then(
        (found) => {
          if (abort.signal.aborted) return;
          setOptions(found);
          setState('ready');
        },
        () => {
          if (abort.signal.aborted) return;
          setOptions([]);
          setState('failed');
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // A new `load` function on each render must not ask again: only the text does.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text, minLength]);
  return { options, state };
}
