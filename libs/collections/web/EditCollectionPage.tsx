import { Breadcrumbs, ErrorState, Loading, PageHeader, say } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useNavigate, useParams } from 'react-router';
import { CollectionForm } from './CollectionForm.js';
import { CollectionPageDocument, CollectionReadersDocument, EditCollectionDocument } from './collections.generated.js';
import { NoCollection } from './NoCollection.js';
import { words } from './words.js';

/** Where the words and readers of a collection are changed; its address stays. */
export default function EditCollectionPage() {
  const { slug = '' } = useParams();
  const navigate = useNavigate();
  const page = useGraph(CollectionPageDocument, { slug });
  const readers = useGraph(CollectionReadersDocument, {});
  const edit = useAct(EditCollectionDocument, {
    idempotent: true,
    onDone: () => {
      say(words.saved);
      void navigate(`/collections/${slug}`);
    },
  });
  const collection = page.data?.collection;
  useTitle(page.data && !collection?.viewerCan.keep ? words.missing : words.editTitle);
  const error = page.error ?? readers.error;
  if (error) return <ErrorState level={1} onRetry={() => void (page.refetch(), readers.refetch())}>{error.message}</ErrorState>;
  if (!page.data || !readers.data) return <Loading page lines={6} />;
  if (!collection?.viewerCan.keep) return <NoCollection />;
  const known = readers.data.resourceAudiences;
  const choices = known.some((one) => one.key === collection.audience) ? known : [{ key: collection.audience, name: null }, ...known];
  return (
    <>
      <PageHeader above={<Breadcrumbs steps={[{ label: words.title, to: '/collections' }, { label: collection.title, to: `/collections/${slug}` }]} />} title={words.editTitle} />
      <CollectionForm
        start={collection}
        readers={choices}
        errors={edit.fields}
        problem={edit.message}
        pending={edit.pending}
        submit={words.save}
        cancelTo={`/collections/${slug}`}
        onSubmit={(fields) => void edit.run({ collectionId: collection.id, ...fields })}
      />
    </>
  );
}
