import { Database } from '@app/platform/database';
import { feed, type SearchDraft, type SearchSource } from '@app/search';
import { ConferenceChanged, ConferenceEnded, MaterialAdded, MaterialRemoved } from './conferences.events.js';

/** Conferences are found by their title, place, theme and what the sources say of them. */
export const conferenceSource: SearchSource = {
  kind: 'conference',
  feeds: [feed(ConferenceChanged, ({ conferenceId }) => [conferenceId]), feed(ConferenceEnded, ({ conferenceId }) => [conferenceId])],
  read: (get, ids) =>
    get(Database).query<SearchDraft>(
      `select id, title, concat_ws(E'\\n', city, state, theme, summary, (select string_agg(fact ->> 'text', E'\\n') from jsonb_array_elements(facts) fact)) as body, audience,
         '/conferences/' || slug as path, state, principles, topics, coalesce(starts_at, first_day::timestamptz, created_at) as at
       from conference where id = any($1::uuid[])`,
      [ids],
    ),
  all: async (get) => (await get(Database).query<{ id: string }>(`select id from conference`)).map(({ id }) => id),
};

/** Links that were handed out are found by their title, by those who may see them. What stands in the library is found there. */
export const materialSource: SearchSource = {
  kind: 'conference-material',
  feeds: [feed(MaterialAdded, ({ materialId }) => [materialId]), feed(MaterialRemoved, ({ materialId }) => [materialId])],
  read: (get, ids) =>
    get(Database).query<SearchDraft>(
      `select m.id, m.title, concat_ws(E'\\n', m.note, c.title) as body, m.audience, '/conferences/' || c.slug || '#material-' || m.id as path, m.organization_id as "organizationId", m.at
       from conference_material m join conference c on c.id = m.conference_id where m.id = any($1::uuid[]) and m.resource_id is null`,
      [ids],
    ),
  all: async (get) => (await get(Database).query<{ id: string }>(`select id from conference_material where resource_id is null`)).map(({ id }) => id),
};
