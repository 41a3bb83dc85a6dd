import { Disclosure, TextLink } from '@app/ui';
import { cellOf, type Grid, type GridPrinciple, groupsOf, rarestOf } from './grid.js';
import { InstrumentLegend, InstrumentMark } from './InstrumentMark.js';
import { shortName, words } from './words.js';

/** The grid on a phone: principle by principle, each with the districts that do something under it. */
export function GridList({ grid, principles, canShare }: { grid: Grid; principles: readonly GridPrinciple[]; canShare: boolean }) {
  const columns = groupsOf(grid.columns).flatMap((group) => group.columns);
  const rarest = rarestOf(grid, principles);
  return (
    <>
      <p className="mb-2">
        <strong>{words.finding(grid.total, grid.districts)}.</strong> {rarest && words.rarest(rarest.name, rarest.count)}
      </p>
      {principles.map((principle) => (
        <Disclosure
          key={principle.number}
          level={2}
          title={
            <>
              {principle.number} {principle.shortName} <span className="font-normal text-quiet">({grid.byPrinciple.find((count) => count.principle === principle.number)?.count ?? 0})</span>
            </>
          }
        >
          <ul>
            {columns.flatMap((column) =>
              (cellOf(column, principle.number)?.practices ?? []).map((practice) => (
                <li key={practice.slug} className="border-t border-line py-1">
                  <TextLink to={`/practices/${practice.slug}`}>{practice.title}</TextLink>
                  <p className="flex flex-wrap gap-x-2 text-note text-quiet">
                    <span className="inline-flex items-baseline gap-0.5">
                      <InstrumentMark instrument={practice.instrument} size={14} hollow={practice.state === 'lapsed'} />
                      <span className="ui-hidden">{words.instruments[practice.instrument ?? 'unknown']}, </span>
                      {shortName(column.name)}
                    </span>
                    {practice.status === 'recorded' ? <span>{words.asOfShort}</span> : practice.state !== 'told' && <span>{words.states[practice.state]}</span>}
                  </p>
                </li>
              )),
            )}
            <li className="border-t border-line py-1">
              {canShare ? (
                <>
                  {words.emptyAsk} <TextLink to={`/practices/new?principle=${principle.number}`}>{words.shareHere}</TextLink>
                </>
              ) : (
                <TextLink to={`/principles/${principle.number}`}>{words.readOthers(principle.shortName)}</TextLink>
              )}
            </li>
          </ul>
        </Disclosure>
      ))}
      <div className="mt-3">
        <InstrumentLegend />
      </div>
    </>
  );
}
