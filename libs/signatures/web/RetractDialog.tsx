import { Button, Dialog, Form, FormActions, say, TextArea } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { REASON_MAX } from '../contract/limits.js';
import { RetractJointActDocument } from './signatures.generated.js';
import { words } from './words.js';

/** Takes an open text back, after a second look and with a word if one likes. */
export function RetractDialog({ actId }: { actId: string }) {
  return (
    <Dialog title={words.retractTitle} trigger={<Button look="quiet">{words.retract}</Button>}>
      {(close) => <Word actId={actId} close={close} />}
    </Dialog>
  );
}

function Word({ actId, close }: { actId: string; close: () => void }) {
  const [reason, setReason] = useState('');
  const retract = useAct(RetractJointActDocument, {
    idempotent: true,
    onDone: () => {
      close();
      say(words.retracted);
    },
  });
  return (
    <Form label={words.retract} onSubmit={() => void retract.run({ actId, reason })} errors={retract.fields} problem={retract.message}>
      <p>{words.retractLead}</p>
      <TextArea name="reason" label={words.reasonOptional} rows={3} maxLength={REASON_MAX} value={reason} onChange={setReason} />
      <FormActions>
        <Button type="submit" look="danger" pending={retract.pending}>
          {words.retract}
        </Button>
        <Button onPress={close}>{words.keep}</Button>
      </FormActions>
    </Form>
  );
}
