import type { ReactNode } from 'react';
import { additionsTo, DayOf, FactList, Links, type OpenFeed, type OpenNarrowed, type OpenPage, type OpenShelf, OpenShelves, type OpenTable, type OpenView, Paragraphs, Part } from '@app/platform/open';
import type { Get } from '@app/platform/feature';
import { STATE_NAMES } from './contract/states.js';
import { openWords as say } from './open.words.js';
import type { Organization } from './organization.entity.js';
import type { Details, Grant } from './organizations.queries.js';
import { Organizations } from './organizations.service.js';

const STEP = 500;
const SHOWN = 60;

const rowsOf = (where: string, folder: string): string => `select o.id, '${folder}/' || o.slug as path, o.name as title,
    coalesce(o.summary, concat_ws(', ', o.city, o.state)) as summary, coalesce(o.member_since, o.created_at) as published, greatest(o.created_at, o.member_since, o.profile_at) as modified,
    o.id as organization_id, '{}'::smallint[] as principles, '{}'::text[] as topics
  from organization o where ${where}`;

/** The districts: who is in the federal list is no secret of anybody's. */
export const openDistricts: OpenShelf = { name: 'districts', path: '/districts', title: say.districts, lead: say.districtsLead, table: true, narrow: narrowDistricts, rows: rowsOf(`o.kind = 'district'`, '/districts') };

/** The organizations beside the districts. */
export const openOrganizations: OpenShelf = { name: 'organizations', path: '/organizations', title: say.organizations, lead: say.organizationsLead, rows: rowsOf(`o.kind <> 'district'`, '/organizations') };

export const districtPage: OpenPage = { path: '/districts/:slug', read: (get, { params }) => read(get, params['slug'] ?? '', true) };
export const organizationPage: OpenPage = { path: '/organizations/:slug', except: ['new'], read: (get, { params }) => read(get, params['slug'] ?? '', false) };

async function read(get: Get, slug: string, asDistrict: boolean): Promise<OpenView | null> {
  const found = await get(Organizations).profile(slug);
  if (!found || (found.organization.kind === 'district') !== asDistrict) return null;
  const { organization, details } = found;
  const others = get(OpenShelves).all.filter(({ name }) => name !== 'districts' && name !== 'organizations');
  const things = await get(OpenShelves).newest({ organizationId: organization.id }, SHOWN, others);
  const added = await additionsTo(get, (asDistrict ? districtPage : organizationPage).path, organization.id);
  const { name, state } = organization;
  const place = [organization.city, state && (STATE_NAMES[state] ?? state)].filter(Boolean).join(', ');
  const counted = [organization.enrollment !== null && say.students(organization.enrollment), organization.schools !== null && say.ofSchools(organization.schools)].filter(Boolean).join(', ');
  return {
    path: organization.path,
    title: name,
    description: organization.summary ?? say.about(name, place, counted),
    type: 'profile',
    modified: [added, ...things].reduce<Date | null>((latest, { modified }) => (modified && (!latest || modified > latest) ? modified : latest), organization.profileAt ?? organization.memberSince),
    crumbs: [asDistrict ? { title: say.districts, path: '/districts' } : { title: say.organizations, path: '/organizations' }],
    lead: organization.summary ?? place,
    body: (
      <>
        <Part title={say.facts}>
          <FactList facts={factsOf(organization, details)} />
        </Part>
        {organization.note && (
          <Part title={say.note}>
            <Paragraphs text={organization.note} />
          </Part>
        )}
        {added.body}
        {others.map(({ name: shelf }) => {
          const its = things.filter((thing) => thing.shelf === shelf);
          return its.length === 0 ? null : (
            <Part key={shelf} title={say.does[shelf] ?? say.elsewhere}>
              <Links to={its} />
            </Part>
          );
        })}
      </>
    ),
    linked: () => ({
      '@type': asDistrict ? ['EducationalOrganization', 'GovernmentOrganization'] : 'Organization',
      name,
      ...(organization.officialName ? { legalName: organization.officialName } : {}),
      ...(organization.website ? { sameAs: [organization.website] } : {}),
      ...(place ? { address: { '@type': 'PostalAddress', ...(organization.city ? { addressLocality: organization.city } : {}), ...(state ? { addressRegion: state } : {}), addressCountry: 'US' } } : {}),
      ...(organization.latitude !== null && organization.longitude !== null ? { location: { '@type': 'Place', name: place || name, geo: { '@type': 'GeoCoordinates', latitude: organization.latitude, longitude: organization.longitude } } } : {}),
      ...(details.ncesIds.length > 0 ? { identifier: details.ncesIds.map((value) => ({ '@type': 'PropertyValue', propertyID: 'NCES', value })) } : {}),
    }),
    ...(asDistrict ? { feeds: [{ title: say.ofDistrict(name), path: `/feeds/districts/${organization.slug}.xml` }] } : {}),
    facts: { type: asDistrict ? 'district' : organization.kind, ...rowOf(organization, details.grants), grants: details.grants.map((grant) => ({ name: grantName(grant), program: grant.program, year: grant.year, source: grant.source })), nces_ids: details.ncesIds, ...added.facts },
  };
}

