import { useEffect, useState } from 'react';
import { words } from './words.js';

type Outlines = Record<string, { name: string; d: string }>;

let loaded: Outlines | undefined;
let loading: Promise<Outlines> | undefined;

/** All outlines come in one small file, once, and only where a page shows one. */
function load(): Promise<Outlines> {
  loading ??= import('./outlines/outlines.json').then((file) => (loaded = file.default));
  return loading;
}

export interface StateOutlineProps {
  /** The postal code: 'CO', 'PR'. */
  code: string;
  size?: 'line' | 'medium' | 'large';
  /** Reads the name aloud; leave it out where the name stands beside it. */
  named?: boolean;
}

/** The outline of a state or territory, the sign of the place somebody comes from. */
export function StateOutline({ code, size = 'line', named = false }: StateOutlineProps) {
  const [outlines, setOutlines] = useState(loaded);
  useEffect(() => {
    if (outlines) return;
    let wanted = true;
    load().then(
      (all) => wanted && setOutlines(all),
      // Without the file the letters stay, which say the same.
      () => (loading = undefined),
    );
    return () => {
      wanted = false;
    };
  }, [outlines]);
  const key = code.toUpperCase();
  const outline = outlines?.[key];
  const hearing = named ? { role: 'img', 'aria-label': words.outlineOf(outline?.name ?? key) } : { 'aria-hidden': true };
  if (!outline)
    return (
      <span className="ui-outline ui-outline-letters" data-size={size} {...hearing}>
        {key}
      </span>
    );
  return (
    <svg className="ui-outline" data-size={size} viewBox="0 0 100 100" focusable="false" {...hearing}>
      <path d={outline.d} />
    </svg>
  );
}
