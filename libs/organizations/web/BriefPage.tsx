import { Breadcrumbs, EmptyState, ErrorState, Instant, LinkButton, Loading, PageHeader, Section, TextLink } from '@app/ui';
import { useGraph, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { laborWordOf, seatName } from './SeatList.js';
import { SeatBriefDocument, type SeatBriefQuery } from './succession.generated.js';
import { words } from './words.js';

const my = words.brief;

/** What whoever takes over a seat should know: what is going on now, and where. */
export default function BriefPage() {
  const { seatId = '' } = useParams();
  useTitle(my.title);
  const { data, error, isPending, refetch } = useGraph(SeatBriefDocument, { seatId });
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={8} />;
  if (!data.seatBrief) {
    return (
      <>
        <PageHeader title={my.missing} />
        <EmptyState title={my.missing} action={<LinkButton to="/team">{my.toTeam}</LinkButton>}>
          {my.missingBody}
        </EmptyState>
      </>
    );
  }
  return <Brief brief={data.seatBrief} />;
}

/** The page itself, fed by data. */
export function Brief({ brief }: { brief: NonNullable<SeatBriefQuery['seatBrief']> }) {
  const before = brief.predecessor;
  return (
    <>
      <PageHeader
        above={<Breadcrumbs steps={[{ label: words.team.title, to: '/team/seats' }]} />}
        title={my.title}
        lead={
          <>
            {my.lead(seatName(brief.role, laborWordOf(brief.organization)).toLowerCase())} <TextLink to={brief.organization.path}>{brief.organization.name}</TextLink>.
          </>
        }
      />
      {before && (
        <p className="mb-2 text-quiet">
          {my.before}: {before.person?.name ?? words.record.somebody}, {my.until} <Instant at={before.until} form="day" />.
        </p>
      )}
      {brief.words && (
        <Section title={my.says(before?.person?.name ?? words.record.somebody)}>
          <blockquote className="max-w-[46rem] border-l-2 border-line pl-2 whitespace-pre-line">{brief.words}</blockquote>
        </Section>
      )}
      {brief.sections.map((section) => (
        <Section key={section.title} title={section.title}>
          <ul className="max-w-[46rem]">
            {section.items.map((item, at) => (
              <li key={`${item.path} ${at}`} className="border-t border-line py-1">
                <TextLink to={item.path}>{item.title}</TextLink>
                {item.note && <span className="block text-note text-quiet">{item.note}</span>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {brief.sections.length === 0 && (
        <EmptyState
          title={my.nothing}
          action={
            <LinkButton look="primary" to="/threads/new">
              {my.ask}
            </LinkButton>
          }
        >
          {my.nothingBody}
        </EmptyState>
      )}
    </>
  );
}
