import { Button, Columns, EmptyState, ErrorState, Instant, LinkButton, Loading, Notice, PageHeader, Pagination, StateOutline, TextLink } from '@app/ui';
import { useGraphPages, useSessionInfo, useTitle } from '@app/platform/web';
import { PrincipleTags, useVocabulary } from '@app/framework/web';
import { Alike } from './Alike.js';
import { FacetList } from './FacetList.js';
import { Parts } from './Parts.js';
import { SaveSearch } from './SaveSearch.js';
import { SearchBox } from './SearchBox.js';
import { Superseded } from './Superseded.js';
import { SearchPageDocument, type SearchPageQuery } from './search.generated.js';
import { principleIn, sideIn, stateIn, useFilters, wordIn } from './useFilters.js';
import { words } from './words.js';

type Hit = SearchPageQuery['search']['nodes'][number];

/** Everything that can be found, by one box. */
export default function SearchPage() {
  const filters = useFilters(['kind', 'principle', 'topic', 'state', 'form', 'licence', 'endorsed']);
  const { text, chosen } = filters;
  useTitle(text ? `${words.title}: ${text}` : words.title);
  const { principle: principleOf, topic: topicOf } = useVocabulary();
  const kind = wordIn(chosen.kind);
  const filter = { text, kinds: kind ? [kind] : null, principle: principleIn(chosen.principle), topic: wordIn(chosen.topic), state: stateIn(chosen.state), form: wordIn(chosen.form), licence: wordIn(chosen.licence), endorsed: sideIn(chosen.endorsed) };
  const pages = useGraphPages(SearchPageDocument, { filter, first: 20 }, (answer) => answer.search);
  const found = pages.first?.search;
  const facets = found?.facets;
  const signedIn = useSessionInfo()?.person != null;
  const nameOf = (): string =>
    [text || null, kind && (words.kinds[kind] ?? words.readable(kind)), filter.principle && principleOf(filter.principle)?.shortName, filter.topic && (topicOf(filter.topic)?.name ?? words.readable(filter.topic)), filter.state, filter.form && (words.forms[filter.form] ?? words.readable(filter.form)), filter.licence && (words.licences[filter.licence] ?? filter.licence), filter.endorsed && `${words.endorsed} ${words.sides[filter.endorsed]?.toLowerCase() ?? ''}`].filter(Boolean).join(', ') || words.everything;

  return (
    <>
      <PageHeader title={words.title} lead={text ? undefined : words.lead} action={<SearchBox text={text} button />} />
      {pages.error && (
        <ErrorState onRetry={pages.refetch} title={words.failed}>
          {pages.error.message}
        </ErrorState>
      )}
      {pages.isPending && <Loading label={words.searching} lines={6} />}
      {found && facets && (
        <Columns
          marginFirst
          marginLabel={words.narrow}
          margin={
            <FacetList
              chosen={chosen}
              onChoose={filters.choose}
              onClear={filters.clear}
              groups={[
                { name: 'kind', label: words.kind, values: facets.kinds.map((one) => ({ ...one, label: words.kinds[one.value] ?? words.readable(one.value) })) },
                { name: 'principle', label: words.principle, values: facets.principles.map((one) => ({ ...one, label: `${one.value} ${principleOf(Number(one.value))?.shortName ?? ''}` })) },
                { name: 'topic', label: words.topic, values: facets.topics.map((one) => ({ ...one, label: topicOf(one.value)?.name ?? words.readable(one.value) })) },
                { name: 'state', label: words.state, values: facets.states.map((one) => ({ ...one, label: one.value })) },
                { name: 'form', label: words.form, values: facets.forms.map((one) => ({ ...one, label: words.forms[one.value] ?? words.readable(one.value) })) },
                { name: 'endorsed', label: words.endorsed, values: facets.endorsed.map((one) => ({ ...one, label: words.sides[one.value] ?? one.value })) },
                { name: 'licence', label: words.licence, values: facets.licences.map((one) => ({ ...one, label: words.licences[one.value] ?? one.value })) },
              ]}
            />
          }
        >
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <p role="status" className="text-quiet">
              {words.results(found.totalCount)}. {text ? '' : words.newest}
            </p>
            {signedIn && (
              <div className="flex flex-wrap items-center gap-2">
                <TextLink to="/search/saved">{words.yourSaved}</TextLink>
                {(text || filters.any) && <SaveSearch key={JSON.stringify(filter)} filter={filter} suggestion={nameOf()} />}
              </div>
            )}
          </div>
          {(found.didYouMean || found.loosened) && (
            <div className="mb-2">
              <Notice live title={found.didYouMean ? words.mended(found.didYouMean, found.loosened) : words.someWords} />
            </div>
          )}
          {found.alsoTry && (
            <p className="mb-2">
              {words.alsoTry} <TextLink to={`/search?${new URLSearchParams({ q: found.alsoTry, ...chosen }).toString()}`}>{found.alsoTry}</TextLink>?
            </p>
          )}
          {pages.nodes.length === 0 ? <Nothing text={text} narrowed={filters.any} onClear={filters.clear} /> : <Hits hits={pages.nodes} />}
          {pages.nodes.length > 0 && <Pagination shown={pages.nodes.length} total={found.totalCount} hasMore={pages.hasMore} pending={pages.morePending} onMore={pages.more} />}
        </Columns>
      )}
    </>
  );
}

