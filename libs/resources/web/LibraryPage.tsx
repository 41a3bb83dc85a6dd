import { Button, Columns, EmptyState, ErrorState, LinkButton, Loading, Notice, PageHeader, Pagination, SearchField } from '@app/ui';
import { ForPrograms, useGraphPages, useSessionInfo, useTitle } from '@app/platform/web';
import { useVocabulary } from '@app/framework/web';
import { FacetList, type FacetGroup, principleIn, sideIn, stateIn, useFilters, wordIn } from '@app/search/web';
import { type Licence, LICENCE_WORDS, LICENCES } from '../contract/licences.js';
import { ResourceLines } from './ResourceLines.js';
import { LibraryPageDocument, type LibraryPageQuery } from './resources.generated.js';
import { words } from './words.js';

type Facets = LibraryPageQuery['resources']['facets'];

/** The library: one box, what fits and why, and what to narrow it by. */
export default function LibraryPage() {
  useTitle(words.title);
  const session = useSessionInfo();
  const filters = useFilters(['principle', 'topic', 'state', 'form', 'licence', 'endorsed', 'from']);
  const { text, chosen } = filters;
  const filter = {
    text,
    principle: principleIn(chosen.principle),
    topic: wordIn(chosen.topic),
    state: stateIn(chosen.state),
    form: formIn(chosen.form),
    licence: licenceIn(chosen.licence),
    endorsed: sideIn(chosen.endorsed),
    organizationId: /^[0-9a-f-]{36}$/i.test(chosen.from ?? '') ? (chosen.from ?? null) : null,
  };
  const pages = useGraphPages(LibraryPageDocument, { filter, first: 20 }, (answer) => answer.resources);
  const groups = useGroups(pages.first?.resources.facets);
  const found = pages.first?.resources;
  const isBare = !text && !filters.any;
  const share = (
    <span className="flex flex-wrap gap-1">
      <LinkButton to="/collections">{words.collections}</LinkButton>
      {session?.isMember && (
        <LinkButton to="/library/new" look="primary">
          {words.share}
        </LinkButton>
      )}
    </span>
  );

  return (
    <>
      <PageHeader title={words.title} lead={words.lead} action={share} />
      <div role="search" className="mb-3 max-w-[44rem]">
        {/* A new box for each search that comes by the address, so that the way back shows its words. */}
        <SearchField key={text} label={words.box} placeholder={words.boxHint} defaultValue={text} onSubmit={filters.write} onChange={(value) => value === '' && text !== '' && filters.write('')} />
      </div>
      {pages.error && (
        <ErrorState onRetry={pages.refetch} title={words.failed}>
          {pages.error.message}
        </ErrorState>
      )}
      {pages.isPending && <Loading label={words.loading} lines={8} />}
      {found && isBare && found.totalCount === 0 && (
        <EmptyState title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {found && (!isBare || found.totalCount > 0) && (
        <Columns marginFirst marginLabel={words.narrow} margin={<FacetList groups={groups} chosen={chosen} onChoose={filters.choose} onClear={filters.clear} />}>
          <p role="status" className="mb-2 text-quiet">
            {found.totalCount === 0 ? words.noResults : `${words.results(found.totalCount)}, ${text ? words.best : words.newest}`}.
          </p>
          {(found.didYouMean || found.loosened) && (
            <div className="mb-2">
              <Notice live title={found.didYouMean ? words.mended(found.didYouMean, found.loosened) : words.someWords} />
            </div>
          )}
          {pages.nodes.length === 0 ? (
            <EmptyState
              title={words.nothing}
              action={filters.any ? <Button onPress={filters.clear}>{words.dropFilters}</Button> : <LinkButton to={`/search?q=${encodeURIComponent(text)}`}>{words.everywhere}</LinkButton>}
            >
              <p>{words.nothingText}</p>
            </EmptyState>
          ) : (
            <>
              <ResourceLines lines={pages.nodes} />
              <Pagination shown={pages.nodes.length} total={found.totalCount} hasMore={pages.hasMore} pending={pages.morePending} onMore={pages.more} />
            </>
          )}
        </Columns>
      )}
      {/* What stands in no feed and no table either is what only members read. */}
      <ForPrograms path="/library" table question={{ ...(text ? { q: text } : {}), ...(chosen as Record<string, string>) }} feed={filter.topic ? `/feeds/topics/${filter.topic}.xml` : '/feeds/library.xml'} />
    </>
  );
}

function formIn(value: string | undefined): 'link' | 'file' | 'text' | null {
  return value === 'link' || value === 'file' || value === 'text' ? value : null;
}

function licenceIn(value: string | undefined): Licence | null {
  return LICENCES.find((licence) => licence === value) ?? null;
}

function useGroups(facets: Facets | undefined): FacetGroup[] {
  const { principle, topic } = useVocabulary();
  if (!facets) return [];
  return [
    { name: 'principle', label: words.principle, values: facets.principles.map((one) => ({ ...one, label: `${one.value} ${principle(Number(one.value))?.shortName ?? ''}` })) },
    { name: 'topic', label: words.topic, values: facets.topics.map((one) => ({ ...one, label: topic(one.value)?.name ?? one.value })) },
    { name: 'form', label: words.form, values: facets.forms.map((one) => ({ ...one, label: words.forms[one.value] ?? one.value })) },
    { name: 'endorsed', label: words.endorsed, values: facets.endorsed.map((one) => ({ ...one, label: words.sides[one.value] ?? one.value })) },
    { name: 'licence', label: words.licence, values: facets.licences.map((one) => ({ ...one, label: LICENCE_WORDS[one.value as Licence]?.label ?? one.value })) },
    { name: 'state', label: words.state, values: facets.states.map((one) => ({ ...one, label: one.value })) },
  ];
}
