import { EmptyState, ErrorState, LinkButton, Loading, PageHeader, RadioGroup, say } from '@app/ui';
import { unfinishedFiles, useAct, useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { ResourceForm, type Form3 } from './ResourceForm.js';
import { recordWords } from './record-words.js';
import { PostResourceDocument, ResourceReadersDocument } from './resources.generated.js';
import { words } from './words.js';

/** Where a team shares something: first what, then the rest. */
export default function NewResourcePage() {
  useTitle(words.newTitle);
  const navigate = useNavigate();
  const owner = useSessionInfo()?.person?.id ?? '';
  const [chosen, setForm] = useState<Form3 | null>(null);
  // Whoever comes back after the page was cut off in the middle of a file finds what to do about it.
  const unfinished = useMemo(() => unfinishedFiles(owner).length > 0, [owner]);
  const form = chosen ?? (unfinished ? 'file' : 'link');
  const readers = useGraph(ResourceReadersDocument, {});
  const post = useAct(PostResourceDocument, {
    idempotent: true,
    refreshes: ['LibraryPage', 'DistrictShelf'],
    onDone: ({ id, title }) => {
      say(words.postedSay(title));
      void navigate(`/library/${id}`);
    },
  });
  return (
    <>
      <PageHeader title={words.newTitle} lead={words.newLead} action={<LinkButton to="/library/import">{recordWords.importLink}</LinkButton>} />
      {readers.isPending && <Loading lines={6} />}
      {readers.error && <ErrorState onRetry={() => void readers.refetch()}>{readers.error.message}</ErrorState>}
      {readers.data && readers.data.resourceAudiences.length === 0 && (
        <EmptyState title={words.onlySeats} action={<LinkButton to="/library">{words.toLibrary}</LinkButton>}>
          <p>{words.onlySeatsText}</p>
        </EmptyState>
      )}
      {readers.data && readers.data.resourceAudiences.length > 0 && (
        <>
          <div className="mb-3">
            <RadioGroup
              label={words.whatIsIt}
              required
              value={form}
              onChange={(value) => setForm(value as Form3)}
              options={[
                { value: 'link', label: words.formLink, note: words.formLinkNote },
                { value: 'file', label: words.formFile, note: words.formFileNote },
                { value: 'text', label: words.formText, note: words.formTextNote },
              ]}
            />
          </div>
          {/* A form of its own for each, since each has its usual licence. */}
          <ResourceForm
            key={form}
            form={form}
            readers={readers.data.resourceAudiences}
            errors={post.fields}
            problem={post.message}
            pending={post.pending}
            submit={words.post}
            cancelTo="/library"
            onSubmit={(fields) => void post.run({ form, ...fields })}
          />
        </>
      )}
    </>
  );
}
