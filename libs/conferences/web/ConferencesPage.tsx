import { EmptyState, ErrorState, LinkButton, Loading, PageHeader, Pagination, Section, Tag, TextLink } from '@app/ui';
import { useGraph, useGraphPages, useSessionInfo, useTitle } from '@app/platform/web';
import { ConferencesDocument, type ConferencesQuery, MayOpenConferenceDocument } from './conferences.generated.js';
import { Days } from './Days.js';
import { words } from './words.js';

type Line = ConferencesQuery['conferences']['nodes'][number];

/** All conferences: those ahead, those whose follow-up runs, and those of the past. */
export default function ConferencesPage() {
  useTitle(words.title);
  const signedIn = Boolean(useSessionInfo()?.person);
  const may = useGraph(MayOpenConferenceDocument, {}, { when: signedIn }).data?.mayOpenConference ?? false;
  const pages = useGraphPages(ConferencesDocument, { first: 50 }, ({ conferences }) => conferences);
  if (pages.error)
    return (
      <ErrorState level={1} onRetry={pages.refetch}>
        {pages.error.message}
      </ErrorState>
    );
  if (pages.isPending) return <Loading page lines={6} />;
  return (
    <>
      <ConferenceList conferences={pages.nodes} mayOpen={may} />
      {pages.hasMore && <Pagination shown={pages.nodes.length} hasMore pending={pages.morePending} onMore={pages.more} />}
    </>
  );
}

/** The page itself, fed by data. */
export function ConferenceList({ conferences, mayOpen }: { conferences: readonly Line[]; mayOpen: boolean }) {
  const ahead = conferences.filter(({ phase }) => phase !== 'after').toReversed();
  const ended = conferences.filter(({ phase, history }) => phase === 'after' && !history);
  const past = conferences.filter(({ history }) => history);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          mayOpen && (
            <LinkButton to="/conferences/new" look="primary">
              {words.announce}
            </LinkButton>
          )
        }
      />
      <Section title={words.under}>
        {ahead.length === 0 ? (
          <EmptyState level={3} title={words.noneAheadTitle}>
            {words.noneAhead}
          </EmptyState>
        ) : (
          <Lines conferences={ahead} />
        )}
      </Section>
      {ended.length > 0 && (
        <Section title={words.ended}>
          <Lines conferences={ended} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={words.past}>
          <p className="mb-2 text-quiet">{words.pastLead}</p>
          <Lines conferences={past} />
        </Section>
      )}
    </>
  );
}

/** Conferences as lines, each with its place, days and theme. */
export function Lines({ conferences }: { conferences: readonly Line[] }) {
  return (
    <ul>
      {conferences.map((conference) => (
        <li key={conference.id} className="border-t border-line py-2">
          <h3 className="text-lead">
            <TextLink to={`/conferences/${conference.slug}`}>{conference.title}</TextLink>
          </h3>
          <p>
            {words.place(conference.city, conference.state)} · <Days first={conference.firstDay} last={conference.lastDay} />
            {!conference.history && conference.attendingCount > 0 && ` · ${words.teamsCame(conference.attendingCount)}`} {conference.phase === 'during' && <Tag look="accent">{words.underWay}</Tag>}
          </p>
          <p className="text-note text-quiet">{conference.theme ?? words.by(conference.sponsors.filter(({ part }) => part !== 'supporter').map(({ name }) => name))}</p>
        </li>
      ))}
    </ul>
  );
}
