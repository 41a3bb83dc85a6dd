import { ErrorState, LinkButton, Loading, PageHeader } from '@app/ui';
import { ForPrograms, useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useSearchParams } from 'react-router';
import { addressOf, type Asked, askedIn, isAsked, nothingAsked } from '../contract/asked.js';
import { Coverage } from './Coverage.js';
import { Filters } from './Filters.js';
import { FoundList } from './FoundList.js';
import { GridView } from './GridView.js';
import { PracticeGridDocument } from './practices.generated.js';
import { words } from './words.js';

/** Who does what: the grid, or what was found when something is asked. The question is the address. */
export default function PracticesPage() {
  useTitle(words.title);
  const [params, setParams] = useSearchParams();
  const session = useSessionInfo();
  const asked = askedIn(params);
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
      {isAsked(asked) ? <FoundList asked={asked} onBack={() => ask(nothingAsked)} /> : <TheGrid />}
      <ForPrograms path="/practices" table question={addressOf(asked)} feed="/feeds/practices.xml" />
    </>
  );
}

function TheGrid() {
  const { data, error, isFetching, refetch } = useGraph(PracticeGridDocument, {});
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
