import { Button, Confirm, ErrorState, LinkButton, Loading, Notice, say } from '@app/ui';
import { CiteThis, ForPrograms, SlotParts, useAct, useGraph, useTitle } from '@app/platform/web';
import { SubjectThreads } from '@app/discussions/web';
import { ReportLink } from '@app/moderation/web';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { KeepUp } from './KeepUp.js';
import { DeleteResourceDocument, MarkUsefulDocument, ResourcePageDocument, UnmarkUsefulDocument } from './resources.generated.js';
import { NoResource, type ResourceShown, ResourceView } from './ResourceView.js';
import { resourceSlot } from './slots.js';
import { words } from './words.js';

const LOOK_EVERY_MS = 4000;

/** One resource, with what its reader may do with it. */
export default function ResourcePage() {
  const { id = '' } = useParams();
  const [waits, setWaits] = useState(false);
  const { data, error, isPending, refetch, isFetching } = useGraph(ResourcePageDocument, { id }, waits ? { every: LOOK_EVERY_MS } : {});
  const resource = data?.resource;
  // While its file is being looked at, the page follows.
  const underway = resource?.file?.reading === 'waiting' || resource?.file?.gate === 'checking';
  useEffect(() => setWaits(underway), [underway]);
  const record = data?.resourceRecord;
  useTitle(resource?.title ?? (data ? words.notFound : undefined));
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()} retrying={isFetching}>
        {error.message}
      </ErrorState>
    );
  if (isPending) return <Loading page lines={6} />;
  if (!resource || !record) return <NoResource />;
  return (
    <ResourceView
      resource={resource}
      record={record}
      praise={resource.viewerCan.praise ? <Praise resource={resource} /> : undefined}
      talk={
        resource.hidden ? undefined : (
          <>
            <SlotParts slot={resourceSlot} props={{ id: resource.id, title: resource.title }} />
            <SubjectThreads kind="resource" id={resource.id} title={resource.title} />
            {resource.audience === 'public' && (
              <div>
                <CiteThis path={`/library/${resource.id}`} />
                <ForPrograms path={`/library/${resource.id}`} feed="/feeds/library.xml" />
              </div>
            )}
          </>
        )
      }
      keep={resource.viewerCan.edit && !resource.hidden ? <KeepUp resource={resource} record={record} /> : undefined}
      tools={
        <>
          {resource.viewerCan.edit && <Tools resource={resource} />}
          {!resource.hidden && !resource.viewerCan.edit && (
            <div>
              <ReportLink kind="resource" id={resource.id} />
            </div>
          )}
        </>
      }
    />
  );
}

function Praise({ resource }: { resource: ResourceShown }) {
  const mark = useAct(MarkUsefulDocument);
  const unmark = useAct(UnmarkUsefulDocument);
  const failed = mark.message ?? unmark.message;
  const pending = mark.pending || unmark.pending;
  return (
    <>
      {resource.usefulToUs ? (
        <Button icon="check" pending={pending} aria-pressed onPress={() => void unmark.run({ resourceId: resource.id })}>
          {words.usefulToUs}
        </Button>
      ) : (
        <Button pending={pending} aria-pressed={false} onPress={() => void mark.run({ resourceId: resource.id })}>
          {words.usefulToUs}
        </Button>
      )}
      <p className="mt-1 text-note text-quiet">{words.usefulTitle}</p>
      {failed && <Notice kind="danger" live title={failed} />}
    </>
  );
}

function Tools({ resource }: { resource: ResourceShown }) {
  const navigate = useNavigate();
  const remove = useAct(DeleteResourceDocument, {
    refreshes: ['LibraryPage', 'DistrictShelf'],
    onDone: () => {
      say(words.removed);
      void navigate('/library');
    },
  });
  return (
    <div className="flex flex-wrap gap-1 print:hidden">
      <LinkButton to={`/library/${resource.id}/edit`}>{words.edit}</LinkButton>
      {resource.viewerCan.own && (
        <Confirm
          title={words.removeTitle}
          button={words.remove}
          yes={words.removeYes}
          no={words.removeNo}
          pending={remove.pending}
          problem={remove.message}
          onYes={() => remove.run({ resourceId: resource.id })}
        >
          {words.removeText}
        </Confirm>
      )}
    </div>
  );
}
