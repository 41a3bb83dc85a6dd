import { useEffect, useRef, useState } from 'react';
import { useConnectionState } from './useLive.js';
import { words } from './words.js';

const PATIENCE_MS = 4000;

/** One quiet line that says when news cannot arrive, and when it can again. */
export function LiveStatus() {
  const state = useConnectionState();
  const [text, setText] = useState('');
  const wasLost = useRef(false);
  useEffect(() => {
    if (state === 'lost') {
      // A blink of the network is nobody's business.
      const timer = setTimeout(() => {
        wasLost.current = true;
        setText(words.reconnecting);
      }, PATIENCE_MS);
      return () => clearTimeout(timer);
    }
    if (state !== 'connected' || !wasLost.current) return;
    wasLost.current = false;
    setText(words.back);
    const timer = setTimeout(() => setText(''), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <p className="ui-live-status" role="status" data-empty={text ? undefined : true}>
      {text}
    </p>
  );
}
