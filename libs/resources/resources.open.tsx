import { Database, isId } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { DayOf, FactList, GONE, Links, Marked, type OpenNarrowed, type OpenPage, type OpenShelf, type OpenTable, type OpenView, Paragraphs, Part } from '@app/platform/open';
import { Organizations } from '@app/organizations';
import { STATE_NAMES } from '@app/organizations/contract';
import { isPrinciple, isTopic, vocabulary } from '@app/framework';
import { reportPath } from '@app/moderation';
import { CANDIDATES, ENDORSED } from '@app/search';
import { LICENCE_WORDS, LICENCES } from './contract/licences.js';
import { isPicture } from './contract/pictures.js';
import { Library } from './library.service.js';
import { openWords as say } from './open.words.js';
import { RecordReads, type ResourceRecordView } from './record.queries.js';
import type { ResourceForm } from './resource.entity.js';
import type { FileView } from './resource-file.queries.js';
import { type Narrow, ResourceReads, type ResourceView } from './resources.queries.js';

const STEP = 100;
const USES = 5;

/** What in the library everybody may read. */
export const openLibrary: OpenShelf = {
  name: 'library',
  path: '/library',
  title: say.title,
  lead: say.lead,
  feed: true,
  table: true,
  narrow: narrowLibrary,
  rows: `select r.id, '/library/' || r.id::text as path, r.title, r.summary, r.created_at as published, greatest(r.updated_at, r.versioned_at) as modified, r.organization_id, r.principles, r.topics
         from resource r where r.audience = 'public' and r.hidden_at is null`,
};

type Former = ResourceRecordView['versions'][number];

/** A resource of the library, as it is now or, with `?version=2`, as it was. */
export const resourcePage: OpenPage = {
  path: '/library/:id',
  except: ['new', 'import'],
  read: async (get, { params: { id = '' }, query }) => {
    if (!isId(id)) return null;
    const resource = await get(ResourceReads).find(null, id);
    const record = resource && (await get(RecordReads).find(null, id));
    if (!resource || !record) return (await get(Database).one(`select 1 from resource where id = $1 and audience = 'public' and hidden_at is not null`, [id])) ? GONE : null;
    const asked = query.get('version');
    if (asked === null || asked === String(resource.version)) return viewOf(resource, record, null);
    const former = record.versions.find(({ number }) => String(number) === asked);
    return former ? viewOf(resource, record, former) : null;
  },
};

function viewOf(resource: ResourceView, record: ResourceRecordView, former: Former | null): OpenView {
  const { id, owner } = resource;
  const current = `/library/${id}`;
  const path = former ? `${current}?version=${former.number}` : current;
  const licence = LICENCE_WORDS[resource.licence];
  const file = (former ?? resource).file;
  const version = former?.number ?? resource.version;
  const date = new Date(former?.madeAt ?? resource.versionedAt).toISOString();
  const principles = vocabulary.principles.filter(({ number }) => resource.principles.includes(number));
  return {
    path,
    title: resource.title,
    description: resource.summary || say.from(owner.name),
    type: 'article',
    modified: new Date(former?.replacedAt ?? resource.updatedAt),
    crumbs: [{ title: say.title, path: '/library' }],
    lead: (
      <>
        {resource.summary && `${resource.summary} `}
        <a href={owner.path} className="ui-link">
          {say.from(owner.name)}
        </a>
      </>
    ),
    body: <Body resource={resource} record={record} former={former} />,
    linked: (url) => ({
      '@type': ['LearningResource', 'DigitalDocument'],
      name: resource.title,
      description: resource.summary || say.from(owner.name),
      datePublished: new Date(resource.createdAt).toISOString(),
      dateModified: date,
      version: String(version),
      license: licence.url ?? url('/terms'),
      usageInfo: licence.note,
      author: { '@type': 'Organization', name: owner.name, url: url(owner.path) },
      publisher: { '@type': 'Organization', name: say.publisher, url: url('/') },
      about: [...principles.map((one) => ({ '@type': 'DefinedTerm', name: one.name, url: url(`/principles/${one.number}`) })), ...topicsOf(resource).map(({ name }) => ({ '@type': 'DefinedTerm', name }))],
      ...(file && file.gate === 'open' ? { encoding: { '@type': 'MediaObject', name: file.name, ...(file.description ? { description: file.description } : {}), encodingFormat: file.ending, contentSize: String(file.size), contentUrl: url(file.path) } } : {}),
      ...(file ? { encodingFormat: file.ending } : resource.form === 'text' ? { encodingFormat: 'text/markdown' } : {}),
      ...((former ?? resource).url ? { isBasedOn: (former ?? resource).url } : {}),
      ...(former ? { isVersionOf: url(current) } : {}),
      isAccessibleForFree: true,
      inLanguage: 'en-US',
    }),
    report: reportPath('resource', id),
    work: { kind: 'document', title: resource.title, authors: [owner.name], date: date.slice(0, 10), publisher: say.publisher, url: path, version },
    facts: { type: 'resource', ...rowOf(resource), version, ...(former ? { former: true, endorsed_by_both_sides: null } : {}), former_versions: record.versions.map(({ number, note, madeAt, replacedAt }) => ({ number, note, made: madeAt, replaced: replacedAt, address: `${current}?version=${number}` })), superseded_by: record.supersededBy && `/library/${record.supersededBy.id}` },
  };
}

