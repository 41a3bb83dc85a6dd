import { Button, EmptyState, ErrorState, Loading, Pagination } from '@app/ui';
import { useGraphPages } from '@app/platform/web';
import { type Asked, variablesOf } from '../contract/asked.js';
import { PracticesFoundDocument } from './practices.generated.js';
import { PracticeLines } from './PracticeLines.js';
import { words } from './words.js';

interface FoundListProps {
  asked: Asked;
  onBack: () => void;
}

/** The practices that match, instead of the grid. */
export function FoundList({ asked, onBack }: FoundListProps) {
  const { nodes, total = 0, hasMore, more, morePending, isPending, error, refetch } = useGraphPages(PracticesFoundDocument, { ...variablesOf(asked), first: 20 }, (answer) => answer.practices);
  const back = <Button onPress={onBack}>{words.toGrid}</Button>;
  if (error)
    return (
      <ErrorState title={words.failed} onRetry={refetch} action={back}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (isPending) return <Loading lines={6} label={words.loadingFound} />;
  if (nodes.length === 0)
    return (
      <EmptyState title={words.nothingFound} action={back}>
        <p>{words.nothingFoundHint}</p>
      </EmptyState>
    );
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lead font-bold">
          <span role="status">{words.found(total)}</span>
        </h2>
        {back}
      </div>
      <PracticeLines practices={nodes} />
      <Pagination shown={nodes.length} total={total} hasMore={hasMore} pending={morePending} onMore={more} />
    </>
  );
}
