import type { ReactNode } from 'react';
import { Button } from './Button.js';
import { words } from './words.js';

export interface ErrorStateProps {
  title?: string;
  /** What happened and what comes next, in one or two sentences. */
  children: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  /** Another way out. */
  action?: ReactNode;
  /** 1 where it stands in place of the whole page. */
  level?: 1 | 2;
}

/** A part of the page that could not be shown: what happened, and the way out. */
export function ErrorState({ title = words.errorTitle, children, onRetry, retrying = false, action, level = 2 }: ErrorStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section className="ui-error" role="alert">
      <Heading className="ui-empty-title" data-level={level}>
        {title}
      </Heading>
      <div className="ui-empty-body">{children}</div>
      <div className="ui-empty-action">
        {onRetry && (
          <Button pending={retrying} onPress={onRetry}>
            {words.retry}
          </Button>
        )}
        {action}
      </div>
    </section>
  );
}
