import { Button, Checkbox, Form, FormActions, Notice, say, Section, TextField } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useEffect, useState } from 'react';
import { inSentence, shortSeat } from './seat-words.js';
import { type ActOnPageFragment, type ActSeatFragment, RequestSigningCodeDocument, SignJointActDocument } from './signatures.generated.js';
import { words } from './words.js';

interface Sent {
  challengeId: string;
  sentTo: string;
}

/** Where somebody signs for their seat: first a code to their own address, then the code, their name and the box. */
export function SignForm({ act, seat, name }: { act: ActOnPageFragment; seat: ActSeatFragment; name: string }) {
  const [sent, setSent] = useState<Sent | null>(null);
  const request = useAct(RequestSigningCodeDocument, { refreshes: 'nothing', onDone: setSent });
  return (
    <Section title={words.signTitle(inSentence(shortSeat(seat, act)))}>
      {sent ? (
        <TypeCode key={sent.challengeId} act={act} seat={seat} name={name} sent={sent} onAnother={() => void request.run({ seatId: seat.id })} />
      ) : (
        <div className="grid max-w-[65ch] justify-items-start gap-2">
          <p>{words.signLead}</p>
          {request.message && (
            <Notice kind="danger" live>
              {request.message}
            </Notice>
          )}
          <Button look="primary" pending={request.pending} onPress={() => void request.run({ seatId: seat.id })}>
            {words.sendCode}
          </Button>
        </div>
      )}
    </Section>
  );
}

function TypeCode({ act, seat, name, sent, onAnother }: { act: ActOnPageFragment; seat: ActSeatFragment; name: string; sent: Sent; onAnother: () => void }) {
  const [intent, setIntent] = useState(false);
  // The button that was pressed is gone; the next thing to do is to type.
  useEffect(() => document.querySelector<HTMLInputElement>('input[name=code]')?.focus(), []);
  const sign = useAct(SignJointActDocument, { idempotent: true, onDone: ({ state }) => say(state === 'complete' ? words.signedLast : words.signed, 'success') });
  const submit = (data: FormData) =>
    void sign.run({ seatId: seat.id, textHash: act.textHash, challengeId: sent.challengeId, code: String(data.get('code') ?? ''), name: String(data.get('name') ?? ''), intent });
  return (
    <Form label={words.sign} onSubmit={submit} errors={sign.fields} problem={sign.message}>
      <p role="status">{words.codeSent(sent.sentTo)}</p>
      <TextField name="code" label={words.code} hint={words.codeHint} inputMode="numeric" autoComplete="one-time-code" maxLength={11} required width="short" />
      <TextField name="name" label={words.name} hint={words.nameHint(name)} autoComplete="name" maxLength={120} required width="medium" />
      <Checkbox name="intent" checked={intent} onChange={setIntent}>
        {words.intent(seat.words)}
      </Checkbox>
      <FormActions>
        <Button type="submit" look="primary" pending={sign.pending}>
          {words.sign}
        </Button>
        <Button look="quiet" onPress={onAnother}>
          {words.another}
        </Button>
      </FormActions>
    </Form>
  );
}