function Nothing({ text, narrowed, onClear }: { text: string; narrowed: boolean; onClear: () => void }) {
  const action = narrowed ? <Button onPress={onClear}>{words.dropFilters}</Button> : <LinkButton to="/threads/new">{words.askOthers}</LinkButton>;
  return (
    <EmptyState title={words.nothing} action={action}>
      <p>{text ? words.nothingFor(text) : words.nothingYet}</p>
      <p>{words.wayOut}</p>
    </EmptyState>
  );
}

// Their own name is the title, and the day on which they were entered tells nobody anything.
const LASTING = ['district', 'organization', 'person', 'tenet'];

/** What a district is where nothing more has to be said. */
const USUAL = 'regular';

/** The results as a list; each shows what it is, and the words for which it was found. */
export function Hits({ hits }: { hits: readonly Hit[] }) {
  return (
    <ol className="list-none p-0">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.id}`} className="flex flex-col gap-[4px] border-0 border-t border-solid border-line py-3">
          <p className="text-note text-quiet">
            {words.one[hit.kind] ?? words.readable(hit.kind)}
            {hit.form && hit.form !== hit.kind && hit.form !== USUAL ? `, ${(words.forms[hit.form] ?? words.readable(hit.form)).toLowerCase()}` : ''}
          </p>
          <h2 className="text-lead font-semibold">
            <TextLink to={hit.path}>
              <Parts parts={hit.title} />
            </TextLink>
          </h2>
          {hit.excerpt.length > 0 && (
            <p>
              {hit.part && <span className="text-note font-semibold text-quiet">{words.inPart(hit.part)}: </span>}
              <Parts parts={hit.excerpt} />
            </p>
          )}
          <Superseded by={hit.supersededBy} />
          <Alike alike={hit.alike} />
          <p className="flex flex-wrap items-center gap-x-2 text-note text-quiet">
            {LASTING.includes(hit.kind) && hit.state && (
              <span>
                <StateOutline code={hit.state} /> {hit.state}
              </span>
            )}
            {hit.organizationName && !LASTING.includes(hit.kind) && (
              <span>
                {hit.state && <StateOutline code={hit.state} />} {hit.organizationName}
                {hit.state ? `, ${hit.state}` : ''}
              </span>
            )}
            {!LASTING.includes(hit.kind) && (hit.month ? <span>{words.asOf(hit.month)}</span> : <Instant at={hit.at} form="day" />)}
          </p>
          <PrincipleTags numbers={hit.principles} />
        </li>
      ))}
    </ol>
  );
}
