import { Disclosure, Table } from '@app/ui';
import { recordWords as words } from './record-words.js';

export interface UseChartProps {
  months: readonly { month: string; teams: number }[];
  level?: 2 | 3 | 4;
}

const HALF_A_YEAR = 6;
const [WIDTH, HEIGHT] = [480, 96];

/** How many teams use something, month by month, where that says more than the number alone: as bars, and as a table beneath. */
export function UseChart({ months, level = 3 }: UseChartProps) {
  const most = Math.max(0, ...months.map((month) => month.teams));
  if (months.length < 3 || most < 2) return null;
  const step = WIDTH / months.length;
  const last = months.at(-1);
  return (
    <figure className="m-0 mt-3 max-w-[32rem]">
      <figcaption className="mb-1">
        <strong className="font-semibold">{words.chart}.</strong> {words.chartCaption(last?.teams ?? 0, months.at(-1 - HALF_A_YEAR)?.teams ?? 0)}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block h-auto w-full fill-accent [forced-color-adjust:auto]" aria-hidden="true" focusable="false">
        {months.map(({ month, teams }, at) => {
          const height = Math.max(teams === 0 ? 0 : 2, (teams / most) * (HEIGHT - 2));
          return <rect key={month} x={at * step + 1} y={HEIGHT - height - 1} width={Math.max(1, step - 2)} height={height} />;
        })}
        <rect x="0" y={HEIGHT - 1} width={WIDTH} height="1" />
      </svg>
      <p className="flex justify-between text-note text-quiet" aria-hidden="true">
        <span>{inWords(months[0]?.month)}</span>
        <span>{inWords(last?.month)}</span>
      </p>
      <Disclosure title={words.chartTable} level={level} quiet>
        <Table
          caption={words.chartTableCaption}
          rows={[...months].reverse()}
          rowKey={(row) => row.month}
          columns={[
            { key: 'month', label: words.month, rowHeader: true, cell: (row) => inWords(row.month) },
            { key: 'teams', label: words.teams, numeric: true, cell: (row) => row.teams },
          ]}
        />
      </Disclosure>
    </figure>
  );
}

function inWords(month: string | undefined): string {
  return month ? new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`)) : '';
}
