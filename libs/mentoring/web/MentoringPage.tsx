import { Columns, EmptyState, ErrorState, LinkButton, Loading, PageHeader, Pagination, Section, Select } from '@app/ui';
import { useGraphPages, useTitle } from '@app/platform/web';
import { useVocabulary } from '@app/framework/web';
import { useWeights, WhatMatters } from '@app/likeness/web';
import { useSearchParams } from 'react-router';
import { AskDialog } from './AskDialog.js';
import { Capacity } from './Capacity.js';
import { LinkList } from './LinkList.js';
import { type LinkLineFragment, MentoringPageDocument } from './mentoring.generated.js';
import { MentorList } from './MentorList.js';
import { words } from './words.js';

const ANY = 'any';
const PRINCIPLE = /^(?:[1-9]|10)$/;

/** Who has asked us, whom we have asked, and the presenting districts that could help us. */
export default function MentoringPage() {
  useTitle(words.title);
  const [search, setSearch] = useSearchParams();
  const { principles } = useVocabulary();
  const chosen = search.get('principle') ?? '';
  const principle = PRINCIPLE.test(chosen) ? Number(chosen) : null;
  const weights = useWeights();
  const { nodes: mentors, first, error, refetch, total, hasMore, more, morePending } = useGraphPages(MentoringPageDocument, { principle, weights: weights.given }, (answer) => answer.mentors, { keepPrevious: true });
  const asking = search.get('ask');

  /** The choice stands in the address, so that 'back' and a mailed link both find it. */
  function put(name: string, value: string | null) {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }

  if (error)
    return (
      <ErrorState level={1} onRetry={refetch}>
        {error.message}
      </ErrorState>
    );
  if (!first) return <Loading page lines={8} label={words.loading} />;
  const { mentoringDesk: desk, mentoringLinks } = first;
  const links = groups(mentoringLinks.nodes);
  const [here, absent] = [mentors.filter((mentor) => mentor.standing !== 'absent'), mentors.filter((mentor) => mentor.standing === 'absent')];
  const pages = hasMore && <Pagination shown={mentors.length} {...(total === undefined ? {} : { total })} hasMore={hasMore} pending={morePending} onMore={more} />;
  if (!desk && mentors.length === 0 && mentoringLinks.nodes.length === 0)
    return (
      <>
        <PageHeader title={words.title} />
        <EmptyState
          title={words.noSeatTitle}
          action={
            <LinkButton to="/districts" look="primary">
              {words.findDistrict}
            </LinkButton>
          }
        >
          {words.noSeat}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={words.title} lead={desk ? (desk.isMentor ? words.leadMentor : words.lead)(desk.team.name) : words.leadNoDistrict} />
      <Columns
        marginLabel={words.howTitle}
        margin={
          <>
            {desk?.isMentor && <Capacity desk={desk} />}
            <HowItGoes />
          </>
        }
      >
        {links.waits.length > 0 && (
          <Section title={words.waitsTitle}>
            <LinkList links={links.waits} />
          </Section>
        )}
        {links.open.length > 0 && (
          <Section title={words.linksTitle}>
            <LinkList links={links.open} />
          </Section>
        )}
        <Section title={desk ? words.mentorsTitle : words.presentingTitle}>
          <Select
            label={words.principle}
            required
            width="medium"
            options={[{ value: ANY, label: words.anyPrinciple }, ...principles.map(({ number, name }) => ({ value: String(number), label: words.principleName(number, name) }))]}
            value={principle === null ? ANY : String(principle)}
            onChange={(value) => put('principle', value === ANY ? null : value)}
          />
          {desk && <WhatMatters weights={weights} />}
          {mentors.length === 0 ? (
            <EmptyState level={3} title={words.emptyTitle} action={<LinkButton to="/conferences">{words.seeConferences}</LinkButton>}>
              {words.empty}
            </EmptyState>
          ) : (
            <>
              <MentorList mentors={here} onAsk={(mentor) => put('ask', mentor.id)} />
              {absent.length === 0 && pages}
            </>
          )}
        </Section>
        {absent.length > 0 && (
          <Section title={words.absentTitle}>
            <p className="text-quiet">{words.absentLead}</p>
            <MentorList mentors={absent} onAsk={(mentor) => put('ask', mentor.id)} />
            {pages}
          </Section>
        )}
        {links.past.length > 0 && (
          <Section title={words.pastTitle}>
            <LinkList links={links.past} />
          </Section>
        )}
      </Columns>
      <AskDialog mentorId={asking} name={mentors.find((mentor) => mentor.id === asking)?.name} principle={principle} onClose={() => put('ask', null)} />
    </>
  );
}

function HowItGoes() {
  return (
    <Section title={words.howTitle}>
      <ol className="grid gap-1">
        {words.how.map((step, place) => (
          <li key={step}>
            {place + 1}. {step}
          </li>
        ))}
      </ol>
      <p className="mt-2 text-note text-quiet">{words.record}</p>
    </Section>
  );
}

function groups(links: readonly LinkLineFragment[]) {
  const waits = links.filter((link) => link.viewerIsMentor && link.state === 'asked');
  const open = links.filter((link) => !waits.includes(link) && (link.state === 'asked' || link.state === 'accepted' || link.answerIsNew));
  return { waits, open, past: links.filter((link) => !waits.includes(link) && !open.includes(link)) };
}
