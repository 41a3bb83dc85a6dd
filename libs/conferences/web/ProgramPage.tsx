import { Breadcrumbs, Button, dayWords, EmptyState, ErrorState, LinkButton, Loading, ownZone, PageHeader, Section, TextLink } from '@app/ui';
import { useGraph, useTitle } from '@app/platform/web';
import { useVocabulary } from '@app/framework/web';
import { useParams } from 'react-router';
import { Days } from './Days.js';
import { ConferenceProgramDocument, type ConferenceProgramQuery } from './program.generated.js';
import { words } from './words.js';

type Program = NonNullable<ConferenceProgramQuery['conference']>;
type Team = ConferenceProgramQuery['conferenceProgram'][number];

const say = words.program;
/** Paper is read in other years too. */
const YEAR_ALWAYS = new Date(0);

/** The presenting teams of a conference on a few sheets of paper: who they are, what they do, what they hand out. */
export default function ProgramPage() {
  const { slug = '' } = useParams();
  const { data, error, refetch } = useGraph(ConferenceProgramDocument, { slug });
  const conference = data?.conference;
  useTitle(conference ? say.titleOf(conference.title) : data ? words.missingTitle : undefined);
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
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
  return <ProgramView conference={conference} teams={data.conferenceProgram} />;
}

/** The page itself, fed by data. */
export function ProgramView({ conference, teams }: { conference: Program; teams: readonly Team[] }) {
  const path = `/conferences/${conference.slug}`;
  return (
    <>
      <PageHeader
        above={<Breadcrumbs steps={[{ label: words.all, to: '/conferences' }, { label: conference.title, to: path }]} />}
        title={say.title}
        lead={
          <>
            {conference.title}, {words.place(conference.city, conference.state)} · <Days first={conference.firstDay} last={conference.lastDay} />
          </>
        }
        action={<Button onPress={() => window.print()}>{say.print}</Button>}
      />
      {conference.theme && <p className="mb-2">{conference.theme}</p>}
      {teams.length === 0 && (
        <EmptyState title={say.noneTitle} action={<LinkButton to={path}>{say.back}</LinkButton>}>
          {say.none}
        </EmptyState>
      )}
      {teams.map((team) => (
        <Presenter key={team.organizationId} team={team} materials={conference.materials.filter((material) => material.team?.organizationId === team.organizationId)} />
      ))}
      <p className="hidden text-note print:block">{say.printed(location.host, path, dayWords(new Date(), ownZone(), YEAR_ALWAYS, false))}</p>
    </>
  );
}

function Presenter({ team, materials }: { team: Team; materials: Program['materials'] }) {
  const { principle } = useVocabulary();
  const place = [team.city, team.state].filter(Boolean).join(', ');
  return (
    <Section title={team.name}>
      <p className="text-note text-quiet">
        {[place, team.enrollment !== null && say.students(team.enrollment, team.enrollmentSource)].filter(Boolean).join(' · ')}
        <span className="print:hidden">
          {' '}
          <TextLink to={team.path}>{say.profile(team.name)}</TextLink>
        </span>
      </p>
      {team.summary && <p className="mt-1 max-w-[46rem]">{team.summary}</p>}
      <h3 className="mt-2 font-semibold">{say.practices}</h3>
      {team.practices.length === 0 && <p className="text-quiet">{say.noPractices}</p>}
      <ul>
        {team.practices.map((practice) => (
          <li key={practice.slug} className="break-inside-avoid border-t border-line py-1">
            <TextLink to={`/practices/${practice.slug}`}>{practice.title}</TextLink>
            <span className="text-note text-quiet"> {principle(practice.principle)?.shortName}</span>
            <span className="block max-w-[46rem]">{practice.summary}</span>
          </li>
        ))}
      </ul>
      {materials.length > 0 && (
        <>
          <h3 className="mt-2 font-semibold">{words.materials}</h3>
          <ul>
            {materials.map((material) => (
              <li key={material.id} className="break-inside-avoid border-t border-line py-1">
                <TextLink to={material.link}>{material.title}</TextLink>
                {material.note && <span className="block">{material.note}</span>}
                {/* On paper a link is no more than its address. */}
                <span className="hidden break-all text-note print:block">{material.link.startsWith('/') ? `${location.host}${material.link}` : material.link}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
