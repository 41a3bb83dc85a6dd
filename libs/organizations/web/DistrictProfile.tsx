import { Facts, type FigureProps, LinkButton, Notice, PageHeader, Section, StateOutline, Tag, TextLink, Breadcrumbs } from '@app/ui';
import { useSessionInfo } from '@app/platform/web';
import type { ReactNode } from 'react';
import { STATE_NAMES } from '../contract/states.js';
import { LEADING_ROLES } from '../contract/templates.js';
import type { DistrictProfileQuery } from './organizations.generated.js';
import { SeatList } from './SeatList.js';
import { words } from './words.js';

export type ProfileOf = NonNullable<DistrictProfileQuery['district']>;

const say = words.profile;

export interface DistrictProfileProps {
  district: ProfileOf;
  signedIn: boolean;
  /** What later features add, below who they are. */
  children?: ReactNode;
}

/** A district's page: four facts with their sources, the three seats, and how they work together. */
export function DistrictProfile({ district, signedIn, children }: DistrictProfileProps) {
  const leading = district.seats.filter((seat) => LEADING_ROLES.includes(seat.role));
  const others = district.seats.filter((seat) => !LEADING_ROLES.includes(seat.role));
  const can = district.viewerCan;
  const isSteward = useSessionInfo()?.isSteward ?? false;
  return (
    <>
      <PageHeader
        above={<Breadcrumbs steps={[{ label: say.crumb, to: '/districts' }]} />}
        title={
          <span className="inline-flex items-center gap-2">
            {district.state && <StateOutline code={district.state} size="medium" />}
            {district.name}
          </span>
        }
        lead={district.summary ?? [district.city, STATE_NAMES[district.state ?? ''] ?? district.state].filter(Boolean).join(', ')}
        action={action(district)}
      />
      {(district.invented || district.presenting) && (
        <p className="mb-2 flex gap-1">
          {district.invented && <Tag look="attention">{words.invented}</Tag>}
          {district.presenting && <Tag look="accent">{words.presents}</Tag>}
        </p>
      )}
      <div className="mb-4">
        <Facts facts={fourFacts(district)} />
      </div>
      <Section title={say.seats} aside={isSteward ? <TextLink to={`/districts/${district.slug}/seats`}>{words.stewardSeats.link}</TextLink> : can.invite || can.editProfile ? <TextLink to="/team/seats">{say.manage}</TextLink> : undefined}>
        {district.memberSince === null && (
          <p className="mb-2 text-quiet">
            {say.notHere} <TextLink to={`/joining?district=${district.slug}`}>{say.joinWhole}</TextLink>
          </p>
        )}
        <SeatList
          seats={leading}
          laborWord={district.laborWord}
          {...(can.claimSeat || !signedIn ? { claimTo: (role: string) => `/claim?district=${district.slug}&seat=${role}` } : {})}
        />
        {others.length > 0 && (
          <div className="mt-3">
            <h3 className="mb-1 font-semibold">{say.whole}</h3>
            <SeatList seats={others} laborWord={district.laborWord} />
          </div>
        )}
      </Section>
      <HowTheyWork district={district} />
      {children}
      <AboutTheFacts district={district} />
    </>
  );
}

function action(district: ProfileOf): ReactNode {
  if (district.viewerCan.editProfile) return <LinkButton to={`/districts/${district.slug}/edit`}>{say.edit}</LinkButton>;
  return undefined;
}

/** "NCES CCD, 2022-23" as who counted and when. */
function counted(source: string | null): Pick<FigureProps, 'source' | 'year'> {
  const [, who, year] = /^(.*), ([^,]*)$/.exec(source ?? '') ?? [];
  if (who && year) return { source: who, year };
  return source ? { source } : {};
}

