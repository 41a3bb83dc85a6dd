import { TextLink } from '@app/ui';
import type { PrincipleWords } from './useVocabulary.js';

/** The ten principles in brief, each a way to its own page. Pure: the server can draw it too. */
export function PrincipleList({ principles }: { principles: readonly PrincipleWords[] }) {
  return (
    <ol className="grid gap-x-6 md:grid-cols-2">
      {principles.map((principle) => (
        <li key={principle.number} className="grid grid-cols-[3rem_1fr] border-t border-line py-3 break-inside-avoid">
          <span className="font-serif text-title text-accent tabular-nums" aria-hidden="true">
            {principle.number}
          </span>
          <div>
            <h2 className="text-lead font-semibold text-balance">
              <TextLink to={`/principles/${principle.number}`}>{principle.name}</TextLink>
            </h2>
            <p className="mt-1 max-w-[34rem] text-quiet">{principle.summary}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
