import { Button, Dialog, Form, say, TextArea, TextField } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { LIMITS } from '../contract/limits.js';
import { LapsePracticeDocument, WithdrawApprovalDocument } from './practices.generated.js';
import { words } from './words.js';

/** Says that a district does something no more, and why: the reason stays for others to learn from. */
export function LapseDialog({ practiceId }: { practiceId: string }) {
  const [reason, setReason] = useState('');
  const [year, setYear] = useState('');
  const [badYear, setBadYear] = useState(false);
  const act = useAct(LapsePracticeDocument, { idempotent: true, onDone: () => say(words.lapsedNow) });
  async function send(close: () => void) {
    const wrong = year.trim() !== '' && !/^\d{4}$/.test(year.trim());
    setBadYear(wrong);
    if (!wrong && (await act.run({ practiceId, reason, endYear: year.trim() === '' ? null : Number(year) }))) close();
  }
  return (
    <Dialog title={words.lapseTitle} trigger={<Button>{words.lapse}</Button>}>
      {(close) => (
        <Form label={words.lapseTitle} errors={act.fields} problem={act.message} onSubmit={() => void send(close)}>
          <p>{words.lapseText}</p>
          <TextArea name="reason" label={words.lapseReason} required rows={4} maxLength={LIMITS.reason} value={reason} onChange={setReason} />
          <TextField name="endYear" label={words.lapseYear} width="short" inputMode="numeric" maxLength={4} value={year} onChange={setYear} {...(badYear ? { error: words.badYear } : {})} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="danger" pending={act.pending}>
              {words.lapseYes}
            </Button>
            <Button onPress={close}>{words.keep}</Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

/** Takes a co-sponsor's approval back, with the reason. */
export function UnapproveDialog({ practiceId, organizationId }: { practiceId: string; organizationId: string }) {
  const [reason, setReason] = useState('');
  const act = useAct(WithdrawApprovalDocument, { idempotent: true, onDone: () => say(words.unapproved) });
  return (
    <Dialog title={words.unapproveTitle} trigger={<Button look="quiet">{words.unapprove}</Button>}>
      {(close) => (
        <Form label={words.unapproveTitle} errors={act.fields} problem={act.message} onSubmit={() => void act.run({ practiceId, organizationId, reason }).then((done) => done && close())}>
          <TextArea name="reason" label={words.unapproveReason} required rows={4} maxLength={LIMITS.reason} value={reason} onChange={setReason} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="danger" pending={act.pending}>
              {words.unapprove}
            </Button>
            <Button onPress={close}>{words.keep}</Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
