import { Database } from '@app/platform/database';
import { DayOf, FactList, GONE, Links, type OpenPage, type OpenPart, type OpenShelf, OpenShelves, type OpenTable, type OpenView, Paragraphs, Part } from '@app/platform/open';
import type { Get } from '@app/platform/feature';
import { VISITOR_KEYS } from '@app/people';
import { type Organization, Organizations } from '@app/organizations';
import { vocabulary } from '@app/framework';
import { reportPath } from '@app/moderation';
import { askedIn, cellIn, variablesOf } from './contract/asked.js';
import { newestOutcomes } from './contract/outcomes.js';
import { askedWords } from './open.asked.js';
import { openWords as say } from './open.words.js';
import type { Practice } from './practice.entity.js';
import { listPractices } from './practices.list.js';
import { Practices } from './practices.service.js';
import { figureWords } from './record-text.js';
import { stateOf } from './stage.js';
import { linesInWords, sourceOf, standingOf } from './words.js';

const OTHERS = 6;
const STEP = 100;

/** The practices that everybody may read. What was recorded in 2011 is as old as the toolkit. */
export const openPractices: OpenShelf = {
  name: 'practices',
  path: '/practices',
  title: say.title,
  lead: say.lead,
  feed: true,
  table: true,
  narrow: async (get, query, { first, after }) => {
    const question = cellIn(query) ?? askedIn(query);
    const district = question.district ? await get(Organizations).findBySlug(question.district) : null;
    const asked = { ...question, district: district?.slug ?? null };
    const by = [...askedWords(asked), ...(district ? [`${say.askedDistrict}: ${placeOf(district)}`] : [])];
    if (by.length === 0) return null;
    const page = await listPractices(get(Database), VISITOR_KEYS, variablesOf(asked), first, after);
    return {
      by,
      rows: page.nodes.map(({ title, slug: place, summary }) => ({ title, path: `/practices/${place}`, summary })),
      total: page.totalCount,
      next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
    };
  },
  rows: `select p.id, '/practices/' || p.slug as path, p.title, p.summary, coalesce(p.shared_at, to_date(p.as_of, 'YYYY-MM')::timestamptz) as published,
           greatest(p.shared_at, to_date(p.as_of, 'YYYY-MM')::timestamptz, p.changed_at, p.affirmed_at, p.lapsed_at) as modified,
           p.organization_id, array[p.principle]::smallint[] as principles, '{}'::text[] as topics
         from practice p where p.audience = 'public' and p.hidden_at is null and p.withdrawn_at is null`,
};

/** A practice as a public document. */
export const practicePage: OpenPage = {
  path: '/practices/:slug',
  except: ['new'],
  read: async (get, { params: { slug = '' } }) => {
    const practice = await get(Practices).findBySlug(null, slug);
    if (practice) return viewOf(get, practice);
    const wasOpen = await get(Database).one(`select 1 from practice where slug = $1 and audience = 'public' and (withdrawn_at is not null or hidden_at is not null)`, [slug]);
    return wasOpen ? GONE : null;
  },
};

