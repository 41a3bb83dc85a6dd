import { Button, EmptyState, ErrorState, Loading, Notice, Pagination, RadioGroup } from '@app/ui';
import { useGraph, useGraphPages } from '@app/platform/web';
import { type DirectoryPartProps, DistrictList } from '@app/organizations/web';
import { DistrictsLikeOursDocument, type DistrictsLikeOursQueryVariables, LikenessDefaultsDocument } from './likeness.generated.js';
import { Reckoning } from './Reckoning.js';
import { useWeights } from './useWeights.js';
import { WhatMatters } from './WhatMatters.js';
import { words } from './words.js';

const NAMES = 'names';
const LIKE = 'like';
const PAGE = 30;

/** The directory in another order: those most like the reader's own district first, each with its reasons. */
export default function LikeOurs({ filters, order, onOrder }: DirectoryPartProps) {
  const { data, error, refetch } = useGraph(LikenessDefaultsDocument, {});
  if (error && order === LIKE)
    return (
      <ErrorState title={words.notLoaded} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data) return order === LIKE ? <Loading lines={8} label={words.comparing} /> : null;
  const { ours } = data.likenessDefaults;
  if (!ours && order !== LIKE) return null;
  if (!ours) return <Notice title={words.noDistrict} action={<Button onPress={() => onOrder(null)}>{words.backToNames}</Button>} />;
  return (
    <div className="mb-2">
      <RadioGroup
        label={words.order}
        required
        options={[
          { value: NAMES, label: words.byName },
          { value: LIKE, label: words.likeOurs(ours.name) },
        ]}
        value={order === LIKE ? LIKE : NAMES}
        onChange={(value) => onOrder(value === LIKE ? LIKE : null)}
      />
      {order === LIKE && <Ranked filters={filters} />}
    </div>
  );
}

function Ranked({ filters }: Pick<DirectoryPartProps, 'filters'>) {
  const weights = useWeights();
  const variables = { ...filters, weights: weights.given, first: PAGE } as DistrictsLikeOursQueryVariables;
  const { nodes, first, hasMore, more, morePending, isPending, error, refetch } = useGraphPages(DistrictsLikeOursDocument, variables, (answer) => answer.districtsLikeOurs, { keepPrevious: true });
  const total = first?.districtsLikeOurs.totalCount ?? null;
  const likeness = new Map(nodes.map((node) => [node.district.id, node.likeness]));
  return (
    <div className="mt-2">
      <WhatMatters weights={weights} level={2} />
      {error ? (
        <ErrorState title={words.notLoaded} onRetry={refetch}>
          {error.message}
        </ErrorState>
      ) : isPending ? (
        <Loading lines={8} label={words.comparing} />
      ) : nodes.length === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingMore}</EmptyState>
      ) : (
        <div className="mt-2 max-w-[56rem]">
          <p className="pb-1 text-note text-quiet" role="status">
            {words.counted(total)}
          </p>
          <DistrictList
            districts={nodes.map((node) => node.district)}
            below={({ id, name }) => {
              const found = likeness.get(id);
              return found && <Reckoning name={name} likeness={found} />;
            }}
          />
          <Pagination shown={nodes.length} {...(total === null ? {} : { total })} hasMore={hasMore} onMore={more} pending={morePending} />
        </div>
      )}
    </div>
  );
}
