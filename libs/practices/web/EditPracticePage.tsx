import { ErrorState, LinkButton, Loading, Notice, PageHeader, say, TextLink } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useNavigate, useParams } from 'react-router';
import { draftOf } from './draft.js';
import { PracticeForm } from './PracticeForm.js';
import { EditPracticeDocument, PracticePageDocument } from './practices.generated.js';
import { words } from './words.js';

/** Gives a practice that your district shared new words. */
export default function EditPracticePage() {
  const { slug = '' } = useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useGraph(PracticePageDocument, { slug });
  const practice = data?.practice;
  useTitle(data && !practice?.viewerCan.edit ? words.notYours : words.editTitle);
  const act = useAct(EditPracticeDocument, {
    idempotent: true,
    onDone: () => {
      say(words.saved, 'success');
      void navigate(`/practices/${slug}`);
    },
  });
  if (error)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} label={words.loadingPractice} />;
  if (!practice?.viewerCan.edit) return <PageHeader title={words.notYours} lead={words.noVoiceLead} action={<LinkButton to="/practices">{words.toPractices}</LinkButton>} />;
  return (
    <>
      <PageHeader above={<TextLink to={`/practices/${slug}`}>{practice.title}</TextLink>} title={words.editTitle} />
      {practice.affirmedAt && (
        <div className="mb-3 max-w-[46rem]">
          <Notice kind="attention" title={words.signedNotice}>{words.signedNoticeText}</Notice>
        </div>
      )}
      <PracticeForm
        label={words.editTitle}
        initial={draftOf(practice)}
        button={words.save}
        cancelTo={`/practices/${slug}`}
        pending={act.pending}
        errors={act.fields}
        problem={act.message}
        onSend={(input) => void act.run({ ...input, practiceId: practice.id })}
      />
    </>
  );
}
