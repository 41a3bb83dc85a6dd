import { type ReactNode, useId } from 'react';

export interface SectionProps {
  title: string;
  children: ReactNode;
  /** A quiet link or button beside the title, such as 'All practices'. */
  aside?: ReactNode;
  level?: 2 | 3;
  /** Nothing that a sheet of paper needs: an invitation, what else there is. */
  screenOnly?: boolean;
}

/** A titled part of a page, set off by a line and white space. */
export function Section({ title, children, aside, level = 2, screenOnly = false }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="ui-section" data-level={level} data-screen-only={screenOnly || undefined} aria-labelledby={id}>
      <div className="ui-section-head">
        <Heading className="ui-section-title" id={id}>
          {title}
        </Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}
