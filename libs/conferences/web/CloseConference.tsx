import { Button, Dialog, say } from '@app/ui';
import { useAct } from '@app/platform/web';
import { CloseConferenceDocument } from './conferences.generated.js';
import { words } from './words.js';

/** Ends the conference, after one question: it cannot be taken back. */
export function CloseConference({ conferenceId }: { conferenceId: string }) {
  const close = useAct(CloseConferenceDocument, { onDone: () => say(words.closed) });
  return (
    <Dialog
      title={words.closeTitle}
      role="alertdialog"
      trigger={<Button look="primary">{words.close}</Button>}
      actions={(shut) => (
        <>
          <Button look="primary" pending={close.pending} onPress={() => void close.run({ conferenceId }).then((done) => done && shut())}>
            {words.closeDo}
          </Button>
          <Button look="quiet" onPress={shut}>
            {words.notYet}
          </Button>
        </>
      )}
    >
      <p>{words.closeText}</p>
      {close.message && (
        <p role="alert" className="text-danger">
          {close.message}
        </p>
      )}
    </Dialog>
  );
}
