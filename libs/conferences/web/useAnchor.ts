import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the part of the page that the address names: it comes later than the page, so the browser has looked for it in vain. */
export function useAnchor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const named = hash && document.getElementById(hash.slice(1));
    if (!named) return;
    named.scrollIntoView({ block: 'center' });
    named.focus({ preventScroll: true });
  }, [hash]);
}
