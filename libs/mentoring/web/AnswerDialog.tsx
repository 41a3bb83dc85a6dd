import { Button, Dialog, Form, FormActions, say, TextArea } from '@app/ui';
import { useAct } from '@app/platform/web';
import { WORDS_MAX } from '../contract/limits.js';
import { useState } from 'react';
import { AcceptMentoringDocument, DeclineMentoringDocument } from './mentoring.generated.js';
import { words } from './words.js';

const said = {
  accept: { button: words.accept, title: words.acceptTitle, lead: words.acceptLead, label: words.acceptWord, hint: words.acceptHint, done: words.accepted },
  decline: { button: words.decline, title: words.declineTitle, lead: words.declineLead, label: words.declineWord, hint: words.declineHint, done: words.declined },
};

interface AnswerProps {
  answer: 'accept' | 'decline';
  linkId: string;
  name: string;
  disabled?: boolean;
}

/** A mentor's yes or no, with a word. */
export function AnswerDialog({ answer, linkId, name, disabled = false }: AnswerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={said[answer].title(name)}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look={answer === 'accept' ? 'primary' : 'secondary'} isDisabled={disabled}>
          {said[answer].button}
        </Button>
      }
    >
      {(close) => <Word answer={answer} linkId={linkId} close={close} />}
    </Dialog>
  );
}

function Word({ answer, linkId, close }: { answer: 'accept' | 'decline'; linkId: string; close: () => void }) {
  const [text, setText] = useState('');
  const { lead, label, hint, button, done } = said[answer];
  const options = {
    idempotent: true,
    onDone: () => {
      close();
      say(done, 'success');
    },
  } as const;
  const accept = useAct(AcceptMentoringDocument, options);
  const decline = useAct(DeclineMentoringDocument, options);
  const act = answer === 'accept' ? accept : decline;
  return (
    <Form label={button} onSubmit={() => void act.run({ linkId, words: text })} errors={act.fields} problem={act.message}>
      <p>{lead}</p>
      <TextArea name="words" label={label} hint={hint} rows={4} maxLength={WORDS_MAX} value={text} onChange={setText} required />
      <FormActions>
        <Button type="submit" look="primary" pending={act.pending}>
          {button}
        </Button>
        <Button onPress={close}>{words.cancel}</Button>
      </FormActions>
    </Form>
  );
}
