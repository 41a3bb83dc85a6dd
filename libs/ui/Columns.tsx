import type { ReactNode } from 'react';

export interface ColumnsProps {
  children: ReactNode;
  /** Who, when, tags: quiet things beside the text. */
  margin?: ReactNode;
  marginLabel?: string;
  /** On a phone the margin comes before the text instead of after it. */
  marginFirst?: boolean;
}

/** One column of reading, 60 to 75 characters wide, with a quiet margin. */
export function Columns({ children, margin, marginLabel = 'About this page', marginFirst = false }: ColumnsProps) {
  return (
    <div className="ui-columns" data-margin-first={marginFirst || undefined}>
      <div className="ui-column">{children}</div>
      {margin && (
        <aside className="ui-margin" aria-label={marginLabel}>
          {margin}
        </aside>
      )}
    </div>
  );
}
