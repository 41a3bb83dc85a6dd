import { readFileSync } from 'node:fs';
import { Database, newId } from '@app/platform/database';
import { Events } from '@app/platform/events';
import type { Foundation } from '@app/platform/story';
import { PracticeChanged } from './practices.events.js';

interface IdeaBlock {
  principle: number;
  ideas: { title: string; text: string }[];
  source: { file: string; lines: string };
}

interface RecordedPractice {
  slug: string;
  [key: string]: unknown;
}

const read = <T,>(file: string): T => JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')) as T;

/** The month in which the toolkit came out: what it tells is known to have been so then, and not later. */
const AS_OF = '2011-07';

/**
 * Lays the 77 practices of the 2011 toolkit under the districts that presented them. What a district's row is
 * missing for is laid the next time; a record that was reworded is brought up to date, and search hears of it.
 */
async function layPractices(db: Database): Promise<string[]> {
  const practices = read<RecordedPractice[]>('practices.json').map((practice) => ({ ...practice, id: newId() }));
  const laid = await db.query<{ id: string }>(
    `insert into practice (id, slug, organization_id, principle, title, summary, instrument, thresholds, names, start_year, expanded_year, funder, consultant, pilot, pathway, status, as_of, source_file, source_lines, fact_lines, audience)
     select r.id, r.slug, o.id, r.principle, r.title, r.summary, r.instrument, r.thresholds, r.names, r."startYear", r."expandedYear", r.funder, r.consultant, r.pilot, r.pathway, 'recorded', $2, r.source ->> 'file', r.source ->> 'lines', r.source -> 'facts', 'public'
     from jsonb_to_recordset($1::jsonb) as r (id uuid, slug text, "districtSlug" text, principle smallint, title text, summary text, instrument text, thresholds jsonb, names text[],
                                              "startYear" smallint, "expandedYear" smallint, funder text, consultant text, pilot boolean, pathway text, source jsonb)
     join organization o on o.slug = r."districtSlug" and o.kind = 'district'
     on conflict (slug) do update set
       principle = excluded.principle, title = excluded.title, summary = excluded.summary, instrument = excluded.instrument, thresholds = excluded.thresholds, names = excluded.names,
       start_year = excluded.start_year, expanded_year = excluded.expanded_year, fact_lines = excluded.fact_lines, funder = excluded.funder, consultant = excluded.consultant, pilot = excluded.pilot, pathway = excluded.pathway, as_of = excluded.as_of, source_file = excluded.source_file, source_lines = excluded.source_lines
     where practice.status = 'recorded' and
       (practice.principle, practice.title, practice.summary, practice.instrument, practice.thresholds, practice.names, practice.start_year, practice.expanded_year, practice.fact_lines, practice.funder, practice.consultant, practice.pilot, practice.pathway, practice.as_of, practice.source_lines)
       is distinct from
       (excluded.principle, excluded.title, excluded.summary, excluded.instrument, excluded.thresholds, excluded.names, excluded.start_year, excluded.expanded_year, excluded.fact_lines, excluded.funder, excluded.consultant, excluded.pilot, excluded.pathway, excluded.as_of, excluded.source_lines)
     returning id`,
    [JSON.stringify(practices), AS_OF],
  );
  return laid.map((practice) => practice.id);
}

/** Lays the nine blocks of ideas whose district the toolkit does not name. */
async function layIdeas(db: Database): Promise<void> {
  const ideas = read<IdeaBlock[]>('ideas.json').flatMap(({ principle, ideas: block, source }) => block.map((idea, at) => ({ principle, position: at + 1, ...idea, file: source.file, lines: source.lines })));
  await db.query(
    `insert into idea (principle, position, title, text, source_file, source_lines)
     select principle, position, title, text, file, lines
     from jsonb_to_recordset($1::jsonb) as r (principle smallint, position smallint, title text, text text, file text, lines text)
     on conflict (principle, position) do update set title = excluded.title, text = excluded.text, source_file = excluded.source_file, source_lines = excluded.source_lines`,
    [JSON.stringify(ideas)],
  );
}

/** The record of July 2011, which every installation has from the start. */
export const recordOf2011: Foundation = {
  name: 'practices: the record of July 2011',
  lay: async (get) => {
    const db = get(Database);
    const laid = await layPractices(db);
    await layIdeas(db);
    await get(Events).publishAll(PracticeChanged, laid.map((practiceId) => ({ practiceId })));
  },
};
