import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { feed, type SearchDraft, type SearchSource } from '@app/platform/search';
import { pathOf, type OrganizationKind } from './organization.entity.js';
import { OrganizationChanged, OrganizationsImported } from './organizations.events.js';

interface Row {
  id: string;
  kind: OrganizationKind;
  slug: string;
  name: string;
  body: string;
  state: string | null;
  form: string | null;
  at: Date;
}

// An import asks for thousands at once; between two batches the process answers others.
const BATCH = 1000;

function source(kind: string, where: string, weight: number): SearchSource {
  return {
    kind,
    weight,
    feeds: [feed(OrganizationChanged, ({ organizationId }) => [organizationId]), feed(OrganizationsImported, ({ ids }) => ids)],
    read: async (get: Get, ids: string[]) => {
      const drafts: SearchDraft[] = [];
      for (let from = 0; from < ids.length; from += BATCH) {
        const rows = await get(Database).query<Row>(
          `select id, kind, slug, name, concat_ws(' ', abbreviation, official_name, city, county, labor_name, summary, note) as body, state, agency_kind as form, coalesce(profile_at, created_at) as at
           from organization where id = any($1::uuid[]) and ${where}`,
          [ids.slice(from, from + BATCH)],
        );
        for (const { slug, name, ...row } of rows) drafts.push({ id: row.id, title: name, body: row.body, audience: 'public', path: pathOf({ kind: row.kind, slug }), organizationId: row.id, state: row.state, form: row.form, at: row.at });
      }
      return drafts;
    },
    all: async (get: Get) => (await get(Database).query<{ id: string }>(`select id from organization where ${where} order by id`)).map(({ id }) => id),
  };
}

/** Every district can be found by name and place; there are thousands, so what they share comes first. */
export const districtSearch = source('district', `kind = 'district'`, 0.5);

/** So can co-sponsors, foundations and the others, behind what is shared as well. */
export const organizationSearch = source('organization', `kind <> 'district'`, 0.9);
