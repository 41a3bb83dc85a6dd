import { Breadcrumbs, ErrorState, Loading, PageHeader, say } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useNavigate, useParams } from 'react-router';
import { ResourceForm } from './ResourceForm.js';
import { EditResourceDocument, ResourcePageDocument, ResourceReadersDocument } from './resources.generated.js';
import { NoResource } from './ResourceView.js';
import { words } from './words.js';

/** Where a team changes what it shares. */
export default function EditResourcePage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const page = useGraph(ResourcePageDocument, { id });
  const readers = useGraph(ResourceReadersDocument, {});
  const edit = useAct(EditResourceDocument, {
    idempotent: true,
    onDone: () => {
      say(words.savedSay);
      void navigate(`/library/${id}`);
    },
  });
  const resource = page.data?.resource;
  useTitle(page.data && !resource?.viewerCan.edit ? words.notFound : words.editTitle);
  const error = page.error ?? readers.error;
  if (error) return <ErrorState level={1} onRetry={() => void (page.refetch(), readers.refetch())}>{error.message}</ErrorState>;
  if (!page.data || !readers.data) return <Loading page lines={8} />;
  if (!resource?.viewerCan.edit) return <NoResource />;
  const known = readers.data.resourceAudiences;
  // The readers it has now stay a choice, also for a colleague who does not belong to them.
  const now = known.find((one) => one.key === resource.audience) ?? { key: resource.audience, name: null };
  // Who reads it is for its team to say: a co-author sees what is chosen.
  const choices = !resource.viewerCan.own ? [now] : known.includes(now) ? known : [now, ...known];
  return (
    <>
      <PageHeader above={<Breadcrumbs steps={[{ label: words.title, to: '/library' }, { label: resource.title, to: `/library/${id}` }]} />} title={words.editTitle} />
      <ResourceForm
        form={resource.form}
        start={{ ...resource, fileDescription: resource.file?.description ?? null, versionNote: '', principles: [...resource.principles], topics: [...resource.topics] }}
        fileName={resource.file?.name}
        organizationId={resource.owner.id}
        readers={choices}
        errors={edit.fields}
        problem={edit.message}
        pending={edit.pending}
        submit={words.save}
        cancelTo={`/library/${id}`}
        onSubmit={(fields) => void edit.run({ resourceId: id, ...fields })}
      />
    </>
  );
}
