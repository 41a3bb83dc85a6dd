import { Breadcrumbs, EmptyState, ErrorState, LinkButton, Loading, PageHeader, say } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useNavigate, useSearchParams } from 'react-router';
import { CollectionForm } from './CollectionForm.js';
import { CollectionReadersDocument, OpenCollectionDocument } from './collections.generated.js';
import { words } from './words.js';

/** Where a team, or the sponsors of a conference, begin a collection. */
export default function NewCollectionPage() {
  useTitle(words.newTitle);
  const navigate = useNavigate();
  const conferenceId = useSearchParams()[0].get('conference');
  const readers = useGraph(CollectionReadersDocument, {});
  const open = useAct(OpenCollectionDocument, {
    idempotent: true,
    onDone: ({ slug, title }) => {
      say(words.opened(title));
      void navigate(`/collections/${slug}`);
    },
  });
  const offered = readers.data?.resourceAudiences.filter(({ key }) => !conferenceId || !key.startsWith('team:')) ?? [];
  return (
    <>
      <PageHeader above={<Breadcrumbs steps={[{ label: words.title, to: '/collections' }]} />} title={words.newTitle} lead={words.newLead} />
      {readers.isPending && <Loading lines={5} />}
      {readers.error && <ErrorState onRetry={() => void readers.refetch()}>{readers.error.message}</ErrorState>}
      {readers.data && offered.length === 0 && (
        <EmptyState title={words.onlySeats} action={<LinkButton to="/collections">{words.toList}</LinkButton>}>
          <p>{words.onlySeatsText}</p>
        </EmptyState>
      )}
      {offered.length > 0 && (
        <CollectionForm
          readers={offered}
          errors={open.fields}
          problem={open.message}
          pending={open.pending}
          submit={words.open}
          cancelTo="/collections"
          onSubmit={(fields) => void open.run({ ...fields, ...(conferenceId ? { conferenceId } : {}) })}
        />
      )}
    </>
  );
}
