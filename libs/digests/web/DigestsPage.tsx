import { EmptyState, ErrorState, Instant, LinkButton, Loading, PageHeader, Pagination, TextLink } from '@app/ui';
import { useGraphPages, useTitle } from '@app/platform/web';
import { MyDigestsDocument } from './digests.generated.js';
import { words } from './words.js';

/** All digests of the reader's districts, the latest first. */
export default function DigestsPage() {
  useTitle(words.mine);
  const pages = useGraphPages(MyDigestsDocument, { first: 20 }, ({ myDigests }) => myDigests);
  if (pages.error)
    return (
      <ErrorState level={1} onRetry={pages.refetch}>
        {pages.error.message}
      </ErrorState>
    );
  if (pages.isPending) return <Loading page lines={6} />;
  return (
    <>
      <PageHeader title={words.mine} lead={words.mineLead} />
      {pages.nodes.length === 0 && (
        <EmptyState title={words.noneTitle} action={<LinkButton to="/conferences">{words.conferences}</LinkButton>}>
          {words.none}
        </EmptyState>
      )}
      <ul>
        {pages.nodes.map((digest) => (
          <li key={digest.id} className="border-t border-line py-2">
            <TextLink to={`/digests/${digest.id}`}>{digest.sections[0]?.items[0]?.title ?? words.digestFor(digest.forName)}</TextLink>
            <span className="block text-note text-quiet">
              {digest.title}, {words.items(digest.sections.reduce((sum, { items }) => sum + items.length, 0))}, <Instant at={digest.at} form="ago" />
            </span>
          </li>
        ))}
      </ul>
      {pages.hasMore && <Pagination shown={pages.nodes.length} hasMore pending={pages.morePending} onMore={pages.more} />}
    </>
  );
}
