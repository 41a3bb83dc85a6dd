import { Breadcrumbs, EmptyState, ErrorState, LinkButton, Loading, PageHeader, Pagination } from '@app/ui';
import { ForPrograms, useGraphPages, useSessionInfo, useTitle } from '@app/platform/web';
import { useSearchParams } from 'react-router';
import { CollectionLines } from './CollectionLines.js';
import { CollectionsDocument } from './collections.generated.js';
import { words } from './words.js';

/** The shelves that one may read, the newest first. */
export default function CollectionsPage() {
  useTitle(words.title);
  const session = useSessionInfo();
  const from = useSearchParams()[0].get('from');
  const organizationId = /^[0-9a-f-]{36}$/i.test(from ?? '') ? from : null;
  const pages = useGraphPages(CollectionsDocument, { filter: { organizationId }, first: 20 }, (answer) => answer.collections);
  const begin = session?.isMember ? (
    <LinkButton to="/collections/new" look="primary">
      {words.begin}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader above={<Breadcrumbs steps={[{ label: words.library, to: '/library' }]} />} title={words.title} lead={words.lead} action={begin} />
      {pages.error && (
        <ErrorState onRetry={pages.refetch} title={words.failed}>
          {pages.error.message}
        </ErrorState>
      )}
      {pages.isPending && <Loading lines={6} />}
      {pages.first && pages.nodes.length === 0 && (
        <EmptyState title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {pages.nodes.length > 0 && (
        <div className="max-w-[46rem]">
          <CollectionLines lines={pages.nodes} />
          <Pagination shown={pages.nodes.length} hasMore={pages.hasMore} pending={pages.morePending} onMore={pages.more} />
        </div>
      )}
      <ForPrograms path="/collections" table question={organizationId ? { from: organizationId } : {}} feed="/feeds/collections.xml" />
    </>
  );
}
