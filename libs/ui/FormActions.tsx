import type { ReactNode } from 'react';

/** The foot of a form: the primary button first, then the ways out. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="ui-form-actions">{children}</div>;
}
