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
}

/** A part of the page that could not be shown: what happened, and the way out. */
export function ErrorState({ title = words.errorTitle, children, onRetry, retrying = false, action }: ErrorStateProps) {
  return (
    <section className="ui-error" role="alert">
      <h2 className="ui-empty-title">{title}</h2>
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
