import { EmptyState, ErrorState, Instant, LinkButton, Loading, Markdown, PageHeader, Pagination, Tag, TextLink } from '@app/ui';
import { useGraphPages, useTitle } from '@app/platform/web';
import { MyWritingDocument } from './people.generated.js';
import { words } from './words.js';

/** All that the reader wrote, whatever seat they hold or held: theirs to read for ever. */
export default function WrotePage() {
  useTitle(words.wroteTitle);
  const pages = useGraphPages(MyWritingDocument, { first: 20 }, ({ myWriting }) => myWriting);
  if (pages.error)
    return (
      <ErrorState level={1} onRetry={pages.refetch}>
        {pages.error.message}
      </ErrorState>
    );
  if (pages.isPending) return <Loading page lines={8} />;
  return (
    <>
      <PageHeader title={words.wroteTitle} lead={words.wroteLead} />
      {pages.nodes.length === 0 && (
        <EmptyState title={words.wroteNothing} action={<LinkButton to="/threads">{words.wroteRead}</LinkButton>}>
          {words.wroteNothingBody}
        </EmptyState>
      )}
      <ul className="grid max-w-[46rem] gap-3">
        {pages.nodes.map((piece) => (
          <li key={`${piece.kind} ${piece.id}`} className="border-t border-line pt-2">
            <h2 className="text-lead font-semibold">{piece.path ? <TextLink to={piece.path}>{piece.title}</TextLink> : piece.title}</h2>
            <p className="mb-1 text-note text-quiet">
              <Tag>{piece.kind}</Tag> {words.wroteFor} {piece.organization}, <Instant at={piece.at} form="day" />
            </p>
            <Markdown text={piece.body} />
          </li>
        ))}
      </ul>
      {pages.hasMore && <Pagination shown={pages.nodes.length} hasMore pending={pages.morePending} onMore={pages.more} />}
    </>
  );
}
