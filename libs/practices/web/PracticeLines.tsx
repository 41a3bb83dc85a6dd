import { Instant, TextLink } from '@app/ui';
import { InstrumentMark } from './InstrumentMark.js';
import type { PracticeLineFragment } from './practices.generated.js';
import { thresholdWords, words } from './words.js';

/** So many figures stand in a line; the rest on the practice's own page. */
const FIGURES = 3;

/** Practices one below the other: what, who, how far it can be relied on. Pure: the server can draw it too. */
export function PracticeLines({ practices, level = 3, omit }: { practices: readonly PracticeLineFragment[]; level?: 2 | 3; omit?: 'principle' | 'district' }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul>
      {practices.map((practice) => (
        <li key={practice.id} className="break-inside-avoid border-t border-line py-2">
          <Heading className="font-serif text-lead font-semibold text-balance">
            <TextLink to={`/practices/${practice.slug}`}>{practice.title}</TextLink>
          </Heading>
          <p className="mt-0.5 flex flex-wrap gap-x-2 text-note text-quiet">
            {omit !== 'district' && practice.district && <span>{[practice.district.name, practice.district.state].filter(Boolean).join(', ')}</span>}
            {omit !== 'principle' && practice.principle && (
              <span>
                {practice.principle.number} {practice.principle.shortName}
              </span>
            )}
            {practice.instrument && (
              <span className="inline-flex items-baseline gap-0.5">
                <InstrumentMark instrument={practice.instrument} size={14} />
                {words.instruments[practice.instrument]}
              </span>
            )}
            {practice.status === 'recorded' && <span>{words.asOfShort}</span>}
            {practice.state !== 'recorded' && practice.state !== 'told' && (
              <span className="inline-flex items-baseline gap-0.5">
                {words.states[practice.state]}
                {practice.affirmedAt && practice.state !== 'lapsed' && (
                  <>
                    , <Instant at={practice.affirmedAt} form="day" />
                  </>
                )}
              </span>
            )}
          </p>
          {practice.thresholds.length > 0 && <p className="mt-0.5 text-note">{practice.thresholds.slice(0, FIGURES).map((figure) => `${figure.label}: ${thresholdWords(figure)}`).join('; ')}</p>}
          <p className="mt-1 line-clamp-3 max-w-[42rem] print:line-clamp-none">{practice.summary}</p>
        </li>
      ))}
    </ul>
  );
}
