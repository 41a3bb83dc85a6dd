import { readFileSync } from 'node:fs';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import type { Foundation } from '@app/platform/story';
import { sumSources } from './import/district-import.service.js';
import { TIDY_SOURCES } from './import/district-layouts.js';
import { OrganizationsImported } from './organizations.events.js';

interface NamedDistrict {
  slug: string;
  name: string;
  state: string;
  city: string | null;
  zip: string | null;
  county: string | null;
  locale: string | null;
  latitude: number | null;
  longitude: number | null;
  website: string | null;
  phone: string | null;
  ncesIds: string[];
  enrollment: { value: number } | null;
  schools: { value: number } | null;
  localUnionName: string | null;
  organizationType: string;
  presenting: boolean;
  note: string | null;
}

interface NamedSponsor {
  slug: string;
  name: string;
  abbreviation: string | null;
  kind: string;
  website: string;
  summary: string;
  roleNote: string;
}

const read = <T,>(file: string): T[] => JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')) as T[];

/** The districts and sponsors that the field's own documents name. Nobody sits in them until somebody claims a seat. */
export const namedOrganizations: Foundation = {
  name: 'organizations: those the documents name',
  lay: async (get) => {
    const db = get(Database);
    const rows = [...read<NamedDistrict>('districts.json').map(districtRow), ...read<NamedSponsor>('sponsors.json').map(sponsorRow)];
    const added = await db.query<{ id: string; slug: string }>(
      `insert into organization (id, kind, origin, slug, name, abbreviation, level, state, city, zip, place_source, county, locale, latitude, longitude, locale_source, agency_type, enrollment, enrollment_source,
         schools, schools_source, website, website_source, phone, phone_source, labor_name, summary, note, presenting)
       select id, kind, 'named', slug, name, abbreviation, level, state, city, zip, place_source, county, locale, latitude, longitude, locale_source, agency_type, enrollment, enrollment_source,
         schools, schools_source, website, website_source, phone, phone_source, labor_name, summary, note, coalesce(presenting, false)
       from jsonb_populate_recordset(null::organization, $1::jsonb)
       on conflict (slug) do nothing returning id, slug`,
      [JSON.stringify(rows)],
    );
    if (added.length === 0) return;
    const ids = new Map(added.map(({ id, slug }) => [slug, id]));
    const agencies = read<NamedDistrict>('districts.json').flatMap(({ slug, ncesIds }) => (ids.has(slug) ? ncesIds.map((ncesId) => ({ ncesId, id: ids.get(slug) })) : []));
    await db.query(`insert into organization_nces_id (nces_id, organization_id) select * from unnest($1::text[], $2::uuid[]) on conflict do nothing`, [
      agencies.map(({ ncesId }) => ncesId),
      agencies.map(({ id }) => id),
    ]);
    await get(Events).publish(OrganizationsImported, { ids: added.map(({ id }) => id) });
  },
};

function districtRow(district: NamedDistrict): Record<string, unknown> {
  const { slug, name, state, city, zip, county, locale, latitude, longitude, website, phone, note, presenting } = district;
  const sources = district.ncesIds.length > 1 ? sumSources(TIDY_SOURCES, district.ncesIds.length) : TIDY_SOURCES;
  return {
    id: newId(), kind: 'district', slug, name, state, city, zip, county, locale, latitude, longitude, website, phone, note, presenting,
    place_source: city && sources.place,
    locale_source: locale && sources.locale,
    website_source: website && sources.website,
    phone_source: phone && sources.phone,
    enrollment: district.enrollment?.value,
    enrollment_source: district.enrollment && sources.enrollment,
    schools: district.schools?.value,
    schools_source: district.schools && sources.schools,
    labor_name: district.localUnionName,
    agency_type: district.organizationType === 'charter management organization' ? 'Charter management organization' : null,
  };
}

function sponsorRow(sponsor: NamedSponsor): Record<string, unknown> {
  const { slug, name, abbreviation, website, summary } = sponsor;
  return { id: newId(), kind: sponsor.kind === 'foundation' ? 'foundation' : 'co_sponsor', level: sponsor.kind === 'foundation' ? null : 'national', slug, name, abbreviation, website, summary, note: sponsor.roleNote };
}
