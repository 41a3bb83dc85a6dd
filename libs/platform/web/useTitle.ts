import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { words } from './words.js';

let arrivedAt: string | undefined;
let waiting = false;

/**
 * Names the page in the browser's title bar, and after a navigation moves the focus to its
 * h1, so that a listener hears where they are and the keyboard starts there. Call it once per
 * page, again with the real title once the data is there.
 */
export function useTitle(title: string | undefined): void {
  const { pathname } = useLocation();
  useEffect(() => {
    if (title) document.title = `${title} — ${words.site}`;
    // The first page of a visit is read by the browser itself; only later ones need us.
    if (arrivedAt !== undefined && arrivedAt !== pathname) waiting = true;
    arrivedAt = pathname;
    if (!waiting) return;
    const heading = document.querySelector<HTMLElement>('main h1');
    if (!heading) return;
    waiting = false;
    // Whoever has already gone on to a field of the new page keeps it.
    const main = document.querySelector('main');
    if (main?.contains(document.activeElement) && document.activeElement !== main) return;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [title, pathname]);
}
