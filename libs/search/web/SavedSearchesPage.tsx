import { Button, EmptyState, ErrorState, Instant, LinkButton, Loading, PageHeader, say, Select, TextLink } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { ChangeSavedSearchDocument, MySavedSearchesDocument, type MySavedSearchesQuery, RemoveSavedSearchDocument } from './saved.generated.js';
import { words } from './words.js';

type Saved = MySavedSearchesQuery['mySavedSearches'][number];
type Often = Saved['often'];

/** The searches that somebody keeps, with what was new for each. */
export default function SavedSearchesPage() {
  useTitle(words.savedTitle);
  const { data, error, refetch } = useGraph(MySavedSearchesDocument, {});
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading page lines={6} />;
  const saved = data.mySavedSearches;
  return (
    <>
      <PageHeader title={words.savedTitle} lead={words.savedLead} />
      {saved.length === 0 ? (
        <EmptyState title={words.savedNone} action={<LinkButton to="/search">{words.savedStart}</LinkButton>}>
          <p>{words.savedNoneHint}</p>
        </EmptyState>
      ) : (
        <ul className="list-none p-0">
          {saved.map((one) => (
            <SavedLine key={one.id} saved={one} />
          ))}
        </ul>
      )}
    </>
  );
}

function SavedLine({ saved }: { saved: Saved }) {
  const change = useAct(ChangeSavedSearchDocument, { refreshes: ['MySavedSearches'] });
  const remove = useAct(RemoveSavedSearchDocument, { refreshes: ['MySavedSearches'], onDone: (gone) => say(words.removedSearch(gone.name)) });
  const choose = (value: string): void => {
    const often = value as Often;
    if (often !== saved.often) void change.run({ id: saved.id, often }).then((done) => done && say(words.oftenChanged(saved.name, often)));
  };
  return (
    <li className="border-0 border-t border-solid border-line py-3">
      <h2 className="text-lead font-semibold">
        <TextLink to={saved.path}>{saved.name}</TextLink>
      </h2>
      <p className="text-note text-quiet">
        {words.savedSince} <Instant at={saved.createdAt} form="day" />
      </p>
      {saved.told.length > 0 ? (
        <ul className="my-2 list-none p-0" aria-label={words.toldFor(saved.name)}>
          {saved.told.map((thing) => (
            <li key={`${thing.kind} ${thing.id}`}>
              <TextLink to={thing.path}>{thing.title}</TextLink>
              <span className="text-note text-quiet">
                {' '}
                {[words.one[thing.kind] ?? words.readable(thing.kind), thing.organizationName !== thing.title && thing.organizationName].filter(Boolean).join(', ')}, <Instant at={thing.at} form="day" />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="my-2">{words.toldNothing}</p>
      )}
      {(change.message ?? remove.message) && (
        <p role="alert" className="text-danger">
          {change.message ?? remove.message}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <Select name={`often-${saved.id}`} label={words.oftenOf(saved.name)} options={words.oftenOptions} value={saved.often} onChange={choose} width="medium" required />
        <Button onPress={() => void remove.run({ id: saved.id })} pending={remove.pending}>
          {words.remove(saved.name)}
        </Button>
      </div>
    </li>
  );
}
