import { LinkButton, Loading, TextLink } from '@app/ui';
import { useGraph, useSessionInfo } from '@app/platform/web';
import { cellOf, type Column, type GridPrinciple } from './grid.js';
import { PracticesFoundDocument } from './practices.generated.js';
import { PracticeLines } from './PracticeLines.js';
import { shortName, words } from './words.js';

const SHOWN = 10;

interface CellProps {
  column: Column;
  principle: GridPrinciple;
  /** Whether the reader speaks for some district. */
  canShare: boolean;
}

/** What one district does under one principle, or the invitation to say it. */
export function CellContent({ column, principle, canShare }: CellProps) {
  const cell = cellOf(column, principle.number);
  const { data, error, isPending } = useGraph(PracticesFoundDocument, { principle: principle.number, district: column.slug, first: SHOWN }, { when: cell !== undefined });
  if (!cell) return <Invitation column={column} principle={principle} canShare={canShare} />;
  if (error) return <p>{error.message}</p>;
  if (isPending) return <Loading lines={4} label={words.loadingFound} />;
  return (
    <>
      <PracticeLines practices={data.practices.nodes} omit="principle" />
      <p className="border-t border-line pt-2 text-note">
        <TextLink to={`/principles/${principle.number}`}>{words.readOthers(principle.shortName)}</TextLink>
      </p>
    </>
  );
}

function Invitation({ column, principle, canShare }: CellProps) {
  const session = useSessionInfo();
  const to = `/practices/new?principle=${principle.number}`;
  return (
    <div className="grid gap-2">
      <p className="font-semibold">{words.emptyTitle}</p>
      <p>{column.canShare ? words.emptyMine(principle.shortName) : words.emptyOther(shortName(column.name), principle.shortName)}</p>
      {canShare ? (
        <>
          {!column.canShare && <p>{words.emptyAsk}</p>}
          <p>
            <LinkButton to={to}>{words.shareHere}</LinkButton>
          </p>
        </>
      ) : (
        session && !session.isMember && <p>{words.emptyVisitor}</p>
      )}
      <p className="text-note">
        <TextLink to={`/principles/${principle.number}`}>{words.readOthers(principle.shortName)}</TextLink>
      </p>
    </div>
  );
}
