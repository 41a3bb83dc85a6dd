import { words } from './words.js';

export type Instrument = 'contract' | 'mou' | 'policy' | 'practice';

const shapes: Record<Instrument | 'unknown', string> = {
  contract: 'M3 3h14v14H3z',
  mou: 'M3 3h14v14H3z M6 6v8h8V6z',
  policy: 'M10 1.5l8.5 8.5-8.5 8.5L1.5 10z',
  practice: 'M10 2.5l8.5 15h-17z',
  unknown: 'M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14z',
};

/** What a practice holds by, as a shape: square for a contract, diamond for a policy; hollow once it has lapsed. The word is always near, or read aloud. */
export function InstrumentMark({ instrument, size = 16, hollow = false }: { instrument: Instrument | null; size?: number; hollow?: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} className={`inline-block shrink-0 align-[-0.125em] [forced-color-adjust:auto] ${hollow ? 'fill-none stroke-quiet stroke-2' : 'fill-accent'}`} fillRule="evenodd" aria-hidden="true" focusable="false">
      <path d={shapes[instrument ?? 'unknown']} />
    </svg>
  );
}

const order = ['contract', 'mou', 'policy', 'practice', null] as const;

/** What the shapes mean. */
export function InstrumentLegend() {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-note text-quiet">
      <span className="font-semibold">{words.legend}:</span>
      <ul className="flex flex-wrap gap-x-3 gap-y-1">
        {order.map((instrument) => (
          <li key={instrument ?? 'unknown'} className="inline-flex items-baseline gap-1">
            <InstrumentMark instrument={instrument} />
            {words.instruments[instrument ?? 'unknown']}
          </li>
        ))}
        <li className="inline-flex items-baseline gap-1">
          <span aria-hidden="true" className="h-[2px] w-[1.125rem] self-center bg-accent" />
          {words.underlined}
        </li>
        <li className="inline-flex items-baseline gap-1">
          <InstrumentMark instrument={null} hollow />
          {words.states.lapsed}
        </li>
      </ul>
    </div>
  );
}
