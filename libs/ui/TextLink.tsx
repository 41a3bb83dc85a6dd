import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';

/** A link in running text; the page changes without loading anew when it stays in the product. */
export function TextLink({ to, children, current }: { to: string; children: ReactNode; current?: boolean }) {
  return (
    <Link href={to} className="ui-link" {...(current ? { 'aria-current': 'page' as const } : {})}>
      {children}
    </Link>
  );
}
