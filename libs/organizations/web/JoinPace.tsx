import { Button, Day, Dialog, Form, FormActions, say, TextField } from '@app/ui';
import { useAct, useGraph, useSessionInfo } from '@app/platform/web';
import { useState } from 'react';
import { JoiningPaceDocument, OpenJoinBatchDocument, SetJoiningPaceDocument } from './joining.generated.js';
import { joiningWords } from './joining-words.js';

const words = joiningWords.queue;

/** How many districts are opened a week, where this week stands, and the batch that opens the oldest. */
export function JoinPace() {
  const { data } = useGraph(JoiningPaceDocument, {});
  const session = useSessionInfo();
  const [changing, setChanging] = useState(false);
  const batch = useAct(OpenJoinBatchDocument, { onDone: ({ opened }) => say(words.batchDone(opened.map(({ district }) => district.name)), 'success') });
  const pace = data?.joiningPace;
  if (!pace) return null;
  const left = pace.perWeek === null ? pace.complete : Math.max(0, pace.perWeek - pace.openedThisWeek);
  const suggested = Math.max(1, Math.min(left, pace.complete, 50));
  return (
    <div className="mb-3 grid max-w-[56rem] gap-2">
      <p>
        {words.counted(pace.waiting, pace.complete)}{' '}
        {pace.perWeek === null ? words.paceNone : words.paceSet(pace.perWeek, pace.openedThisWeek)}{' '}
        {pace.perWeek !== null && left === 0 && (
          <>
            {words.paceFull} <Day on={pace.nextWeek} weekday />.
          </>
        )}
      </p>
      <div className="grid justify-items-start gap-2">
        {pace.complete > 0 && left > 0 && (
          <Form key={suggested} problem={batch.message} errors={batch.fields} onSubmit={(data) => void batch.run({ count: Number(data.get('count')) })}>
            <TextField name="count" type="number" label={words.batchCount} hint={words.batchHint} defaultValue={String(suggested)} width="short" required />
            <FormActions>
              <Button type="submit" look="primary" pending={batch.pending}>
                {words.batch}
              </Button>
            </FormActions>
          </Form>
        )}
        {session?.isSteward && (
          <Button look="quiet" onPress={() => setChanging(true)}>
            {words.change}
          </Button>
        )}
      </div>
      {changing && <ChangePace perWeek={pace.perWeek} onClose={() => setChanging(false)} />}
    </div>
  );
}

function ChangePace({ perWeek, onClose }: { perWeek: number | null; onClose: () => void }) {
  const set = useAct(SetJoiningPaceDocument, {
    onDone: () => {
      onClose();
      say(words.paceSaved, 'success');
    },
  });
  return (
    <Dialog title={words.changeTitle} open onOpenChange={(open) => !open && onClose()}>
      <Form errors={set.fields} problem={set.message} onSubmit={(data) => void set.run({ perWeek: Number(data.get('perWeek')), fromDay: String(data.get('fromDay') ?? '') || null })}>
        <TextField name="perWeek" type="number" label={words.perWeek} hint={words.perWeekHint} defaultValue={perWeek === null ? '' : String(perWeek)} width="short" required />
        <TextField name="fromDay" type="date" label={words.fromDay} hint={words.fromDayHint} width="medium" />
        <FormActions>
          <Button type="submit" look="primary" pending={set.pending}>
            {joiningWords.save}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {joiningWords.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
