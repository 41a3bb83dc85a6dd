import { EmptyState, ErrorState, Loading, type MapMark, MapKey, MapShade, Pagination, Section, Table, Tag, TextLink, UsMap } from '@app/ui';
import { useGraph } from '@app/platform/web';
import { useEffect, useRef, useState } from 'react';
import { STATE_NAMES } from '../contract/states.js';
import { DirectoryMapDocument, type DirectoryMapQuery, type DirectoryMapQueryVariables } from './organizations.generated.js';
import { words } from './words.js';

type Answer = DirectoryMapQuery['directoryMap'];
type Place = Answer['places'][number];

// More marks than this hide one another; then the shades alone tell where districts are.
const MOST_MARKS = 400;
const PAGE = 30;
const SHADES = [1, 50, 250, 750];

/** The directory as a map, with everything on it in a list beneath, and whatever has no place on it as well. */
export function DirectoryMap({ question }: { question: DirectoryMapQueryVariables }) {
  const { data, error, isPending, refetch } = useGraph(DirectoryMapDocument, question, { keepPrevious: true });
  if (error)
    return (
      <ErrorState title={words.map.notLoaded} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (isPending) return <Loading lines={8} label={words.map.loading} />;
  return <MapOf map={data.directoryMap} inCircle={Boolean(question.circle)} />;
}

function MapOf({ map, inCircle }: { map: Answer; inCircle: boolean }) {
  const [lit, setLit] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  if (map.totalCount === 0) return <EmptyState title={words.nothing}>{words.nothingMore}</EmptyState>;
  const crowded = map.placesCount > MOST_MARKS;
  const marks = crowded ? [] : map.places.map(markOf);
  const shades = new Map(map.states.flatMap(({ state, districts }) => (state ? [[state, SHADES.filter((from) => districts >= from).length] as const] : [])));
  return (
    <>
      <div className="max-w-[60rem]">
        <UsMap
          marks={marks}
          shades={shades}
          highlighted={lit}
          onHighlight={setLit}
          onChoose={setChosen}
          caption={finding(map)}
          legend={
            <>
              {!crowded && (
                <>
                  <MapKey shape="circle" filled>
                    {words.map.here}
                  </MapKey>
                  <MapKey shape="diamond" filled>
                    {words.map.hereAndPresents}
                  </MapKey>
                  <MapKey shape="diamond" filled={false}>
                    {words.map.presents}
                  </MapKey>
                  {inCircle && (
                    <MapKey shape="circle" filled={false}>
                      {words.map.inCircle}
                    </MapKey>
                  )}
                </>
              )}
              {words.map.shades.map((label, at) => (
                <MapShade key={label} shade={at}>
                  {label}
                </MapShade>
              ))}
            </>
          }
        />
        {crowded && <p className="mt-1 text-note text-quiet">{words.map.crowded(map.placesCount)}</p>}
      </div>
      <MetList places={map.places} count={map.placesCount} lit={lit} onLit={setLit} chosen={chosen} />
      <Section title={words.map.byState}>
        <Table
          caption={words.map.byStateTable(map.totalCount)}
          rows={map.states}
          rowKey={(row) => row.state ?? ''}
          defaultSort={{ key: 'state', direction: 'ascending' }}
          columns={[
            { key: 'state', label: words.state, cell: (row) => (row.state ? (STATE_NAMES[row.state] ?? row.state) : words.map.noState), sortBy: (row) => STATE_NAMES[row.state ?? ''] ?? '', rowHeader: true },
            { key: 'districts', label: words.directory, cell: (row) => row.districts.toLocaleString('en-US'), sortBy: (row) => -row.districts, numeric: true },
            { key: 'here', label: words.map.hereColumn, cell: (row) => row.here.toLocaleString('en-US'), sortBy: (row) => -row.here, numeric: true },
          ]}
        />
      </Section>
    </>
  );
}

/** All that one can meet, as a list that the keyboard walks; whichever it is at is lit on the map. */
function MetList({ places, count, lit, onLit, chosen }: { places: readonly Place[]; count: number; lit: string | null; onLit: (id: string | null) => void; chosen: string | null }) {
  const [shown, setShown] = useState(PAGE);
  const list = useRef<HTMLUListElement>(null);
  const at = places.findIndex((place) => place.id === chosen);
  const rows = places.slice(0, Math.max(shown, at + 1));
  useEffect(() => {
    if (at >= 0) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  if (places.length === 0) return null;
  const unplaced = places.filter((place) => place.latitude === null).length;
  return (
    <Section title={words.map.met(count)}>
      {unplaced > 0 && <p className="text-note text-quiet">{words.map.unplaced(unplaced)}</p>}
      {/* Pointing only lights a mark; whoever uses the keyboard lights it by walking to the link. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={list} aria-label={words.map.metList} className="mt-1 grid gap-x-4 sm:grid-cols-2" onMouseLeave={() => onLit(null)}>
        {rows.map((place) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li key={place.id} data-lit={place.id === lit || place.id === chosen || undefined} className="ui-lit border-t border-line py-1" onMouseEnter={() => onLit(place.id)} onFocus={() => onLit(place.id)}>
            <span className="flex flex-wrap items-baseline justify-between gap-x-2">
              <TextLink to={`/districts/${place.slug}`}>{place.name}</TextLink>
              <span className="flex gap-1">
                {place.presenting && <Tag>{words.presents}</Tag>}
                {place.here && <Tag look="accent">{words.onAccord}</Tag>}
              </span>
            </span>
            <span className="block text-note text-quiet">
              {[[place.city, place.state].filter(Boolean).join(', '), place.latitude === null ? words.map.notOnMap : ''].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <Pagination shown={rows.length} total={places.length} hasMore={rows.length < places.length} onMore={() => setShown(rows.length + PAGE)} pending={false} />
    </Section>
  );
}

function markOf({ id, state, latitude, longitude, here, presenting }: Place): MapMark {
  return { id, state, latitude, longitude, shape: presenting ? 'diamond' : 'circle', filled: here };
}

function finding({ places, states, totalCount }: Answer): string {
  const here = states.filter((row) => row.here > 0);
  const count = here.reduce((sum, row) => sum + row.here, 0);
  const [first, second] = here.toSorted((one, other) => other.here - one.here);
  // Where two states have as many, neither is named.
  const most = first?.state && second && first.here > second.here ? { name: STATE_NAMES[first.state] ?? first.state, count: first.here } : null;
  return words.map.finding({
    here: count,
    total: totalCount,
    states: here.length,
    most,
    presenting: places.filter((place) => place.presenting).length,
  });
}
