import { Button, Notice, say } from '@app/ui';
import { useAct } from '@app/platform/web';
import { RetractDialog } from './RetractDialog.js';
import { type ActOnPageFragment, RemindSignersDocument } from './signatures.generated.js';
import { WithdrawDialog } from './WithdrawDialog.js';
import { words } from './words.js';

/** What one can take away from an act, and what those concerned may do besides signing. */
export function ActTools({ act }: { act: ActOnPageFragment }) {
  const remind = useAct(RemindSignersDocument, { idempotent: true, refreshes: 'nothing', onDone: () => say(words.reminded, 'success') });
  return (
    <div className="grid justify-items-start gap-1">
      <FileLink path={`/files/acts/${act.id}/receipt.pdf`}>{words.receipt}</FileLink>
      <FileLink path={`/files/acts/${act.id}/text.txt`}>{words.textFile}</FileLink>
      {act.viewerCan.remind && (
        <Button look="quiet" pending={remind.pending} onPress={() => void remind.run({ actId: act.id })}>
          {words.remind}
        </Button>
      )}
      {remind.message && (
        <Notice kind="attention" live>
          {remind.message}
        </Notice>
      )}
      {act.seats
        .filter((seat) => seat.viewerCan.withdraw)
        .map((seat) => (
          <WithdrawDialog key={seat.id} act={act} seat={seat} />
        ))}
      {act.viewerCan.retract && <RetractDialog actId={act.id} />}
    </div>
  );
}

/** A plain link: the file is the server's and no page of the web app. */
function FileLink({ path, children }: { path: string; children: string }) {
  return (
    <a className="ui-link" href={path} download>
      {children}
    </a>
  );
}
