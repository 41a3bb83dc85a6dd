import { ErrorState, Loading, Section } from '@app/ui';
import type { ReactNode } from 'react';
import { words } from './words.js';

export interface PanelProps {
  title: string;
  /** Where mails lead to: `/steward#decided`. */
  anchor: string;
  error: { message: string } | null;
  pending: boolean;
  retry: () => void;
  /** A button beside the title. */
  aside?: ReactNode;
  /** Called once the answer is there. */
  children: () => ReactNode;
}

/** One part of the desk. If it cannot be read, the others stand. */
export function Panel({ title, anchor, error, pending, retry, aside, children }: PanelProps) {
  return (
    <div id={anchor} className="mt-6">
      <Section title={title} aside={aside}>
        {error ? (
          <ErrorState level={2} title={words.failed} onRetry={retry}>
            <p>{error.message}</p>
          </ErrorState>
        ) : pending ? (
          <Loading lines={3} label={words.loading} />
        ) : (
          children()
        )}
      </Section>
    </div>
  );
}
