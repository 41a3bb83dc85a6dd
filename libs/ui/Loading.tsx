import { VisuallyHidden } from './VisuallyHidden.js';
import { words } from './words.js';

const widths = ['92%', '100%', '84%', '96%', '61%'];

export interface LoadingProps {
  /** What is on its way. */
  label?: string;
  lines?: number;
  /** Leaves room for a page title above the lines. */
  page?: boolean;
}

/** Lines where the words will stand, so that nothing jumps when they come. */
export function Loading({ label = words.loading, lines = 3, page = false }: LoadingProps) {
  return (
    <div className="ui-loading" role="status" aria-busy="true">
      <VisuallyHidden>{label}…</VisuallyHidden>
      <div aria-hidden="true">
        {page && <span className="ui-line ui-line-title" />}
        {Array.from({ length: lines }, (_, at) => (
          <span key={at} className="ui-line" style={{ width: at === lines - 1 ? '61%' : widths[at % widths.length] }} />
        ))}
      </div>
    </div>
  );
}
