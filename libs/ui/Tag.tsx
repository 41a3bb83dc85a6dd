import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';

export interface TagProps {
  children: ReactNode;
  /** Where all things so tagged are listed. */
  to?: string;
  /** 'attention' and 'danger' say a state and never a side. */
  look?: 'plain' | 'accent' | 'attention' | 'danger';
}

/** A short word that says what something is about, or what state it is in. */
export function Tag({ children, to, look = 'plain' }: TagProps) {
  if (!to)
    return (
      <span className="ui-tag" data-look={look}>
        {children}
      </span>
    );
  return (
    <Link href={to} className="ui-tag" data-look={look}>
      {children}
    </Link>
  );
}
