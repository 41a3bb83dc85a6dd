import { EmptyState, ErrorState, LinkButton, Loading, PageHeader, Pagination, Select, TextLink } from '@app/ui';
import { useGraphPages, useSessionInfo, useTitle } from '@app/platform/web';
import { useVocabulary } from '@app/framework/web';
import { useSearchParams } from 'react-router';
import { ThreadLines } from './ThreadLines.js';
import { ThreadsDocument } from './Threads.generated.js';
import { words } from './words.js';

const ALL = 'all';

/** All conversations the reader may read, the one with the latest letter first. */
export default function ThreadListPage() {
  useTitle(words.title);
  const session = useSessionInfo();
  const { principles } = useVocabulary();
  const [search, setSearch] = useSearchParams();
  const principle = Number(search.get('principle')) || null;
  const subject = search.get('subject');
  const list = useGraphPages(ThreadsDocument, { first: 20, principle, subject }, (answer) => answer.threads);
  const start = session?.isMember ? <LinkButton to={subject ? `/threads/new?subject=${subject}` : '/threads/new'} look="primary">{words.start}</LinkButton> : undefined;

  return (
    <>
      <PageHeader title={words.title} lead={session?.isMember ? words.lead : words.publicLead} action={start} />
      <div className="threads-filter">
        <Select
          label={words.filter}
          width="medium"
          required
          value={principle ? String(principle) : ALL}
          options={[{ value: ALL, label: words.allPrinciples }, ...principles.map(({ number, shortName }) => ({ value: String(number), label: words.principle(number, shortName) }))]}
          onChange={(value) => setSearch(value === ALL ? {} : { principle: value }, { replace: true })}
        />
      </div>
      {list.isPending && <Loading label={words.loadingList} lines={6} />}
      {list.error && <ErrorState onRetry={list.refetch}>{list.error.message}</ErrorState>}
      {list.first && list.nodes.length === 0 && (
        <EmptyState title={principle ? words.filteredTitle : words.emptyTitle} action={principle || subject ? <TextLink to="/threads">{words.all}</TextLink> : undefined}>
          {principle ? words.filteredText : session?.isMember ? words.emptyText : words.emptyVisitor}
        </EmptyState>
      )}
      {list.nodes.length > 0 && (
        <>
          <ThreadLines threads={list.nodes} />
          <Pagination shown={list.nodes.length} hasMore={list.hasMore} pending={list.morePending} onMore={list.more} />
        </>
      )}
    </>
  );
}
