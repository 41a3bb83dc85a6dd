import { ErrorState, LinkButton, Loading, PageHeader } from '@app/ui';
import { ForPrograms, useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useSearchParams } from 'react-router';
import { addressOf, type Asked, askedIn, cellIn, isAsked, nothingAsked } from '../contract/asked.js';
import { Coverage } from './Coverage.js';
import { Filters } from './Filters.js';
import { FoundList } from './FoundList.js';
import { GridView, TABLE_FITS } from './GridView.js';
import { PracticeGridDocument } from './practices.generated.js';
import { useWiderThan } from './useMedia.js';
import { words } from './words.js';

/** Who does what: the grid, or what was found when something is asked. The question is the address. */
export default function PracticesPage() {
  useTitle(words.title);
  const [params, setParams] = useSearchParams();
  const session = useSessionInfo();
  const asTable = useWiderThan(TABLE_FITS);
  const cell = cellIn(params);
  // On a phone there are no cells: the address of one is asked as a list.
  const asked = (asTable ? null : cell) ?? askedIn(params);
  const ask = (next: Asked) => setParams(addressOf(next), { replace: true, preventScrollReset: true });

  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <div className="mb-4 flex flex-wrap items-start justify-between gap-2 print:hidden">
        <Filters asked={asked} onAsk={ask} />
        {session?.isMember && (
          <LinkButton look="primary" to="/practices/new">
            {words.share}
          </LinkButton>
        )}
      </div>
      {isAsked(asked) ? <FoundList asked={asked} onBack={() => ask(nothingAsked)} /> : <TheGrid cell={cell} onBack={() => ask(nothingAsked)} />}
      <ForPrograms path="/practices" table question={addressOf(asked)} feed="/feeds/practices.xml" />
    </>
  );
}

function TheGrid({ cell, onBack }: { cell: Asked | null; onBack: () => void }) {
  const { data, error, isFetching, refetch } = useGraph(PracticeGridDocument, {});
  // A district that has no column has no cell either.
  if (data && cell && !data.practiceGrid.columns.some((column) => column.slug === cell.district)) return <FoundList asked={cell} onBack={onBack} />;
  if (data)
    return (
      <>
        <GridView grid={data.practiceGrid} principles={data.principles} />
        <Coverage grid={data.practiceGrid} principles={data.principles} />
      </>
    );
  if (error)
    return (
      <ErrorState title={words.failed} onRetry={() => void refetch()} retrying={isFetching}>
        <p>{error.message}</p>
      </ErrorState>
    );
  return <Loading lines={12} label={words.loading} />;
}
