import { EmptyState, ErrorState, Loading, PageHeader, Pagination } from '@app/ui';
import { useGraphPages, useTitle } from '@app/platform/web';
import { JoinPace } from './JoinPace.js';
import { JoinQueueList } from './JoinQueueList.js';
import { JoinQueueDocument } from './joining.generated.js';
import { joiningWords } from './joining-words.js';

const words = joiningWords.queue;

/** The queue of districts that ask to join, for stewards and co-sponsors. */
export default function JoinQueuePage() {
  useTitle(words.title);
  const { nodes, total, hasMore, more, morePending, isPending, error, refetch } = useGraphPages(JoinQueueDocument, { first: 20 }, (answer) => answer.joinQueue);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      {error ? (
        <ErrorState onRetry={refetch}>{error.message}</ErrorState>
      ) : isPending ? (
        <Loading lines={6} />
      ) : nodes.length === 0 ? (
        <>
          <JoinPace />
          <EmptyState title={words.none}>{words.noneBody}</EmptyState>
        </>
      ) : (
        <>
          <JoinPace />
          <JoinQueueList requests={nodes} />
          <Pagination shown={nodes.length} {...(total === undefined ? {} : { total })} hasMore={hasMore} onMore={more} pending={morePending} />
        </>
      )}
    </>
  );
}
