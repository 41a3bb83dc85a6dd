import { Columns, EmptyState, ErrorState, Instant, LinkButton, Loading, PageHeader, Section, StateOutline, TextLink } from '@app/ui';
import { useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { LEADING_ROLES, placeLabel } from '@app/organizations/contract';
import { MyTeamPageDocument, type MyTeamPageQuery } from './home.generated.js';
import { words } from './words.js';

type Team = MyTeamPageQuery['myTeams'][number];

/** What waits for us, then what is new for districts like ours; at the side who sits in the team. */
export default function TeamPage() {
  useTitle(words.teamTitle);
  const { data, error, refetch, isFetching } = useGraph(MyTeamPageDocument, {});
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()} retrying={isFetching}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} />;
  return <MyTeam {...data} />;
}

/** The page itself, fed by data. */
export function MyTeam({ myTeams, waiting, news, formerSeats }: MyTeamPageQuery) {
  const session = useSessionInfo();
  if (myTeams.length === 0 && formerSeats.length > 0) return <Alumnus formerSeats={formerSeats} />;
  if (myTeams.length === 0) {
    return (
      <>
        <PageHeader title={words.teamTitle} />
        <EmptyState
          title={words.noTeamTitle}
          action={
            <LinkButton to="/districts?join=1" look="primary">
              {words.findDistrict}
            </LinkButton>
          }
        >
          {words.noTeam}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={words.teamTitle}
        lead={words.teamOf(myTeams.map((team) => team.name).join(', '))}
        action={
          session?.isMember === false ? undefined : (
            <LinkButton to="/library/new" look="primary">
              {words.share}
            </LinkButton>
          )
        }
      />
      <Columns marginLabel={words.seatsTitle} margin={myTeams.map((team) => <Seats key={team.id} team={team} />)}>
        <Section title={words.waitingTitle}>
          {waiting.length === 0 ? (
            <EmptyState level={3} title={words.nothingWaitsTitle}>
              {words.nothingWaits}
            </EmptyState>
          ) : (
            <ul>
              {waiting.map((item) => (
                <li key={item.key} className="border-t border-line py-2">
                  <TextLink to={item.path}>{item.title}</TextLink>
                  <p className="text-note text-quiet">
                    <Instant at={item.since} form="ago" />, {words.urgency[item.urgency]}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={words.newsTitle}>
          {news.length === 0 ? (
            <EmptyState level={3} title={words.noNewsTitle}>
              {words.noNews}
            </EmptyState>
          ) : (
            news.map((section) => (
              <Section key={section.title} title={section.title} level={3}>
                <ul>
                  {section.items.map((item) => (
                    <li key={item.path} className="py-1">
                      <TextLink to={item.path}>{item.title}</TextLink>
                      {item.note && <p className="text-note text-quiet">{item.note}</p>}
                    </li>
                  ))}
                </ul>
              </Section>
            ))
          )}
        </Section>
      </Columns>
    </>
  );
}

/** Whoever has left their seat finds what they wrote, and how to come back. */
function Alumnus({ formerSeats }: Pick<MyTeamPageQuery, 'formerSeats'>) {
  return (
    <>
      <PageHeader
        title={words.alumnusTitle}
        lead={words.alumnus}
        action={
          <LinkButton to="/me/wrote" look="primary">
            {words.wrote}
          </LinkButton>
        }
      />
      <Section title={words.sat}>
        <ul className="max-w-[46rem]">
          {formerSeats.map((seat) => (
            <li key={seat.id} className="border-t border-line py-1">
              <strong>{seat.organizationName}</strong>
              <span className="block text-note text-quiet">
                {seat.title ?? words.roles[seat.role]}, {words.until} <Instant at={seat.until} form="day" />
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-2">
          <TextLink to="/districts?join=1">{words.newSeat}</TextLink>
        </p>
      </Section>
    </>
  );
}

function Seats({ team }: { team: Team }) {
  return (
    <section className="mb-3">
      <h2 className="text-lead text-ink">
        {team.state && <StateOutline code={team.state} size="line" />} {team.name}
      </h2>
      <ul>
        {team.seats.map((seat) => (
          <li key={`${seat.role} ${seat.holder}`} className="py-1">
            <span className={seat.holder ? 'text-body text-ink' : 'text-attention'}>{seat.holder ?? words.vacant}</span>
            {seat.isMine && ` (${words.you})`}
            <br />
            <span className="text-note text-quiet">{LEADING_ROLES.includes(seat.role) ? (seat.title ?? placeLabel(seat.role)) : [placeLabel(seat.role), seat.title].filter(Boolean).join(': ')}</span>
          </li>
        ))}
      </ul>
      <ul className="mt-1">
        <li className="py-0.5">
          <TextLink to="/team/seats">{words.manage}</TextLink>
        </li>
        <li className="py-0.5">
          <TextLink to={team.path}>{words.profile}</TextLink>
        </li>
      </ul>
    </section>
  );
}
