import { Breadcrumbs, Columns, Confirm, ErrorState, Instant, LinkButton, Loading, Notice, PageHeader, say, Section, StateOutline, TextLink } from '@app/ui';
import { ForPrograms, useAct, useGraph, useTitle } from '@app/platform/web';
import { ReportLink } from '@app/moderation/web';
import { ReadBy } from '@app/organizations/web';
import { UseChart } from '@app/resources/web';
import { Superseded } from '@app/search/web';
import { useNavigate, useParams } from 'react-router';
import { CollectionPageDocument, type CollectionPageQuery, DeleteCollectionDocument } from './collections.generated.js';
import { AddSomething, ItemTools } from './KeepItems.js';
import { NoCollection } from './NoCollection.js';
import { words } from './words.js';

export type CollectionShown = NonNullable<CollectionPageQuery['collection']>;
type Item = CollectionShown['items'][number];

/** One shelf, in order, each thing with the word on it. */
export default function CollectionPage() {
  const { slug = '' } = useParams();
  const { data, error, isPending, refetch, isFetching } = useGraph(CollectionPageDocument, { slug });
  const collection = data?.collection;
  useTitle(collection?.title ?? (data ? words.missing : undefined));
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()} retrying={isFetching}>
        {error.message}
      </ErrorState>
    );
  if (isPending) return <Loading page lines={8} />;
  if (!collection) return <NoCollection />;
  const { items, viewerCan } = collection;
  return (
    <>
      <PageHeader voice="serif" above={<Breadcrumbs steps={[{ label: words.library, to: '/library' }, { label: words.title, to: '/collections' }]} />} title={collection.title} lead={collection.summary || undefined} />
      {collection.hidden && (
        <Notice kind="attention" title={words.hiddenTitle}>
          {words.hiddenText(collection.hiddenReason ?? '')}
        </Notice>
      )}
      <Columns marginLabel={words.about} margin={<Margin collection={collection} />}>
        <Section title={words.contents}>
          {items.length === 0 && <p className="text-quiet">{viewerCan.keep ? words.nothingKeep : words.nothing}</p>}
          <ol className="list-none p-0">
            {items.map((item, at) => (
              <li key={item.id} className="flex flex-col gap-[4px] border-0 border-t border-solid border-line py-3">
                <Line item={item} number={at + 1} />
                {viewerCan.keep && <ItemTools items={items} at={at} />}
              </li>
            ))}
          </ol>
          <UseChart months={collection.months} />
        </Section>
        {viewerCan.keep && <AddSomething collectionId={collection.id} />}
      </Columns>
      {collection.audience === 'public' && !collection.hidden && <ForPrograms path={`/collections/${collection.slug}`} feed={`/feeds/collections/${collection.slug}.xml`} />}
    </>
  );
}

function Line({ item: { note, resource }, number }: { item: Item; number: number }) {
  const what = [words.forms[resource.form], resource.host].filter(Boolean).join(', ');
  return (
    <>
      <h3 className="text-lead font-semibold">
        <span className="text-quiet tabular-nums">{number}. </span>
        <TextLink to={`/library/${resource.id}`}>{resource.title}</TextLink>
      </h3>
      {note && <p className="font-serif">{note}</p>}
      {resource.summary && <p className="text-note">{resource.summary}</p>}
      <Superseded by={resource.supersededBy && { title: resource.supersededBy.title, path: `/library/${resource.supersededBy.id}` }} />
      <p className="flex flex-wrap items-center gap-x-2 text-note text-quiet">
        <span>{what}</span>
        <span>
          {resource.owner.state && <StateOutline code={resource.owner.state} />} {resource.owner.name}
        </span>
        {resource.bothSidesCount > 0 && <strong className="font-semibold text-ink">{words.endorsed(resource.bothSidesCount)}</strong>}
        {resource.usefulCount > 0 && <span>{words.used(resource.usefulCount)}</span>}
        {resource.silentSince && <span className="text-attention">{words.silent}</span>}
      </p>
    </>
  );
}

function Margin({ collection }: { collection: CollectionShown }) {
  const { owner, conference } = collection;
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h2 className="text-note font-semibold">{words.keptBy}</h2>
        <p>
          {owner.state && <StateOutline code={owner.state} />} <TextLink to={owner.path}>{owner.name}</TextLink>
        </p>
      </div>
      {conference && (
        <div>
          <h2 className="text-note font-semibold">{words.conference}</h2>
          <p>
            <TextLink to={`/conferences/${conference.slug}`}>{conference.title}</TextLink>
          </p>
        </div>
      )}
      <p className="text-note text-quiet">
        {collection.itemCount === 0 ? words.nothingYet : words.things(collection.itemCount)}. {words.changed} <Instant at={collection.updatedAt} form="ago" />
      </p>
      <div>
        <h2 className="text-note font-semibold">{words.readers}</h2>
        <p className="text-note">{words.audience[collection.audience.split(':')[0] ?? ''] ?? ''}</p>
        <ReadBy audience={collection.audience} />
        <p className="text-note text-quiet">{words.readersNote}</p>
      </div>
      {collection.viewerCan.keep && <Tools collection={collection} />}
      {!collection.hidden && !collection.viewerCan.keep && (
        <div>
          <ReportLink kind="collection" id={collection.id} />
        </div>
      )}
    </div>
  );
}

function Tools({ collection }: { collection: CollectionShown }) {
  const navigate = useNavigate();
  const remove = useAct(DeleteCollectionDocument, {
    refreshes: ['Collections'],
    onDone: () => {
      say(words.removed);
      void navigate('/collections');
    },
  });
  return (
    <div className="flex flex-wrap gap-1 print:hidden">
      <LinkButton to={`/collections/${collection.slug}/edit`}>{words.edit}</LinkButton>
      <Confirm
        title={words.removeTitle}
        button={words.remove}
        yes={words.removeYes}
        no={words.removeNo}
        pending={remove.pending}
        problem={remove.message}
        onYes={() => remove.run({ collectionId: collection.id })}
      >
        {words.removeText}
      </Confirm>
    </div>
  );
}
