import { Button, Form, FormActions, RadioGroup, say, TextArea } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { seatWords as words } from './seat-words.js';
import { DeclineOnDeskDocument, VouchOnDeskDocument } from './seats.generated.js';

interface ClaimDecisionProps {
  id: string;
  seat: string;
  email: string;
  said: string;
  onClose: () => void;
}

const refreshes = ['ClaimsOnDesk', 'Waiting', 'MembersByWeek'];

/** Who they say they are, and the answer to it. */
export function ClaimDecision({ id, seat, email, said, onClose }: ClaimDecisionProps) {
  const [choice, setChoice] = useState<'vouch' | 'decline' | null>(null);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<readonly { field: string; message: string }[]>([]);
  const told = (what: string) => () => {
    onClose();
    say(what, 'success');
  };
  const vouch = useAct(VouchOnDeskDocument, { idempotent: true, refreshes, onDone: told(words.vouched) });
  const decline = useAct(DeclineOnDeskDocument, { idempotent: true, refreshes, onDone: told(words.declined) });
  const act = choice === 'vouch' ? vouch : decline;
  const send = () => {
    if (!choice) return setMissing([{ field: 'choice', message: words.chooseClaim }]);
    setMissing([]);
    if (choice === 'vouch') void vouch.run({ claimId: id });
    else void decline.run({ claimId: id, answer: text || null });
  };
  return (
    <div className="grid gap-3">
      <p>{seat}</p>
      <dl className="grid gap-1">
        <dt className="text-note text-quiet">{words.claimAddress}</dt>
        <dd className="break-all">{email}</dd>
        <dt className="mt-1 text-note text-quiet">{words.claimWords}</dt>
        <dd className="whitespace-pre-wrap break-words">{said}</dd>
      </dl>
      <p className="text-note text-quiet">{words.claimCare}</p>
      <Form label={words.claimChoice} onSubmit={send} errors={missing.length > 0 ? missing : act.fields} problem={choice ? act.message : null}>
        <RadioGroup
          name="choice"
          label={words.claimChoice}
          options={[
            { value: 'vouch', label: words.vouch, note: words.vouchNote },
            { value: 'decline', label: words.decline, note: words.declineNote },
          ]}
          value={choice}
          onChange={(value) => setChoice(value as 'vouch' | 'decline')}
          required
        />
        {choice === 'decline' && <TextArea name="answer" label={words.declineWords} hint={words.declineHint} rows={3} maxLength={1000} value={text} onChange={setText} />}
        <FormActions>
          <Button type="submit" look="primary" pending={act.pending}>
            {choice === null ? words.decide : choice === 'vouch' ? words.confirmIt : words.declineIt}
          </Button>
          <Button onPress={onClose}>{words.cancel}</Button>
        </FormActions>
      </Form>
    </div>
  );
}
