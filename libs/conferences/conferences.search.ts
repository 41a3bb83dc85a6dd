import { Database } from '@app/platform/database';
import { feed, type SearchDraft, type SearchSource } from '@app/search';
import { ConferenceChanged, ConferenceEnded, MaterialAdded, MaterialRemoved, NoteChanged } from './conferences.events.js';

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

const SHOWN = `from conference_note n join conference c on c.id = n.conference_id and not c.history join conference_team t on t.conference_id = c.id and t.organization_id = n.shown_by and t.presenting
  join organization o on o.id = n.shown_by where n.hidden_at is null`;

/** What those who came noted is found by those who came, as long as the team whose showing it is about stands among those who present. */
export const noteSource: SearchSource = {
  kind: 'conference-note',
  feeds: [
    feed(NoteChanged, ({ noteId }) => [noteId]),
    // Which teams present is a matter of the conference.
    feed(ConferenceChanged, async ({ conferenceId }, get) => (await get(Database).query<{ id: string }>(`select id from conference_note where conference_id = $1`, [conferenceId])).map(({ id }) => id)),
  ],
  read: (get, ids) =>
    get(Database).query<SearchDraft>(
      `select n.id, 'What ' || o.name || ' showed at ' || c.title as title, n.body, n.audience, '/conferences/' || c.slug as path, n.organization_id as "organizationId", n.changed_at as at ${SHOWN} and n.id = any($1::uuid[])`,
      [ids],
    ),
  all: async (get) => (await get(Database).query<{ id: string }>(`select n.id ${SHOWN}`)).map(({ id }) => id),
};