function factsOf(organization: Organization, { ncesIds, grants }: Details): [string, ReactNode][] {
  const from = (value: ReactNode, source: string | null): ReactNode => (value === null || value === '' ? null : source ? <>{value} ({source})</> : value);
  const grades = organization.gradeLow && organization.gradeHigh ? `${organization.gradeLow} to ${organization.gradeHigh}` : null;
  return [
    [say.enrollment, from(organization.enrollment?.toLocaleString('en-US') ?? null, organization.enrollmentSource)],
    [say.schools, from(organization.schools?.toLocaleString('en-US') ?? null, organization.schoolsSource)],
    [say.grades, from(grades, organization.gradeSource)],
    [say.place, from(say.places[organization.locale ?? ''] ?? null, organization.localeSource)],
    [say.county, from(organization.county, organization.localeSource)],
    [say.office, from([organization.city, organization.state].filter(Boolean).join(', '), organization.placeSource)],
    [say.agency, from(organization.agencyType, organization.agencySource)],
    [say.official, organization.officialName],
    [say.ids, ncesIds.join(', ')],
    [say.poverty, organization.povertyPercent === null ? null : from(`${organization.povertyPercent} %`, organization.povertySource)],
    [say.affiliation, organization.affiliation === 'other' ? organization.affiliationOther : (say.affiliations[organization.affiliation ?? ''] ?? null)],
    [say.labor, organization.laborName],
    [
      say.grants,
      grants.length > 0 && (
        <ul key="grants">
          {grants.map((grant) => (
            <li key={grantWords(grant)}>{grantWords(grant)}</li>
          ))}
        </ul>
      ),
    ],
    [say.website, isWebAddress(organization.website) && <a key="website" href={organization.website ?? ''} className="ui-link" rel="nofollow noopener">{organization.website}</a>],
    [say.here, organization.memberSince ? <span key="since">{say.since} <DayOf at={organization.memberSince} /></span> : organization.kind === 'district' ? say.notHere : null],
    [say.presents, organization.presenting && say.yes],
  ];
}

function isWebAddress(address: string | null): boolean {
  return /^https?:\/\//i.test(address ?? '');
}

const grantName = ({ program, otherName }: Grant): string => otherName ?? say.programs[program] ?? program;

/** A grant with its year and where it can be read; without a source it is the district's own word. */
function grantWords(grant: Grant): string {
  return `${[grantName(grant), grant.year].filter(Boolean).join(', ')} (${grant.source ?? say.declared})`;
}

function rowOf(organization: Organization, grants: readonly Grant[]) {
  return {
    id: organization.id,
    address: organization.path,
    name: organization.name,
    official_name: organization.officialName,
    state: organization.state,
    city: organization.city,
    county: organization.county,
    locale: organization.locale,
    agency_type: organization.agencyType,
    enrollment: organization.enrollment,
    enrollment_source: organization.enrollmentSource,
    schools: organization.schools,
    schools_source: organization.schoolsSource,
    grade_low: organization.gradeLow,
    grade_high: organization.gradeHigh,
    poverty_percent: organization.povertyPercent,
    poverty_source: organization.povertySource,
    affiliation: organization.affiliation,
    grants: grants.map(grantWords),
    website: organization.website,
    presenting: organization.presenting,
    member_since: organization.memberSince?.toISOString() ?? null,
    invented: organization.invented,
  };
}

/** Reads the directory's question out of an address. */
function filterIn(query: URLSearchParams): Record<FilterName | 'search', string | null> {
  const asked = (name: string): string | null => query.get(name)?.slice(0, 200) ?? null;
  return { search: asked('search'), state: asked('state'), locale: asked('locale'), size: asked('size'), affiliation: asked('affiliation'), status: asked('status'), kind: asked('kind') };
}

type FilterName = keyof typeof say.filters;
const FILTERS = Object.keys(say.filters) as FilterName[];

/** The directory as its filters narrow it; a value that is no choice of theirs is not asked. */
async function narrowDistricts(get: Get, query: URLSearchParams, { first, after }: { first: number; after: string | null }): Promise<OpenNarrowed | null> {
  const asked = filterIn(query);
  const choices: Record<FilterName, Record<string, string>> = { state: STATE_NAMES, ...say.choices };
  const known = FILTERS.flatMap((name): [FilterName, string, string][] => {
    const value = asked[name];
    const label = value !== null && Object.hasOwn(choices[name], value) ? choices[name][value] : undefined;
    return value !== null && label !== undefined ? [[name, value, label]] : [];
  });
  const search = asked.search?.trim() || null;
  const by = [...(search ? [`“${search}”`] : []), ...known.map(([name, , label]) => `${say.filters[name]}: ${label}`)];
  if (by.length === 0) return null;
  const page = await get(Organizations).directory({ search, ...Object.fromEntries(known) }, first, after);
  return {
    by,
    rows: page.nodes.map(({ name, path, summary, city, state }) => ({ title: name, path, summary: summary ?? [city, state].filter(Boolean).join(', ') })),
    total: page.totalCount,
    next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
  };
}

/** The directory as a table, narrowed by the same address as the page. */
export const districtTable: OpenTable = {
  path: '/districts',
  title: say.districts,
  columns: say.columns,
  pages: async function* (get, query) {
    const filter = filterIn(query);
    for (let after: string | null | undefined; after !== null; ) {
      const page = await get(Organizations).directory(filter, STEP, after);
      const grants = await get(Organizations).grantsBy(page.nodes.map(({ id }) => id));
      yield page.nodes.map((organization) => rowOf(organization, grants.get(organization.id) ?? []));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
  },
};

/** What is new from one district, of every kind. */
export const districtFeed: OpenFeed = {
  path: '/feeds/districts/:slug.xml',
  read: async (get, { slug = '' }) => {
    const organization = await get(Organizations).findBySlug(slug);
    if (organization?.kind !== 'district') return null;
    return { title: organization.name, description: say.newFrom(organization.name), page: organization.path, items: { organizationId: organization.id } };
  },
};
