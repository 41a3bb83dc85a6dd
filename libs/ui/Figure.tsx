import type { ReactNode } from 'react';
import { words } from './words.js';

export interface FigureProps {
  label: string;
  /** `null` when nobody knows: it is said so, never left out and never guessed. */
  value: number | string | null | undefined;
  unit?: string;
  /** Who counted, and when. */
  source?: ReactNode;
  year?: number | string;
}

/** A number that says where it comes from, or that it is unknown. */
export function Figure({ label, value, unit, source, year }: FigureProps) {
  const known = value !== null && value !== undefined && value !== '';
  return (
    <div className="ui-figure">
      <dt className="ui-figure-label">{label}</dt>
      <dd className="ui-figure-value" data-unknown={known ? undefined : true}>
        {known ? (typeof value === 'number' ? value.toLocaleString('en-US') : value) : words.unknown}
        {known && unit && <span className="ui-figure-unit"> {unit}</span>}
      </dd>
      {known && source && (
        <dd className="ui-figure-source">
          {typeof source === 'string' ? words.sourceOf(source, year) : source}
        </dd>
      )}
    </div>
  );
}
