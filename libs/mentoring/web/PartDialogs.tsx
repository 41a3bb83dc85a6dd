import { Button, Dialog, Notice, say } from '@app/ui';
import { useAct } from '@app/platform/web';
import { EndMentoringDocument, WithdrawMentoringDocument } from './mentoring.generated.js';
import { words } from './words.js';

interface PartProps {
  linkId: string;
  name: string;
}

/** Takes an ask back, after a second look. */
export function WithdrawDialog({ linkId, name }: PartProps) {
  const withdraw = useAct(WithdrawMentoringDocument, { idempotent: true, onDone: () => say(words.withdrawn) });
  return <Sure title={words.withdrawTitle} lead={words.withdrawLead(name)} button={words.withdraw} act={withdraw} linkId={linkId} />;
}

/** Ends a mentoring for both teams, after a second look. */
export function EndDialog({ linkId, name }: PartProps) {
  const end = useAct(EndMentoringDocument, { idempotent: true, onDone: () => say(words.ended) });
  return <Sure title={words.endTitle(name)} lead={words.endLead} button={words.end} act={end} linkId={linkId} />;
}

interface SureProps {
  title: string;
  lead: string;
  button: string;
  linkId: string;
  act: { run: (input: { linkId: string }) => Promise<object | null>; pending: boolean; message: string | null };
}

function Sure({ title, lead, button, linkId, act }: SureProps) {
  return (
    <Dialog
      role="alertdialog"
      title={title}
      trigger={<Button look="quiet">{button}</Button>}
      actions={(close) => (
        <>
          <Button look="danger" pending={act.pending} onPress={() => void act.run({ linkId }).then((done) => done && close())}>
            {button}
          </Button>
          <Button onPress={close}>{words.cancel}</Button>
        </>
      )}
    >
      <p>{lead}</p>
      {act.message && (
        <Notice kind="danger" live>
          {act.message}
        </Notice>
      )}
    </Dialog>
  );
}
