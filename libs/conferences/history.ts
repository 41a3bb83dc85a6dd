import { readFileSync } from 'node:fs';
import { Database, newId } from '@app/platform/database';
import type { Foundation } from '@app/platform/story';
import type { ConferenceFact } from './conference.entity.js';

interface PastConference {
  slug: string;
  title: string;
  city: string;
  state: string;
  zone: string;
  startDay: string | null;
  endDay: string | null;
  facts: ConferenceFact[];
  sponsors: string[];
  inferredSponsors: string[];
  supporters: string[];
  note: string;
}

// The department led all three; where the sources name no lead, nobody is made one.
const LEAD: Record<string, string> = { 'denver-2011': 'us-department-of-education' };

/** The three conferences of the past that the sources tell of. What they do not say stays unknown. */
export const historyFoundation: Foundation = {
  name: 'conferences: history',
  lay: async (get) => {
    const db = get(Database);
    const past = JSON.parse(readFileSync(new URL('./data/conferences.json', import.meta.url), 'utf8')) as PastConference[];
    for (const conference of past) {
      await db.query(
        `insert into conference (id, slug, title, city, state, zone, first_day, last_day, summary, facts, history) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true)
         on conflict (slug) do update set title = excluded.title, first_day = excluded.first_day, last_day = excluded.last_day, summary = excluded.summary, facts = excluded.facts`,
        [newId(), conference.slug, conference.title, conference.city, conference.state, conference.zone, conference.startDay, conference.endDay, conference.note, JSON.stringify(conference.facts)],
      );
      await db.query(
        `insert into conference_sponsor (conference_id, organization_id, part, inferred)
         select c.id, o.id, case when o.slug = $5 then 'lead' when o.slug = any($3) then 'supporter' else 'co_sponsor' end, o.slug = any($4)
         from conference c, organization o where c.slug = $1 and o.slug = any($2::text[] || $3::text[] || $4::text[])
         on conflict do nothing`,
        [conference.slug, conference.sponsors, conference.supporters, conference.inferredSponsors, LEAD[conference.slug] ?? null],
      );
    }
  },
};
