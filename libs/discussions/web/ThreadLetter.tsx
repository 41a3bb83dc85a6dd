import { Button, Dialog, Form, FormActions, Letter, MarkdownField, say } from '@app/ui';
import { SlotParts, useAct } from '@app/platform/web';
import { ReportLink } from '@app/moderation/web';
import { useEffect, useRef, useState } from 'react';
import { LETTER_MAX } from '../contract/limits.js';
import { letterSlot } from './slots.js';
import { DeletePostDocument, EditPostDocument } from './Thread.generated.js';
import type { LetterWords } from './useLetters.js';
import { signatureOf } from './voice.js';
import { words } from './words.js';

export interface ThreadLetterProps {
  threadId: string;
  letter: LetterWords;
  isNew: boolean;
  /** The letter as it reads after an edit or removal. */
  onChanged: (letter: LetterWords) => void;
}

/** One letter with what may be done about it; its own writer edits in place. */
export function ThreadLetter({ threadId, letter, isNew, onChanged }: ThreadLetterProps) {
  const [editing, setEditing] = useState(false);
  const { id, number, body, at, editedAt, state, viewerCan } = letter;
  const text = state === 'removed' ? words.removed : state === 'taken_down' ? `${words.takenDown}${body ? `\n\n${words.takenDownOwn}\n\n${body}` : ''}` : body;
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone while one writes; afterwards the keyboard goes on where it was.
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('.ui-letter-actions button')?.focus());
  };
  const acts = state === 'here' && (
    <>
      {editedAt && <span className="letters-mark">{words.edited}</span>}
      {viewerCan.edit && (
        <Button look="quiet" onPress={() => setEditing(true)}>
          {words.edit}
        </Button>
      )}
      {viewerCan.delete && <RemoveLetter id={id} onChanged={onChanged} />}
      {!viewerCan.edit && <ReportLink kind="post" id={id} of={words.letterOf(signatureOf(letter.voice).name)} />}
      <SlotParts slot={letterSlot} props={{ kind: 'post', id, path: `/threads/${threadId}?from=${number}` }} />
    </>
  );
  return (
    <div ref={place}>
      {editing ? (
        <EditLetter letter={letter} onClose={close} onChanged={onChanged} />
      ) : (
        <Letter {...signatureOf(letter.voice)} at={at} text={text} isNew={isNew} anchor={`letter-${number}`} actions={acts} />
      )}
    </div>
  );
}

function EditLetter({ letter, onClose, onChanged }: { letter: LetterWords; onClose: () => void; onChanged: (letter: LetterWords) => void }) {
  const [body, setBody] = useState(letter.body);
  const edit = useAct(EditPostDocument, {
    idempotent: true,
    refreshes: 'nothing',
    onDone: (changed) => {
      onChanged(changed);
      onClose();
      say(words.savedSaid);
    },
  });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('textarea')?.focus(), []);
  return (
    <div ref={place} className="letters-own" id={`letter-${letter.number}`}>
      <Form label={words.edit} errors={edit.fields} problem={edit.message} onSubmit={() => void edit.run({ postId: letter.id, body })}>
        <MarkdownField name="body" label={words.editLabel} value={body} onChange={setBody} maxLength={LETTER_MAX} required />
        <FormActions>
          <Button type="submit" pending={edit.pending}>
            {words.save}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {words.cancel}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

function RemoveLetter({ id, onChanged }: { id: string; onChanged: (letter: LetterWords) => void }) {
  const remove = useAct(DeletePostDocument, {
    refreshes: ['Threads'],
    onDone: (changed) => {
      onChanged(changed);
      say(words.removedSaid);
    },
  });
  return (
    <Dialog
      role="alertdialog"
      title={words.removeTitle}
      trigger={<Button look="quiet">{words.remove}</Button>}
      actions={(close) => (
        <>
          <Button look="danger" pending={remove.pending} onPress={() => void remove.run({ postId: id }).then((done) => done && close())}>
            {words.removeConfirm}
          </Button>
          <Button onPress={close}>{words.removeKeep}</Button>
        </>
      )}
    >
      <p>{words.removeText}</p>
      {remove.message && <p role="alert">{remove.message}</p>}
    </Dialog>
  );
}