async function viewOf(get: Get, practice: Practice): Promise<OpenView> {
  const district = await get(Organizations).find(practice.organizationId);
  const principle = vocabulary.principles.find(({ number }) => number === practice.principle);
  const others = (await get(OpenShelves).newest({ shelf: 'practices', principle: practice.principle }, OTHERS + 1)).filter(({ id }) => id !== practice.id).slice(0, OTHERS);
  const [continues, continuedBy] = [await get(Practices).continuedFrom(null, practice), await get(Practices).continuedBy(null, practice)];
  const path = `/practices/${practice.slug}`;
  const published = practice.sharedAt?.toISOString().slice(0, 10) ?? practice.asOf;
  const modified = latest(practice.changedAt, practice.affirmedAt, practice.lapsedAt, practice.sharedAt);
  return {
    path,
    title: practice.title,
    description: practice.summary,
    type: 'article',
    modified,
    crumbs: [{ title: say.title, path: '/practices' }, ...(principle ? [{ title: `${principle.number} ${principle.shortName}`, path: `/principles/${principle.number}` }] : [])],
    lead: district && (
      <a href={district.path} className="ui-link">
        {placeOf(district)}
      </a>
    ),
    body: <Body practice={practice} standing={standingOf(practice)} continues={continues} continuedBy={continuedBy} others={others} />,
    linked: (url) => ({
      '@type': 'Report',
      name: practice.title,
      headline: practice.title.slice(0, 110),
      description: practice.summary,
      ...(published ? { datePublished: published } : {}),
      ...(modified ? { dateModified: modified.toISOString() } : {}),
      author: district ? { '@type': 'EducationalOrganization', name: district.name, url: url(district.path) } : undefined,
      publisher: { '@type': 'Organization', name: say.publisher, url: url('/') },
      ...(principle ? { about: [{ '@type': 'DefinedTerm', name: principle.name, url: url(`/principles/${principle.number}`) }] } : {}),
      ...(district ? { spatialCoverage: { '@type': 'Place', name: placeOf(district) } } : {}),
      ...(sourceOf(practice) ? { isBasedOn: { '@type': 'CreativeWork', name: sourceOf(practice) } } : {}),
      inLanguage: 'en-US',
      isAccessibleForFree: true,
    }),
    feeds: [...(district ? [{ title: say.ofDistrict(district.name), path: `/feeds/districts/${district.slug}.xml` }] : []), { title: say.underPrinciple(principle?.name ?? ''), path: `/feeds/principles/${practice.principle}.xml` }],
    report: reportPath('practice', practice.id),
    work: { kind: 'report', title: practice.title, authors: district ? [district.name] : [], date: published, publisher: say.publisher, url: path },
    facts: { type: 'practice', id: practice.id, ...rowOf(practice, district), standing: standingOf(practice) },
  };
}

const FACT_NAMES = { names: say.called, funder: say.funder, consultant: say.consultant, pilot: say.pilot, startYear: say.since, expandedYear: say.expanded, pathway: say.pathway };

interface BodyProps {
  practice: Practice;
  standing: string;
  continues: Practice | null;
  continuedBy: Practice | null;
  others: readonly { title: string; path: string }[];
}

const linkTo = ({ slug, title }: Practice) => (
  <a key={slug} href={`/practices/${slug}`} className="ui-link">
    {title}
  </a>
);

