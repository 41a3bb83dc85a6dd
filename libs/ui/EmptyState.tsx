import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  /** What will stand here, and what the first thing to do is. */
  children: ReactNode;
  action?: ReactNode;
  level?: 2 | 3;
}

/** A place with nothing in it yet, which teaches the first thing to do. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="ui-empty">
      <Heading className="ui-empty-title">{title}</Heading>
      <div className="ui-empty-body">{children}</div>
      {action && <div className="ui-empty-action">{action}</div>}
    </section>
  );
}
