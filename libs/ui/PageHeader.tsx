import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: ReactNode;
  /** One sentence: what this page is for. */
  lead?: ReactNode;
  /** The one thing to do here. */
  action?: ReactNode;
  /** Breadcrumbs, or a word that says what kind of thing this is. */
  above?: ReactNode;
  /** The serif is for titles of practices, case studies and statements. */
  voice?: 'sans' | 'serif';
}

/** The head of a page: its title, its lead and the one thing to do. */
export function PageHeader({ title, lead, action, above, voice = 'sans' }: PageHeaderProps) {
  return (
    <header className="ui-page-head">
      {above && <div className="ui-page-above">{above}</div>}
      <h1 className="ui-page-title" data-voice={voice} tabIndex={-1}>
        {title}
      </h1>
      {lead && <div className="ui-page-lead">{lead}</div>}
      {action && <div className="ui-page-action">{action}</div>}
    </header>
  );
}