function Body({ practice, standing, continues, continuedBy, others }: BodyProps) {
  return (
    <article>
      <p>
        <strong>{standing}</strong> {practice.lapseReason}
      </p>
      <Paragraphs text={practice.summary} />
      {practice.thresholds.length > 0 && (
        <Part title={say.figures}>
          <ul>
            {practice.thresholds.map((threshold) => (
              <li key={figureWords(threshold)}>{figureWords(threshold)}</li>
            ))}
          </ul>
        </Part>
      )}
      {practice.story && (
        <Part title={say.story}>
          <Paragraphs text={practice.story} />
        </Part>
      )}
      {practice.whatFailed && (
        <Part title={say.whatFailed}>
          <Paragraphs text={practice.whatFailed} />
        </Part>
      )}
      {practice.outcomes.length > 0 && (
        <Part title={say.outcomes}>
          <ul>
            {practice.outcomes.map((outcome) => (
              <li key={`${outcome.text} ${outcome.year}`}>
                {outcome.text} ({outcome.source}, {outcome.year})
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={say.about}>
        <FactList
          facts={[
            [say.instrument, say.instruments[practice.instrument ?? 'unknown']],
            [say.pilot, practice.pilot === null ? null : practice.pilot ? say.tried : say.adopted],
            [say.since, practice.startYear],
            [say.expanded, practice.expandedYear],
            [say.until, practice.endYear],
            [say.pathway, practice.pathway && say.pathways[practice.pathway]],
            [say.cost, practice.cost],
            [say.time, practice.timeNeeded],
            [say.funder, practice.funder],
            [say.consultant, practice.consultant],
            [say.called, practice.names.join('; ')],
            [say.told, practice.sharedAt && <DayOf key="shared" at={practice.sharedAt} />],
            [say.changed, practice.changedAt && <DayOf key="changed" at={practice.changedAt} />],
            [say.continues, continues && linkTo(continues)],
            [say.continuedBy, continuedBy && linkTo(continuedBy)],
            [say.source, sourceOf(practice)],
            [say.lines, linesInWords(practice, FACT_NAMES).join('; ')],
          ]}
        />
      </Part>
      {others.length > 0 && (
        <Part title={say.others}>
          <Links to={others} />
        </Part>
      )}
    </article>
  );
}

function rowOf(practice: Practice, district: Organization | null | undefined) {
  return {
    title: practice.title,
    district: district?.name ?? null,
    state: district?.state ?? null,
    principle: practice.principle,
    summary: practice.summary,
    story: practice.story,
    holds_by: practice.instrument,
    figures: practice.thresholds.map(figureWords),
    standing: stateOf(practice),
    since: practice.startYear,
    expanded: practice.expandedYear,
    until: practice.endYear,
    tried_out: practice.pilot,
    pathway: practice.pathway,
    cost: practice.cost,
    time_needed: practice.timeNeeded,
    what_failed: practice.whatFailed,
    outcomes: practice.outcomes.map(({ text, source, year }) => `${text} (${source}, ${year})`),
    funder: practice.funder,
    consultant: practice.consultant,
    names: practice.names,
    confirmed: practice.affirmedAt?.toISOString() ?? null,
    shared: practice.sharedAt?.toISOString() ?? null,
    changed: practice.changedAt?.toISOString() ?? null,
    as_of: practice.asOf,
    source: sourceOf(practice),
    source_lines: linesInWords(practice, FACT_NAMES),
    continues: practice.continuesId,
  };
}

/** What other districts have done under a principle, on its page. */
export const ideasUnderPrinciple: OpenPart = {
  page: '/principles/:number',
  read: async (get, number) => {
    const ideas = await get(Practices).ideasUnder([Number(number)]);
    if (ideas.length === 0) return null;
    return {
      title: say.ideas,
      body: (
        <>
          <p>{say.ideasLead}</p>
          <FactList facts={ideas.map(({ title, text }) => [title, text] as const)} />
        </>
      ),
      facts: { ideas: ideas.map(({ title, text }) => ({ title, text, as_of: '2011-07' })) },
      modified: null,
    };
  },
};

/** What came of a district's practices, on its page. */
export const outcomesOnDistrict: OpenPart = {
  page: '/districts/:slug',
  read: async (get, id) => {
    const district = await get(Organizations).find(id);
    if (!district) return null;
    const { nodes } = await listPractices(get(Database), VISITOR_KEYS, { district: district.slug }, STEP);
    const outcomes = newestOutcomes(nodes);
    if (outcomes.length === 0) return null;
    return {
      title: say.districtOutcomes,
      body: (
        <ul>
          {outcomes.map(({ outcome: { text, source, year }, practice }) => (
            <li key={`${practice.slug} ${year} ${text}`}>
              {text} ({source}, {year}):{' '}
              <a href={`/practices/${practice.slug}`} className="ui-link">
                {practice.title}
              </a>
            </li>
          ))}
        </ul>
      ),
      facts: { outcomes: outcomes.map(({ outcome: { text, source, year }, practice }) => ({ text, source, year, practice: `/practices/${practice.slug}` })) },
      modified: latest(...outcomes.map(({ practice }) => practice.changedAt)),
    };
  },
};

/** The practices as a table, narrowed by the same address as the page. */
export const practiceTable: OpenTable = {
  path: '/practices',
  title: say.title,
  columns: { id: 'The practice, for good', address: 'Its page, below the address of this Accord', ...say.columns },
  pages: async function* (get, query) {
    const filter = variablesOf(cellIn(query) ?? askedIn(query));
    for (let after: string | null | undefined; after !== null; ) {
      const page = await listPractices(get(Database), VISITOR_KEYS, filter, STEP, after);
      const districts = new Map((await get(Organizations).byIds([...new Set(page.nodes.map((practice) => practice.organizationId))])).map((one) => [one.id, one]));
      yield page.nodes.map((practice) => ({ id: practice.id, address: `/practices/${practice.slug}`, ...rowOf(practice, districts.get(practice.organizationId)) }));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
  },
};

const placeOf = ({ name, state }: Pick<Organization, 'name' | 'state'>): string => [name, state].filter(Boolean).join(', ');

function latest(...dates: (Date | null)[]): Date | null {
  return dates.reduce<Date | null>((last, date) => (date && (!last || date > last) ? date : last), null);
}
