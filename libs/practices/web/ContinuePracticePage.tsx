import { ErrorState, LinkButton, Loading, PageHeader, say, TextLink } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useNavigate, useParams } from 'react-router';
import { draftFrom } from './draft.js';
import { PracticeForm } from './PracticeForm.js';
import { PracticePageDocument, SharePracticeDocument } from './practices.generated.js';
import { words } from './words.js';

/** Says that a district still does what was recorded of it in 2011: a record of its own, which begins with the old one. */
export default function ContinuePracticePage() {
  const { slug = '' } = useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useGraph(PracticePageDocument, { slug });
  const practice = data?.practice;
  useTitle(data && !practice?.viewerCan.continue ? words.notYoursToContinue : words.continueTitle);
  const act = useAct(SharePracticeDocument, {
    idempotent: true,
    onDone: (shared) => {
      say(words.shared, 'success');
      void navigate(`/practices/${shared.slug}`);
    },
  });
  if (error)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} label={words.loadingPractice} />;
  if (!practice?.viewerCan.continue) return <PageHeader title={words.notYoursToContinue} lead={words.notYoursToContinueLead} action={<LinkButton to={practice ? `/practices/${slug}` : '/practices'}>{practice?.title ?? words.toPractices}</LinkButton>} />;
  return (
    <>
      <PageHeader above={<TextLink to={`/practices/${slug}`}>{practice.title}</TextLink>} title={words.continueTitle} lead={words.continueLead} />
      <PracticeForm
        label={words.continueTitle}
        initial={draftFrom(practice)}
        button={words.shareButton}
        cancelTo={`/practices/${slug}`}
        pending={act.pending}
        errors={act.fields}
        problem={act.message}
        onSend={(input) => void act.run({ ...input, continuesId: practice.id })}
      />
    </>
  );
}
