import type { ReactNode } from 'react';

/** Words for those who listen, which take no room on the page. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="ui-hidden">{children}</span>;
}
