import { EmptyState, ErrorState, LinkButton, Loading, PageHeader, Pagination, SearchField, Tabs } from '@app/ui';
import { ForPrograms, SlotParts, useGraphPages, useSessionInfo, useTitle } from '@app/platform/web';
import { useEffect, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { DirectoryFilters, type FilterName, FILTERS, type Filters, knownFilter } from './DirectoryFilters.js';
import { DirectoryMap } from './DirectoryMap.js';
import { DistrictList } from './DistrictList.js';
import { DirectoryDocument, type DirectoryQueryVariables } from './organizations.generated.js';
import { directorySlot } from './slots.js';
import { words } from './words.js';

const PAUSE_MS = 250;
const PAGE = 30;
/** The orders that later features bring. */
const ORDERS = ['like'];

/** The directory: search first, filters as plain words, results that can be scanned. */
export default function DistrictsPage() {
  useTitle(words.directory);
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const filters: Filters = Object.fromEntries(FILTERS.flatMap((name) => (knownFilter(name, params.get(name)) ? [[name, params.get(name)]] : [])));
  const [typed, setTyped] = useState(search);
  const session = useSessionInfo();

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

  const member = Boolean(session?.isMember || session?.isSteward);
  const map = params.get('view') === 'map';
  // Another order is a later feature's, for members and stewards; it shows its own list.
  const other = ORDERS.find((name) => name === params.get('order')) ?? null;
  const order = member ? other : null;
  const question = { search: search || null, ...filters } as Question;
  if (params.has('join')) return <Navigate to="/claim" replace />;
  const asked = search !== '' || Object.keys(filters).length > 0;
  return (
    <>
      <PageHeader title={words.directory} lead={words.directoryLead} action={<LinkButton to="/claim">{words.claimLink}</LinkButton>} />
      <div className="mb-3 grid max-w-[46rem] gap-2">
        <SearchField label={words.find} placeholder={words.findHint} value={typed} onChange={setTyped} onSubmit={(value) => put({ search: value.trim() || null })} />
        <DirectoryFilters
          filters={filters}
          member={member}
          onChange={(name: FilterName, value) => put({ [name]: value })}
          onClear={() => put(Object.fromEntries(FILTERS.map((name) => [name, null])))}
        />
      </div>
      <Tabs
        label={words.views}
        selected={map ? 'map' : 'list'}
        onSelect={(view) => put({ view: view === 'map' ? 'map' : null })}
        tabs={[
          {
            id: 'list',
            label: words.list,
            content: (
              <>
                {member && <SlotParts slot={directorySlot} props={{ filters: question, order, onOrder: (next) => put({ order: next }) }} />}
                {order === null && <DirectoryList question={question} asked={asked} />}
              </>
            ),
          },
          { id: 'map', label: words.mapView, content: <DirectoryMap question={question} /> },
        ]}
      />
      <ForPrograms path="/districts" table question={{ ...(search ? { search } : {}), ...(filters as Record<string, string>) }} />
    </>
  );
}

type Question = Omit<DirectoryQueryVariables, 'first' | 'after'>;

function DirectoryList({ question, asked }: { question: Question; asked: boolean }) {
  const { nodes, first, hasMore, more, morePending, isPending, error, refetch } = useGraphPages(DirectoryDocument, { ...question, first: PAGE }, (answer) => answer.districts);
  const total = first?.districts.totalCount ?? null;
  if (error)
    return (
      <ErrorState title={words.notLoaded} onRetry={refetch}>
        {error.message}
      </ErrorState>
    );
  if (isPending) return <Loading lines={8} />;
  if (nodes.length === 0) return <EmptyState title={asked ? words.nothing : words.emptyTitle}>{asked ? words.nothingMore : words.emptyBody}</EmptyState>;
  return (
    <div className="max-w-[56rem]">
      <p className="pb-1 text-note text-quiet" role="status">
        {words.counted(total)}
      </p>
      <DistrictList districts={nodes} />
      <Pagination shown={nodes.length} {...(total === null ? {} : { total })} hasMore={hasMore} onMore={more} pending={morePending} />
    </div>
  );
}
