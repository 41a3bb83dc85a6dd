import type { ReactNode } from 'react';

/** One component in one state, with the name of both. */
export function Specimen({ name, children, wide = false }: { name: string; children: ReactNode; wide?: boolean }) {
  return (
    <div className={wide ? 'col-span-full min-w-0' : 'min-w-0'}>
      <p className="ui-note mb-1">{name}</p>
      {children}
    </div>
  );
}
