import { Disclosure, Table } from '@app/ui';
import type { Grid, GridPrinciple } from './grid.js';
import { words } from './words.js';

type Kind = 'inForce' | 'told' | 'recorded' | 'lapsed';
const kinds: readonly Kind[] = ['inForce', 'told', 'recorded', 'lapsed'];
/** Told apart without colour: full, hatched, outlined, dotted. */
const fills: Record<Kind, string> = { inForce: 'var(--accent)', told: 'url(#coverage-told)', recorded: 'var(--paper)', lapsed: 'url(#coverage-lapsed)' };

const [ROW, BAR, NAMES, WIDE] = [28, 16, 216, 640];

/** How much is known under each principle, and how far it can be relied on: bars with a table beneath. */
export function Coverage({ grid, principles }: { grid: Grid; principles: readonly GridPrinciple[] }) {
  const rows = principles.map((principle) => {
    const counts = grid.byPrinciple.find((one) => one.principle === principle.number);
    return { principle, count: counts?.count ?? 0, inForce: counts?.inForce ?? 0, told: counts?.told ?? 0, recorded: counts?.recorded ?? 0, lapsed: counts?.lapsed ?? 0 };
  });
  const most = Math.max(1, ...rows.map((row) => row.count));
  const unit = (WIDE - NAMES - 40) / most;
  const vouched = rows.reduce((sum, row) => sum + row.inForce, 0);
  const bare = rows.filter((row) => row.inForce === 0).length;
  return (
    <figure className="mt-6 max-w-[52rem] break-inside-avoid">
      <figcaption className="mb-2">
        <strong>{words.coverageFinding(vouched, grid.total)}</strong> {words.coverageBare(bare)}
      </figcaption>
      <svg viewBox={`0 0 ${WIDE} ${rows.length * ROW}`} className="w-full max-sm:hidden" role="img" aria-label={words.coverageLabel}>
        <defs>
          <pattern id="coverage-told" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill="var(--paper)" />
            <line x1="0" y1="0" x2="0" y2="5" stroke="var(--accent)" strokeWidth="3" />
          </pattern>
          <pattern id="coverage-lapsed" width="5" height="5" patternUnits="userSpaceOnUse">
            <rect width="5" height="5" fill="var(--paper)" />
            <circle cx="2.5" cy="2.5" r="1" fill="var(--quiet)" />
          </pattern>
        </defs>
        {rows.map((row, at) => {
          let x = NAMES;
          return (
            <g key={row.principle.number} transform={`translate(0 ${at * ROW})`}>
              <text x="0" y={ROW / 2 + 5} fill="var(--ink)" fontSize="15">
                {row.principle.number} {row.principle.shortName}
              </text>
              {kinds.map((kind) => {
                const width = row[kind] * unit;
                const bar = row[kind] > 0 && <rect key={kind} x={x} y={(ROW - BAR) / 2} width={width} height={BAR} fill={fills[kind]} stroke={kind === 'lapsed' ? 'var(--quiet)' : 'var(--accent)'} />;
                x += width;
                return bar;
              })}
              <text x={x + 6} y={ROW / 2 + 5} fill="var(--quiet)" fontSize="14">
                {row.count}
              </text>
            </g>
          );
        })}
      </svg>
      <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-note text-quiet max-sm:hidden" aria-hidden="true">
        {kinds.map((kind) => (
          <li key={kind} className="inline-flex items-center gap-1">
            <svg width="22" height="12">
              <rect x="0.5" y="0.5" width="21" height="11" fill={fills[kind]} stroke={kind === 'lapsed' ? 'var(--quiet)' : 'var(--accent)'} />
            </svg>
            {words.coverageKinds[kind]}
          </li>
        ))}
      </ul>
      <Disclosure title={words.coverageTable} quiet>
        <Table
          caption={words.coverageLabel}
          rows={rows}
          rowKey={(row) => row.principle.number}
          columns={[
            { key: 'principle', label: words.principle, rowHeader: true, cell: (row) => `${row.principle.number} ${row.principle.shortName}` },
            ...kinds.map((kind) => ({ key: kind, label: words.coverageKinds[kind], numeric: true, cell: (row: (typeof rows)[number]) => row[kind] })),
            { key: 'all', label: words.all, numeric: true, cell: (row) => row.count },
          ]}
        />
      </Disclosure>
    </figure>
  );
}