function fourFacts(district: ProfileOf): FigureProps[] {
  const grades = district.gradeLow && district.gradeHigh ? `${grade(district.gradeLow)} to ${grade(district.gradeHigh)}` : null;
  return [
    { label: say.enrollment, value: district.enrollment, ...counted(district.enrollmentSource) },
    { label: say.schools, value: district.schools, ...counted(district.schoolsSource) },
    { label: say.grades, value: grades, ...counted(district.gradeSource) },
    { label: say.locale, value: words.locale[district.locale ?? ''] ?? null, ...counted(district.localeSource) },
    // No list that comes with Accord tells it, so it is no fact that everybody lacks.
    ...(district.povertyPercent === null ? [] : [{ label: say.poverty, value: district.povertyPercent, unit: '%', ...counted(district.povertySource) }]),
  ];
}

function grade(code: string): string {
  if (code === 'PK') return 'Pre-K';
  if (code === 'KG') return 'K';
  return /^\d+$/.test(code) ? String(Number(code)) : code;
}

function HowTheyWork({ district }: { district: ProfileOf }) {
  const declared = district.profileAt !== null || district.affiliation !== null || district.grants.length > 0;
  const affiliation = district.affiliation === 'other' ? district.affiliationOther : words.affiliations[district.affiliation ?? ''];
  const rows: [label: string, value: ReactNode | null][] = [
    [say.affiliation, affiliation ?? null],
    [say.labor(district.laborWord), district.laborName],
    [say.grants, district.grants.length > 0 ? <Grants key="grants" grants={district.grants} /> : null],
  ];
  return (
    <Section title={say.how}>
      <p className="mb-2 text-note text-quiet">{declared ? say.declared : district.laborName ? say.fromDocuments : say.notDeclared}</p>
      <Rows rows={rows} />
      <p className="mt-3">
        <TextLink to={`/practices?district=${district.slug}`}>{say.practices}</TextLink>
      </p>
    </Section>
  );
}

/** Each grant with its year and its source, as every fact here. */
function Grants({ grants }: Pick<ProfileOf, 'grants'>) {
  return (
    <ul>
      {grants.map((held) => (
        <li key={`${held.program} ${held.otherName ?? ''}`}>
          {[held.otherName ?? words.program[held.program] ?? held.program, held.year].filter(Boolean).join(', ')}
          <span className="block text-note text-quiet">{held.source ?? say.asTheySay}</span>
        </li>
      ))}
    </ul>
  );
}

function AboutTheFacts({ district }: { district: ProfileOf }) {
  const rows: [label: string, value: ReactNode | null, source?: string | null][] = [
    ...(district.officialName ? [[say.official, district.officialName, district.agencySource] as [string, string, string | null]] : []),
    [say.ids(district.ncesIds.length), district.ncesIds.join(', ') || say.noIds],
    [say.agency, district.agencyType, district.agencySource],
    [say.office, [district.city, district.state].filter(Boolean).join(', ') || null, district.placeSource],
    [say.county, district.county, district.localeSource],
    [say.website, district.website && <TextLink key="website" to={district.website}>{district.website.replace(/^https?:\/\//, '')}</TextLink>, district.websiteSource],
    [say.phone, district.phone, district.phoneSource],
  ];
  return (
    <Section title={say.about}>
      {district.note && (
        <div className="mb-2 max-w-[46rem]">
          <Notice title="Worth knowing">{district.note}</Notice>
        </div>
      )}
      <Rows rows={rows} />
    </Section>
  );
}

function Rows({ rows }: { rows: readonly [label: string, value: ReactNode | null, source?: string | null][] }) {
  return (
    <dl className="grid max-w-[56rem] gap-x-3 sm:grid-cols-[14rem_1fr]">
      {rows.map(([label, value, source]) => (
        <div key={label} className="contents">
          <dt className="text-quiet sm:border-t sm:border-line sm:py-1">{label}</dt>
          <dd className="mb-2 min-w-0 break-words sm:mb-0 sm:border-t sm:border-line sm:py-1">
            {value ?? <span className="font-serif italic text-quiet">{say.unknown}</span>}
            {value !== null && source && <span className="block text-note text-quiet">{source}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
