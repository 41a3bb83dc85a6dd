import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type ConnectionState, connectionState, follow, type LiveMessage, watchConnection } from './live.js';

export interface LiveOptions {
  /** The room is heard from now on, for the first time or again: ask for what came after the page was read. */
  onEntered?: () => void;
  /** After a lost connection came back: ask anew for what may have been missed. */
  onResume?: () => void;
  /** The room may not be heard by this reader. */
  onRefused?: () => void;
}

/** Hears what happens in a room while the page is open: `useLive(room, (message) => …, { onResume: refetch })`. No room, no ear. */
export function useLive(room: string | null | undefined, onMessage: (message: LiveMessage) => void, options: LiveOptions = {}): void {
  // The latest functions are called without leaving and entering the room on each render.
  const latest = useRef({ onMessage, options });
  useEffect(() => {
    latest.current = { onMessage, options };
  });
  useEffect(() => {
    if (!room) return;
    return follow(room, {
      onMessage: (message) => latest.current.onMessage(message),
      onEntered: () => latest.current.options.onEntered?.(),
      onResume: () => latest.current.options.onResume?.(),
      onRefused: () => latest.current.options.onRefused?.(),
    });
  }, [room]);
}

/** Whether news can arrive at this moment. */
export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(watchConnection, connectionState);
}
