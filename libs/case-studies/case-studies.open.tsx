import { Database } from '@app/platform/database';
import { DayOf, FactList, GONE, type OpenPage, type OpenShelf, type OpenTable, Paragraphs, Part } from '@app/platform/open';
import { isPrinciple, vocabulary } from '@app/framework';
import { reportPath } from '@app/moderation';
import { type CaseStudyRow, publishedPage } from './case-studies.queries.js';
import { CaseStudies } from './case-studies.service.js';
import { PARTS } from './contract/limits.js';
import { openWords as say } from './open.words.js';

const STEP = 50;

/** The case studies that are out. One that was retired stays, marked as such. */
export const openCaseStudies: OpenShelf = {
  name: 'case-studies',
  path: '/case-studies',
  title: say.title,
  lead: say.lead,
  feed: true,
  table: true,
  rows: `select s.id, '/case-studies/' || s.slug as path, s.title, o.name as summary, s.published_at as published, greatest(s.published_at, s.changed_at, s.retired_at) as modified, s.district_id as organization_id, s.principles, '{}'::text[] as topics
         from case_study s join organization o on o.id = s.district_id where s.audience = 'public' and s.published_at is not null and s.hidden_at is null`,
};

/** A case study that is out, as a public document. */
export const caseStudyPage: OpenPage = {
  path: '/case-studies/:slug',
  except: ['new'],
  read: async (get, { params: { slug = '' } }) => {
    const study = await get(CaseStudies).findBySlug(null, slug);
    if (!study || !study.publishedAt) return (await get(Database).one(`select 1 from case_study where slug = $1 and audience = 'public' and published_at is not null and hidden_at is not null`, [slug])) ? GONE : null;
    const { district, publishedAt } = study;
    const path = `/case-studies/${study.slug}`;
    const principles = vocabulary.principles.filter(({ number }) => study.principles.includes(number));
    const modified = [study.changedAt, study.retiredAt].reduce<Date>((last, date) => (date && date > last ? date : last), publishedAt);
    return {
      path,
      title: study.title,
      description: study.context || say.lead,
      type: 'article',
      modified,
      crumbs: [{ title: say.title, path: '/case-studies' }],
      lead: (
        <a href={`/districts/${district.slug}`} className="ui-link">
          {[district.name, district.state].filter(Boolean).join(', ')}
        </a>
      ),
      body: <Body study={study} />,
      linked: (url) => ({
        '@type': 'Report',
        name: study.title,
        headline: study.title.slice(0, 110),
        description: study.context,
        datePublished: publishedAt.toISOString(),
        dateModified: modified.toISOString(),
        author: { '@type': 'EducationalOrganization', name: district.name, url: url(`/districts/${district.slug}`) },
        publisher: { '@type': 'Organization', name: say.publisher, url: url('/') },
        about: principles.map((one) => ({ '@type': 'DefinedTerm', name: one.name, url: url(`/principles/${one.number}`) })),
        spatialCoverage: { '@type': 'Place', name: [district.name, district.state].filter(Boolean).join(', ') },
        ...(study.state === 'retired' ? { creativeWorkStatus: 'Retired' } : {}),
        isAccessibleForFree: true,
        inLanguage: 'en-US',
      }),
      feeds: [{ title: say.ofDistrict(district.name), path: `/feeds/districts/${district.slug}.xml` }],
      report: reportPath('case-study', study.id),
      work: { kind: 'report', title: study.title, authors: [district.name], date: publishedAt.toISOString().slice(0, 10), publisher: say.publisher, url: path },
      facts: { type: 'case-study', ...rowOf(study) },
    };
  },
};

function Body({ study }: { study: CaseStudyRow }) {
  return (
    <article>
      {study.state === 'retired' && (
        <p>
          <strong>{say.retired(study.retireReason ?? '')}</strong>
        </p>
      )}
      {study.unapprovals.map(({ organizationSlug, organizationName, reason }) => (
        <p key={organizationSlug}>{say.unapproved(organizationName, reason)}</p>
      ))}
      {PARTS.filter((part) => study[part]).map((part) => (
        <Part key={part} title={say.parts[part]}>
          <Paragraphs text={study[part]} />
        </Part>
      ))}
      <Part title={say.about}>
        <FactList
          facts={[
            [say.principles, vocabulary.principles.filter(({ number }) => study.principles.includes(number)).map(({ name }) => name).join('; ')],
            [say.published, study.publishedAt && <DayOf key="published" at={study.publishedAt} />],
            [say.signed, study.confirmedAt && <DayOf key="signed" at={study.confirmedAt} />],
            [say.approved, study.approvals.map(({ organizationName }) => organizationName).join('; ')],
          ]}
        />
      </Part>
    </article>
  );
}

function rowOf(study: CaseStudyRow) {
  return {
    id: study.id,
    address: `/case-studies/${study.slug}`,
    title: study.title,
    district: study.district.name,
    state: study.district.state,
    principles: study.principles.map(String),
    standing: study.state,
    retired_because: study.retireReason,
    context: study.context,
    process: study.process,
    tools: study.tools,
    outcomes: study.outcomes,
    how: study.how,
    approved_by: study.approvals.map(({ organizationName }) => organizationName),
    approval_withdrawn: study.unapprovals.map(({ organizationName, reason }) => `${organizationName}: ${reason}`),
    published: study.publishedAt?.toISOString() ?? null,
    changed: study.changedAt.toISOString(),
  };
}

/** The case studies as a table. */
export const caseStudyTable: OpenTable = {
  path: '/case-studies',
  title: say.title,
  columns: say.columns,
  pages: async function* (get, query) {
    const principle = Number(query.get('principle'));
    const filter = { district: query.get('district')?.slice(0, 200) ?? null, principle: isPrinciple(principle) ? principle : null };
    for (let after: string | null | undefined; after !== null; ) {
      const page = await publishedPage(get(Database), null, filter, STEP, after);
      yield page.nodes.map(rowOf);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
  },
};
