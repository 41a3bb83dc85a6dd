import { Button, Dialog, Form, FormActions, Notice, say, TextArea, TextField } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { REASON_MAX } from '../contract/limits.js';
import { type ActOnPageFragment, type ActSeatFragment, RequestSigningCodeDocument, WithdrawSignatureDocument } from './signatures.generated.js';
import { words } from './words.js';

interface WithdrawProps {
  act: ActOnPageFragment;
  seat: ActSeatFragment;
}

/** Takes a seat's signature back: with a click while others have yet to sign, with a code and a reason once all have. */
export function WithdrawDialog({ act, seat }: WithdrawProps) {
  const complete = act.state === 'complete';
  return (
    <Dialog title={complete ? words.endTitle : words.withdrawTitle} trigger={<Button look="quiet">{seat.signature?.holderChanged ? words.withdrawSeat : words.withdraw}</Button>}>
      {(close) => (complete ? <End seat={seat} close={close} /> : <Open seat={seat} close={close} />)}
    </Dialog>
  );
}

function Open({ seat, close }: { seat: ActSeatFragment; close: () => void }) {
  const [reason, setReason] = useState('');
  const withdraw = useWithdraw(close, words.withdrawn);
  return (
    <Form label={words.withdraw} onSubmit={() => void withdraw.run({ seatId: seat.id, reason })} errors={withdraw.fields} problem={withdraw.message}>
      <p>{words.withdrawLead}</p>
      <TextArea name="reason" label={words.reasonOptional} rows={3} maxLength={REASON_MAX} value={reason} onChange={setReason} />
      <FormActions>
        <Button type="submit" look="danger" pending={withdraw.pending}>
          {words.withdraw}
        </Button>
        <Button onPress={close}>{words.keep}</Button>
      </FormActions>
    </Form>
  );
}

function End({ seat, close }: { seat: ActSeatFragment; close: () => void }) {
  const [sent, setSent] = useState<{ challengeId: string; sentTo: string } | null>(null);
  const [reason, setReason] = useState('');
  const request = useAct(RequestSigningCodeDocument, { refreshes: 'nothing', onDone: setSent });
  const withdraw = useWithdraw(close, words.ended);
  if (!sent)
    return (
      <div className="grid gap-2">
        <p>{words.endLead}</p>
        {request.message && (
          <Notice kind="danger" live>
            {request.message}
          </Notice>
        )}
        <FormActions>
          <Button look="primary" pending={request.pending} onPress={() => void request.run({ seatId: seat.id })}>
            {words.endSend}
          </Button>
          <Button onPress={close}>{words.keep}</Button>
        </FormActions>
      </div>
    );
  return (
    <Form
      label={words.end}
      onSubmit={(data) => void withdraw.run({ seatId: seat.id, reason, challengeId: sent.challengeId, code: String(data.get('code') ?? '') })}
      errors={withdraw.fields}
      problem={withdraw.message}
    >
      <p role="status">{words.codeSent(sent.sentTo)}</p>
      <TextField name="code" label={words.code} inputMode="numeric" autoComplete="one-time-code" maxLength={11} required width="short" />
      <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={3} maxLength={REASON_MAX} value={reason} onChange={setReason} required />
      <FormActions>
        <Button type="submit" look="danger" pending={withdraw.pending}>
          {words.end}
        </Button>
        <Button onPress={close}>{words.keep}</Button>
      </FormActions>
    </Form>
  );
}

function useWithdraw(close: () => void, done: string) {
  return useAct(WithdrawSignatureDocument, {
    idempotent: true,
    onDone: () => {
      close();
      say(done);
    },
  });
}