function Body({ resource, record, former }: { resource: ResourceView; record: ResourceRecordView; former: Former | null }) {
  const shown = former ?? resource;
  const licence = LICENCE_WORDS[resource.licence];
  return (
    <article>
      {former && (
        <p>
          <strong>{say.former(former.number, new Date(former.replacedAt).toISOString().slice(0, 10))}</strong> <a href={`/library/${resource.id}`}>{say.current}</a>
        </p>
      )}
      {record.supersededBy && (
        <p>
          <strong>{say.replaced}:</strong> <a href={`/library/${record.supersededBy.id}`}>{record.supersededBy.title}</a>
        </p>
      )}
      {shown.file && (
        <Part title={say.get}>
          <Download file={shown.file} />
        </Part>
      )}
      {shown.url && (
        <Part title={say.get}>
          <p>
            <a href={shown.url} className="ui-link" rel="nofollow noopener">
              {say.open(shown.host ?? shown.url)}
            </a>
          </p>
        </Part>
      )}
      {shown.body && (
        <Part title={say.text}>
          <Marked text={shown.body} />
        </Part>
      )}
      <Part title={say.about}>
        <FactList
          facts={[
            [say.licence, licence.url ? <><a href={licence.url}>{licence.label}</a>. {licence.note}</> : <>{licence.label}. {licence.note}</>],
            [say.form, say.forms[resource.form]],
            [say.principles, vocabulary.principles.filter(({ number }) => resource.principles.includes(number)).map(({ name }) => name).join('; ')],
            [say.topics, topicsOf(resource).map(({ name }) => name).join('; ')],
            [say.posted, <DayOf key="posted" at={resource.createdAt} />],
            [say.changed, <DayOf key="changed" at={resource.updatedAt} />],
            [say.versionSince, <DayOf key="since" at={former?.madeAt ?? resource.versionedAt} />],
            [say.usedBy, resource.usefulTo.map(({ name }) => name).join('; ')],
            [say.bothSides, !former && resource.bothSidesCount > 0 && say.inDistricts(resource.bothSidesCount)],
          ]}
        />
      </Part>
      {record.uses.length > 0 && (
        <Part title={say.uses}>
          {record.uses.slice(0, USES).map((use) => (
            <section key={use.id}>
              <h3>
                <a href={use.team.path}>{use.team.name}</a>, {use.year}
              </h3>
              <Paragraphs text={use.context} />
              <Paragraphs text={use.result} />
            </section>
          ))}
        </Part>
      )}
      {record.versions.length > 0 && (
        <Part title={say.versions}>
          <Links to={record.versions.map(({ number, note }) => ({ title: say.version(number), path: `/library/${resource.id}?version=${number}`, note }))} />
        </Part>
      )}
      {record.supersedes.length > 0 && (
        <Part title={say.replaces}>
          <Links to={record.supersedes.map(({ id, title }) => ({ title, path: `/library/${id}` }))} />
        </Part>
      )}
    </article>
  );
}

function Download({ file }: { file: FileView }) {
  if (file.gate !== 'open') return <p>{say.notOpen}</p>;
  return (
    <>
      <p>
        <a href={file.path} className="ui-link">
          {say.file(file.name, say.size(file.size))}
        </a>
      </p>
      {file.preview && <img src={file.preview.path} width={file.preview.width} height={file.preview.height} alt={isPicture(file.ending) ? (file.description ?? say.picture(file.name)) : say.preview(file.name)} loading="lazy" />}
    </>
  );
}

