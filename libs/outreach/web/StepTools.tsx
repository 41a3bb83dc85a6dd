import { Button, Dialog, ErrorState, Loading, say } from '@app/ui';
import { useAct, useGraph } from '@app/platform/web';
import { useState } from 'react';
import type { LadderOf, Step } from './ConferenceLadder.js';
import { LetterFrame } from './LetterFrame.js';
import { MessagePreviewDocument, RemoveStepDocument } from './outreach.generated.js';
import { AddDigest, MessageForm } from './StepForms.js';
import { words } from './words.js';

/** What those who plan can do with a step that is still ahead; a message belongs to whoever signs it. */
export function StepTools({ step, conference }: { step: Step; conference: LadderOf }) {
  const [changing, setChanging] = useState(false);
  const remove = useAct(RemoveStepDocument, { onDone: () => say(words.removed) });
  if (step.fromOrganizationId && !conference.ladder.signsFor.includes(step.fromOrganizationId)) return null;
  const done = () => setChanging(false);
  if (changing) return step.kind === 'digest' ? <AddDigest conference={conference} step={step} onDone={done} /> : <MessageForm conference={conference} step={step} onDone={done} />;
  const what = step.subject ?? words.digest;
  return (
    <div className="flex flex-wrap gap-1">
      <Button look="quiet" onPress={() => setChanging(true)} aria-label={`${words.change}: ${what}`}>
        {words.change}
      </Button>
      {step.kind === 'message' && (
        <Dialog title={words.previewTitle} trigger={<Button look="quiet">{words.preview}</Button>}>
          <Preview stepId={step.id} />
        </Dialog>
      )}
      <Button look="quiet" icon="close" pending={remove.pending} onPress={() => void remove.run({ stepId: step.id })} aria-label={`${words.remove}: ${what}`}>
        {words.remove}
      </Button>
      {remove.message && <p role="alert">{remove.message}</p>}
    </div>
  );
}

function Preview({ stepId }: { stepId: string }) {
  const { data, error, refetch } = useGraph(MessagePreviewDocument, { stepId });
  if (error) return <ErrorState onRetry={() => void refetch()}>{error.message}</ErrorState>;
  if (!data) return <Loading lines={6} />;
  if (!data.messagePreview) return null;
  return (
    <>
      <p>
        <strong>{data.messagePreview.subject}</strong>
      </p>
      <LetterFrame html={data.messagePreview.html} />
    </>
  );
}
