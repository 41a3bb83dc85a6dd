import { Button, Dialog } from '@app/ui';
import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { CellContent } from './CellPanel.js';
import type { Grid, GridPrinciple, Place } from './grid.js';
import { GridList } from './GridList.js';
import { GridTable } from './GridTable.js';
import { InstrumentLegend } from './InstrumentMark.js';
import { useWiderThan } from './useMedia.js';
import { shortName, words } from './words.js';

/** From this width on, in rem, the grid is a table with cells. */
export const TABLE_FITS = 48;
const PANEL_FITS = 64;

/** The grid with its open cell: beside it on a wide page, over it on a narrower one; on a phone a list instead. */
export function GridView({ grid, principles }: { grid: Grid; principles: readonly GridPrinciple[] }) {
  const [params, setParams] = useSearchParams();
  const asTable = useWiderThan(TABLE_FITS);
  const beside = useWiderThan(PANEL_FITS);
  const opened = useRef(false);
  const heading = useRef<HTMLHeadingElement>(null);

  const open: Place | null = params.get('district') ? { district: params.get('district') ?? '', principle: Number(params.get('principle')) } : null;
  const column = grid.columns.find((candidate) => candidate.slug === open?.district);
  const principle = principles.find((candidate) => candidate.number === open?.principle);
  const canShare = grid.columns.some((candidate) => candidate.canShare);

  // Whoever opened a cell here goes on reading in it; whoever arrived by its address starts at the top of the page.
  useEffect(() => {
    if (opened.current) heading.current?.focus({ preventScroll: true });
    opened.current = false;
  }, [open?.district, open?.principle]);

  const close = useCallback(() => {
    const cell = document.querySelector<HTMLElement>('[data-cell][aria-current]');
    setParams({}, { replace: true, preventScrollReset: true });
    cell?.focus({ preventScroll: true });
  }, [setParams]);

  const isOpen = open !== null;
  useEffect(() => {
    if (!isOpen || !beside) return;
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && close();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOpen, beside, close]);

  if (!asTable) return <GridList grid={grid} principles={principles} canShare={canShare} />;

  const title = column && principle ? `${shortName(column.name)}: ${principle.shortName}` : null;
  const shown = column && principle && title;
  return (
    <div className={shown && beside ? 'grid grid-cols-[minmax(0,1fr)_20rem] items-start gap-4 print:block' : ''}>
      <div className="min-w-0">
        <GridTable
          grid={grid}
          principles={principles}
          open={open}
          hrefOf={(place) => `?district=${encodeURIComponent(place.district)}&principle=${place.principle}`}
          onOpen={() => {
            opened.current = true;
          }}
        />
        <div className="mt-2 flex flex-wrap justify-between gap-2">
          <InstrumentLegend />
          <p className="text-note text-quiet print:hidden" aria-hidden="true">
            {words.howToMove}
          </p>
        </div>
      </div>
      {shown && beside && (
        <aside
          aria-labelledby="cell-title"
          className="sticky top-2 max-h-[92vh] overflow-auto border-t-2 border-accent pt-2 print:hidden"
        >
          <div className="mb-2 flex items-start justify-between gap-1">
            <h2 id="cell-title" ref={heading} tabIndex={-1} className="text-body font-bold text-balance">
              {title}
            </h2>
            <Button look="quiet" icon="close" onPress={close}>
              {words.close}
            </Button>
          </div>
          <CellContent column={column} principle={principle} canShare={canShare} />
        </aside>
      )}
      {shown && !beside && (
        <Dialog open title={title} onOpenChange={(stays) => !stays && close()}>
          <CellContent column={column} principle={principle} canShare={canShare} />
        </Dialog>
      )}
    </div>
  );
}
