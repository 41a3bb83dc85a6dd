import { Breadcrumbs, EmptyState, ErrorState, Instant, LinkButton, Loading, PageHeader, Section, TextLink } from '@app/ui';
import { useGraph, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { DigestPageDocument, type DigestPageQuery } from './digests.generated.js';
import { words } from './words.js';

type Digest = NonNullable<DigestPageQuery['digest']>;

/** A digest on a page of its own: the same as its mail. */
export default function DigestPage() {
  const { id = '' } = useParams();
  const { data, error, refetch, isFetching } = useGraph(DigestPageDocument, { id });
  const digest = data?.digest;
  useTitle(digest ? words.digestFor(digest.forName) : data ? words.missingTitle : undefined);
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()} retrying={isFetching}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} />;
  if (!digest)
    return (
      <>
        <PageHeader title={words.missingTitle} />
        <EmptyState title={words.missingTitle} action={<LinkButton to="/digests">{words.mine}</LinkButton>}>
          {words.missing}
        </EmptyState>
      </>
    );
  return <DigestView digest={digest} />;
}

/** The page itself, fed by data. */
export function DigestView({ digest }: { digest: Digest }) {
  return (
    <>
      <PageHeader
        above={<Breadcrumbs steps={[{ label: words.mine, to: '/digests' }]} />}
        title={words.digestFor(digest.forName)}
        lead={
          <>
            {words.follows} <TextLink to={digest.path}>{digest.title}</TextLink>
          </>
        }
      />
      <p className="mb-3 text-note text-quiet">
        {words.putTogether} <Instant at={digest.at} form="ago" />. {words.since} <Instant at={digest.since} form="day" />.
      </p>
      {digest.sections.length === 0 && (
        <EmptyState
          title={words.nothingTitle}
          action={
            <LinkButton to="/threads/new" look="primary">
              {words.ask}
            </LinkButton>
          }
        >
          {words.nothing}
        </EmptyState>
      )}
      {digest.sections.map((section) => (
        <Section key={section.name} title={section.title}>
          <ul>
            {section.items.map((item) => (
              <li key={item.path + item.title} className="border-t border-line py-2">
                <TextLink to={item.path}>{item.title}</TextLink>
                {item.note && <span className="block text-note text-quiet">{item.note}</span>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Section title={words.next}>
        {digest.next ? (
          <p>
            {digest.next.title}, <Instant at={digest.next.at} zone={digest.next.zone} />
          </p>
        ) : (
          <p>{words.last}</p>
        )}
      </Section>
    </>
  );
}
