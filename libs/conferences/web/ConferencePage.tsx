import { Breadcrumbs, Columns, EmptyState, ErrorState, Instant, LinkButton, Loading, PageHeader, Section, Tag } from '@app/ui';
import { SlotParts, useGraph, useLive, useSessionInfo, useTitle } from '@app/platform/web';
import { PrincipleTags, TopicTags } from '@app/framework/web';
import { SubjectThreads } from '@app/discussions/web';
import { useParams } from 'react-router';
import { CloseConference } from './CloseConference.js';
import { ConferencePageDocument, type ConferencePageQuery } from './conferences.generated.js';
import { ConferenceMargin } from './ConferenceMargin.js';
import { ConferenceTools } from './ConferenceTools.js';
import { Days } from './Days.js';
import { Materials } from './Materials.js';
import { Notes } from './Notes.js';
import { conferenceLeadSlot, conferenceSlot } from './slots.js';
import { Teams } from './Teams.js';
import { words } from './words.js';

export type Conference = NonNullable<ConferencePageQuery['conference']>;

/** A conference: before, during and after are three faces of one page. */
export default function ConferencePage() {
  const { slug = '' } = useParams();
  const { data, error, refetch, isFetching } = useGraph(ConferencePageDocument, { slug });
  const session = useSessionInfo();
  const conference = data?.conference;
  useTitle(conference?.title ?? (data ? words.missingTitle : undefined));
  useLive(conference && session?.person ? `conference:${conference.id}` : null, () => void refetch(), { onResume: () => void refetch() });
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()} retrying={isFetching}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} />;
  if (!conference)
    return (
      <>
        <PageHeader title={words.missingTitle} />
        <EmptyState title={words.missingTitle} action={<LinkButton to="/conferences">{words.all}</LinkButton>}>
          {words.missing}
        </EmptyState>
      </>
    );
  return <ConferenceView conference={conference} member={session?.isMember ?? false} />;
}

/** The page itself, fed by data. */
export function ConferenceView({ conference, member }: { conference: Conference; member: boolean }) {
  const part = { id: conference.id, slug: conference.slug, title: conference.title, zone: conference.zone, phase: conference.phase, canRun: conference.viewerCan.run };
  const after = conference.phase === 'after';
  return (
    <>
      <PageHeader
        above={<Breadcrumbs steps={[{ label: words.all, to: '/conferences' }]} />}
        title={conference.title}
        lead={
          <>
            {words.place(conference.city, conference.state)} · <Days first={conference.firstDay} last={conference.lastDay} />
            {conference.theme && <span className="block">{conference.theme}</span>}
          </>
        }
        action={conference.viewerCan.close ? <CloseConference conferenceId={conference.id} /> : undefined}
      />
      <p className="mb-3 flex flex-wrap items-baseline gap-1">
        {conference.phase === 'during' && <Tag look="accent">{words.underWay}</Tag>}
        {conference.history && <Tag>{words.historyTag}</Tag>}
        {conference.invented && <Tag>{words.inventedTag}</Tag>}
        <When conference={conference} />
      </p>
      {conference.principles.length + conference.topics.length > 0 && (
        <div className="mb-3 grid gap-1">
          <PrincipleTags numbers={conference.principles} />
          <TopicTags slugs={conference.topics} />
        </div>
      )}
      <Columns marginLabel={words.behind} margin={<ConferenceMargin conference={conference} />}>
        {!conference.history && <SlotParts slot={conferenceLeadSlot} props={part} />}
        {conference.summary && (
          <Section title={conference.history ? words.notKnown : after ? words.aboutPast : words.about}>
            <p>{conference.summary}</p>
          </Section>
        )}
        {conference.facts.length > 0 && (
          <Section title={words.facts}>
            <ul>
              {conference.facts.map((fact) => (
                <li key={fact.text} className="border-t border-line py-2">
                  {fact.text}
                  <span className="block text-note text-quiet">
                    {words.source}: {fact.source}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {!conference.history && <Materials conference={conference} member={member} />}
        {!conference.history && member && conference.phase !== 'before' && <Notes conference={conference} />}
        {!conference.history && <Teams conference={conference} member={member} />}
        {!conference.history && <SubjectThreads kind="conference" id={conference.id} title={conference.title} />}
        <SlotParts slot={conferenceSlot} props={part} />
        {conference.viewerCan.run && <ConferenceTools conference={conference} />}
      </Columns>
    </>
  );
}

function When({ conference: { phase, startsAt, endsAt, zone } }: { conference: Conference }) {
  if (!startsAt || !endsAt) return null;
  return (
    <span>
      {phase === 'before' ? words.opens : phase === 'during' ? words.ends : words.endedAt} <Instant at={phase === 'before' ? startsAt : endsAt} zone={zone} />
    </span>
  );
}
