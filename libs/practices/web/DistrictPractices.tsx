import { Loading, Section, TextLink } from '@app/ui';
import { useGraph } from '@app/platform/web';
import type { DistrictPartProps } from '@app/organizations/web';
import { Link } from 'react-router';
import { InstrumentMark } from './InstrumentMark.js';
import { newestOutcomes } from '../contract/outcomes.js';
import { DistrictPracticesDocument, type DistrictPracticesQuery } from './practices.generated.js';
import { words } from './words.js';

/** What a district practises, as a row of the ten principles, filled where it has something: a part of the district's page. */
export default function DistrictPractices({ slug }: DistrictPartProps) {
  const { data, error } = useGraph(DistrictPracticesDocument, { district: slug });
  if (error) return null;
  if (!data)
    return (
      <Section title={words.whatTheyPractise}>
        <Loading lines={4} />
      </Section>
    );
  const { nodes } = data.practices;
  const asOf = nodes.some((practice) => practice.status === 'recorded');
  return (
    <Section title={words.whatTheyPractise} aside={<TextLink to="/practices">{words.title}</TextLink>}>
      <ol className="grid grid-cols-[repeat(auto-fit,minmax(6.75rem,1fr))] gap-1" aria-label={words.rowLabel}>
        {data.principles.map((principle) => {
          const here = nodes.filter((practice) => practice.principle?.number === principle.number);
          const [first] = here;
          return (
            <li key={principle.number} className="border-t-2 pt-0.5 text-[0.875rem] leading-[1.125rem]" style={{ borderColor: first ? 'var(--accent)' : 'var(--line)' }}>
              {first ? (
                <Link to={here.length === 1 ? `/practices/${first.slug}` : `/practices?district=${slug}&principle=${principle.number}`} title={first.title} className="block font-semibold">
                  <InstrumentMark instrument={first.instrument} size={14} /> {principle.shortName}
                  {here.length > 1 && <span className="font-normal text-quiet"> ({words.filled(here.length)})</span>}
                </Link>
              ) : (
                <span className="block text-quiet">
                  <span className="ui-hidden">{words.emptyTitle}: </span>
                  {principle.shortName}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {nodes.length === 0 ? (
        <p className="mt-2 text-quiet">{words.practiseNothing}</p>
      ) : (
        <ul className="mt-2">
          {nodes.map((practice) => (
            <li key={practice.slug}>
              <TextLink to={`/practices/${practice.slug}`}>{practice.title}</TextLink>
              {practice.state !== 'recorded' && practice.state !== 'told' && <span className="text-note text-quiet"> {words.states[practice.state]}</span>}
            </li>
          ))}
        </ul>
      )}
      <Outcomes practices={nodes} />
      {asOf && <p className="mt-1 text-note text-quiet">{words.groups.recorded}</p>}
    </Section>
  );
}

/** What came of it, the latest first, each with its source, its year and the way to its practice. */
function Outcomes({ practices }: { practices: DistrictPracticesQuery['practices']['nodes'] }) {
  const outcomes = newestOutcomes(practices);
  if (outcomes.length === 0) return null;
  return (
    <>
      <h3 className="mt-3 font-semibold">{words.districtOutcomes}</h3>
      <ul className="mt-1">
        {outcomes.map(({ outcome, practice }) => (
          <li key={`${practice.slug} ${outcome.year} ${outcome.text}`} className="mb-1">
            {outcome.text}
            <span className="block text-note text-quiet">
              {outcome.source}, {outcome.year}. <TextLink to={`/practices/${practice.slug}`}>{practice.title}</TextLink>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
