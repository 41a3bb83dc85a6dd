import type { ReactNode } from 'react';
import { Section } from '../Section.js';

/** A row of specimens under one title. */
export function Shelf({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title}>
      <div className="grid gap-4 lg:grid-cols-2">{children}</div>
    </Section>
  );
}
