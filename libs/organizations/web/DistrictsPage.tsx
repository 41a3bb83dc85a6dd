import { EmptyState, ErrorState, LinkButton, Loading, PageHeader, Pagination, SearchField } from '@app/ui';
import { useGraphPages, useTitle } from '@app/platform/web';
import { useEffect, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { DirectoryFilters, type FilterName, FILTERS, type Filters, knownFilter } from './DirectoryFilters.js';
import { DistrictList } from './DistrictList.js';
import { DirectoryDocument, type DirectoryQueryVariables } from './organizations.generated.js';
import { words } from './words.js';

const PAUSE_MS = 250;
const PAGE = 30;

/** The directory: search first, filters as plain words, results that can be scanned. */
export default function DistrictsPage() {
  useTitle(words.directory);
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const filters: Filters = Object.fromEntries(FILTERS.flatMap((name) => (knownFilter(name, params.get(name)) ? [[name, params.get(name)]] : [])));
  const [typed, setTyped] = useState(search);

  function put(changes: Record<string, string | null>) {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }

  useEffect(() => {
    if (typed.trim() === search) return;
    const timer = setTimeout(() => put({ search: typed.trim() || null }), PAUSE_MS);
    return () => clearTimeout(timer);
    // Only what is typed starts the clock.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);

  const variables = { ...filters, search: search || null, first: PAGE } as DirectoryQueryVariables;
  const { nodes, first, hasMore, more, morePending, isPending, error, refetch } = useGraphPages(DirectoryDocument, variables, (answer) => answer.districts);
  if (params.has('join')) return <Navigate to="/claim" replace />;
  const total = first?.districts.totalCount ?? null;
  const asked = search !== '' || Object.keys(filters).length > 0;
  return (
    <>
      <PageHeader title={words.directory} lead={words.directoryLead} action={<LinkButton to="/claim">{words.claimLink}</LinkButton>} />
      <div className="mb-3 grid max-w-[46rem] gap-2">
        <SearchField label={words.find} placeholder={words.findHint} value={typed} onChange={setTyped} onSubmit={(value) => put({ search: value.trim() || null })} />
        <DirectoryFilters
          filters={filters}
          onChange={(name: FilterName, value) => put({ [name]: value })}
          onClear={() => put(Object.fromEntries(FILTERS.map((name) => [name, null])))}
        />
      </div>
      {error ? (
        <ErrorState title={words.notLoaded} onRetry={refetch}>
          {error.message}
        </ErrorState>
      ) : isPending ? (
        <Loading lines={8} />
      ) : nodes.length === 0 ? (
        <EmptyState title={asked ? words.nothing : words.emptyTitle}>{asked ? words.nothingMore : words.emptyBody}</EmptyState>
      ) : (
        <div className="max-w-[56rem]">
          <p className="pb-1 text-note text-quiet" role="status">
            {words.counted(total)}
          </p>
          <DistrictList districts={nodes} />
          <Pagination shown={nodes.length} {...(total === null ? {} : { total })} hasMore={hasMore} onMore={more} pending={morePending} />
        </div>
      )}
    </>
  );
}