function rowOf(resource: ResourceView) {
  const licence = LICENCE_WORDS[resource.licence];
  return {
    id: resource.id,
    address: `/library/${resource.id}`,
    title: resource.title,
    summary: resource.summary,
    form: resource.form,
    shared_by: resource.owner.name,
    state: resource.owner.state,
    link: resource.url,
    file_name: resource.file?.name ?? null,
    file_bytes: resource.file?.size ?? null,
    file_description: resource.file?.description ?? null,
    licence: licence.label,
    licence_url: licence.url ?? null,
    principles: resource.principles.map(String),
    topics: resource.topics,
    version: resource.version,
    useful_to: resource.usefulCount,
    endorsed_by_both_sides: resource.bothSidesCount,
    posted: new Date(resource.createdAt).toISOString(),
    changed: new Date(resource.updatedAt).toISOString(),
  };
}

/** Reads the library's question out of an address, as its page does. */
function wishIn(query: URLSearchParams): Narrow & { text: string } {
  const [text = '', principle, topic = '', state = '', form, from = '', licence, endorsed] = ['q', 'principle', 'topic', 'state', 'form', 'from', 'licence', 'endorsed'].map((name) => query.get(name) ?? '');
  return {
    text: text.trim().slice(0, 200),
    principle: isPrinciple(Number(principle)) ? Number(principle) : null,
    topic: isTopic(topic) ? topic : null,
    state: /^[A-Z]{2}$/.test(state) ? state : null,
    form: isForm(form) ? form : null,
    licence: LICENCES.find((one) => one === licence) ?? null,
    endorsed: ENDORSED.find((one) => one === endorsed) ?? null,
    organizationId: isId(from) ? from : null,
  };
}

/** The library as its question narrows it. */
async function narrowLibrary(get: Get, query: URLSearchParams, { first, after }: { first: number; after: string | null }): Promise<OpenNarrowed | null> {
  const wish = wishIn(query);
  const owner = wish.organizationId ? await get(Organizations).find(wish.organizationId) : null;
  const principle = vocabulary.principles.find(({ number }) => number === wish.principle);
  const by = [
    wish.text && `“${wish.text}”`,
    principle && `${say.principle}: ${principle.number} ${principle.shortName}`,
    wish.topic && `${say.topic}: ${vocabulary.topics.find(({ slug }) => slug === wish.topic)?.name ?? wish.topic}`,
    wish.state && `${say.state}: ${STATE_NAMES[wish.state] ?? wish.state}`,
    wish.form && `${say.form}: ${say.forms[wish.form]}`,
    wish.licence && `${say.licence}: ${LICENCE_WORDS[wish.licence].label}`,
    wish.endorsed && `${say.endorsed}: ${say.sides[wish.endorsed]}`,
    owner && say.from(owner.name),
  ].filter((words): words is string => Boolean(words));
  if (by.length === 0) return null;
  const found = await get(Library).find(null, { ...wish, countFacets: false }, { first, ...(after ? { after } : {}) });
  return {
    by: [...by, ...(found.didYouMean ? [say.instead(found.didYouMean, found.loosened)] : found.loosened ? [say.some] : [])],
    rows: found.nodes.map(({ resource }) => ({ title: resource.title, path: `/library/${resource.id}`, summary: resource.summary })),
    total: found.totalCount,
    next: found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null,
  };
}

/** The library as a table, narrowed by the same address as the page. */
export const libraryTable: OpenTable = {
  path: '/library',
  title: say.title,
  columns: say.columns,
  pages: async function* (get, query) {
    const { text, ...narrow } = wishIn(query);
    if (!text) {
      for await (const page of get(ResourceReads).walk(null, narrow, STEP)) yield page.map(rowOf);
      return;
    }
    let isCut = false;
    for (let after: string | null | undefined; after !== null; ) {
      const page = await get(Library).find(null, { ...narrow, text, countFacets: false }, { first: STEP, ...(after ? { after } : {}) });
      isCut = (page.totalCount ?? 0) >= CANDIDATES;
      yield page.nodes.map(({ resource }) => rowOf(resource));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
    return isCut ? say.cut(CANDIDATES) : undefined;
  },
};

const isForm = (form: string | undefined): form is ResourceForm => form === 'link' || form === 'file' || form === 'text';

const topicsOf = ({ topics }: ResourceView) => vocabulary.topics.filter(({ slug }) => topics.includes(slug));
