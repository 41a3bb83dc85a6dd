import { VisuallyHidden } from '@app/ui';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { type Cell, cellOf, type Column, type Grid, type GridPrinciple, groupsOf, type Place, rarestOf } from './grid.js';
import { InstrumentMark } from './InstrumentMark.js';
import { shortName, words } from './words.js';

interface GridTableProps {
  grid: Grid;
  principles: readonly GridPrinciple[];
  open: Place | null;
  /** The address of this page with a cell open. */
  hrefOf: (place: Place) => string;
  onOpen: () => void;
}

/**
 * Principles down, districts across: a plain table, so that it reads and prints as one. The cells are links; Tab
 * enters them once and the arrow keys move within. Pure: the server can draw it too.
 */
export function GridTable({ grid, principles, open, hrefOf, onOpen }: GridTableProps) {
  const captionId = useId();
  const groups = groupsOf(grid.columns);
  const columns = groups.flatMap((group) => group.columns);
  const firsts = new Set(groups.map((group) => group.columns[0]?.slug));
  const { ref, stop, onKeyDown, onFocus } = useArrows(principles.length, columns.length);
  const rarest = rarestOf(grid, principles);
  return (
    <div ref={ref} className="max-h-[92vh] overflow-auto print:max-h-none print:overflow-visible" role="region" aria-labelledby={captionId}>
      <table className="border-separate border-spacing-0 text-note leading-[1.25rem]">
        <caption id={captionId} className="sticky left-0 pb-2 text-left text-body">
          <strong>{words.finding(grid.total, grid.districts)}.</strong> {rarest && words.rarest(rarest.name, rarest.count)}
          <VisuallyHidden> {words.howToMove}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="sticky top-0 left-0 z-30 border-b border-ink bg-paper pr-2 pb-1 text-left align-bottom font-semibold">
              {words.principle}
            </th>
            {groups.map(({ group, columns: some }) => (
              <th key={group} scope="colgroup" colSpan={some.length} className="border-l border-line px-1 pb-1 text-left align-bottom font-normal text-quiet print:whitespace-normal">
                <span className="block whitespace-nowrap" style={{ maxWidth: `${some.length * 2.75 - 1}rem`, whiteSpace: some.length < 5 ? 'normal' : 'nowrap' }}>
                  {words.groups[group]}
                </span>
              </th>
            ))}
            <th scope="col" rowSpan={2} className="sticky top-0 z-20 border-b border-l border-b-ink border-l-line bg-paper px-1 pb-1 text-right align-bottom font-semibold">
              <span aria-hidden="true">{words.all}</span>
              <VisuallyHidden>{words.allLabel}</VisuallyHidden>
            </th>
          </tr>
          <tr>
            {columns.map((column) => (
              <th key={column.slug} scope="col" className={`sticky top-0 z-20 border-b border-ink bg-paper p-0 align-bottom font-semibold ${firsts.has(column.slug) ? 'border-l border-l-line' : ''}`}>
                <ColumnHead column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {principles.map((principle, row) => (
            <tr key={principle.number} className="group">
              <th scope="row" className="sticky left-0 z-10 border-b border-line bg-paper p-0 pr-2 text-left font-normal group-hover:bg-sunk">
                <Link to={`/principles/${principle.number}`} className="grid min-h-[2.75rem] grid-cols-[1.5rem_1fr] items-center whitespace-nowrap no-underline hover:underline" title={principle.name}>
                  <span className="font-serif text-body text-accent tabular-nums">{principle.number}</span>
                  {principle.shortName}
                </Link>
              </th>
              {columns.map((column, at) => (
                <td key={column.slug} className={`border-b border-line p-0 group-hover:bg-sunk ${firsts.has(column.slug) ? 'border-l border-l-line' : ''}`}>
                  <CellLink
                    cell={cellOf(column, principle.number)}
                    column={column}
                    principle={principle}
                    to={hrefOf({ principle: principle.number, district: column.slug })}
                    isOpen={open?.principle === principle.number && open.district === column.slug}
                    isStop={stop.row === row && stop.column === at}
                    at={`${row}:${at}`}
                    onOpen={onOpen}
                    onFocus={() => onFocus(row, at)}
                    onKeyDown={onKeyDown}
                  />
                </td>
              ))}
              <td className="border-b border-l border-line px-1 text-right tabular-nums group-hover:bg-sunk">{grid.byPrinciple.find((count) => count.principle === principle.number)?.count ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead({ column }: { column: Column }) {
  return (
    <Link to={`/districts/${column.slug}`} title={column.name} className="flex h-[12rem] w-[2.75rem] items-end justify-center no-underline hover:underline">
      <span className="rotate-180 pt-1 whitespace-nowrap [writing-mode:vertical-rl]">
        {shortName(column.name)}
        {column.state && <span className="font-normal text-quiet"> {column.state}</span>}
      </span>
    </Link>
  );
}

interface CellLinkProps {
  cell: Cell | undefined;
  column: Column;
  principle: GridPrinciple;
  to: string;
  isOpen: boolean;
  isStop: boolean;
  at: string;
  onOpen: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function CellLink({ cell, column, principle, to, isOpen, isStop, at, onOpen, onFocus, onKeyDown }: CellLinkProps) {
  const first = cell?.practices[0];
  const invites = !cell && column.canShare;
  const what = cell ? words.cellFilled(cell.count, first?.instrument ? words.by[first.instrument] : null, cell.count === 1 && first ? words.cellStates[first.state] : null) : invites ? words.cellMine : words.cellEmpty;
  return (
    <Link
      to={to}
      replace
      preventScrollReset
      onClick={onOpen}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      tabIndex={isStop ? 0 : -1}
      data-cell={at}
      aria-current={isOpen || undefined}
      aria-label={words.cell(shortName(column.name), principle.shortName, what)}
      title={first?.title}
      className={`group/cell relative flex h-[2.75rem] w-full items-center justify-center no-underline -outline-offset-3 hover:bg-accent-tint ${isOpen ? 'bg-accent-tint shadow-[inset_0_0_0_2px_var(--accent)]' : ''}`}
    >
      {cell && first ? (
        <>
          <InstrumentMark instrument={first.instrument} hollow={first.state === 'lapsed'} />
          {cell.practices.some((practice) => practice.state === 'in_force') && <span aria-hidden="true" className="absolute bottom-[0.3rem] h-[2px] w-[1.125rem] bg-accent" />}
          {cell.count > 1 && <span className="absolute right-[0.3rem] top-[0.2rem] text-[0.875rem] leading-none text-ink tabular-nums">{cell.count}</span>}
        </>
      ) : (
        <span aria-hidden="true" className={invites ? 'grid size-[1.375rem] place-items-center rounded-full border border-dashed border-accent text-body leading-none text-accent print:hidden' : 'text-line-strong opacity-0 group-hover/cell:opacity-100 group-focus/cell:opacity-100 print:hidden'}>
          +
        </span>
      )}
    </Link>
  );
}

const MOVES: Record<string, [row: number, column: number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** One stop for the Tab key, which the arrow keys, Home and End carry through the cells. */
function useArrows(rows: number, columns: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState({ row: 0, column: 0 });
  const clamp = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));

  function onKeyDown(event: KeyboardEvent) {
    const at = (event.currentTarget as HTMLElement).dataset['cell'];
    const [row = 0, column = 0] = (at ?? '').split(':').map(Number);
    const move = MOVES[event.key];
    const next = move
      ? [clamp(row + move[0], rows), clamp(column + move[1], columns)]
      : event.key === 'Home'
        ? [row, 0]
        : event.key === 'End'
          ? [row, columns - 1]
          : null;
    if (!next) return;
    event.preventDefault();
    ref.current?.querySelector<HTMLElement>(`[data-cell="${next[0]}:${next[1]}"]`)?.focus();
  }

  return { ref, stop: { row: clamp(stop.row, rows), column: clamp(stop.column, columns) }, onKeyDown, onFocus: (row: number, column: number) => setStop({ row, column }) };
}

