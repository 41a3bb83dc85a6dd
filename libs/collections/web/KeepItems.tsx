import { Button, Disclosure, Form, FormActions, Notice, say, Section, TextArea, TextField } from '@app/ui';
import { useAct } from '@app/platform/web';
import { resourceIdIn } from '@app/resources/web';
import { useState } from 'react';
import { NOTE_MAX } from '../contract/limits.js';
import type { CollectionShown } from './CollectionPage.js';
import { AddToCollectionDocument, MoveCollectionItemDocument, NoteCollectionItemDocument, TakeOutOfCollectionDocument } from './collections.generated.js';
import { words } from './words.js';

/** What its keepers do with one thing on a shelf: move it, change the word on it, take it out. By buttons, so that a keyboard and a phone do it as well. */
export function ItemTools({ items, at }: { items: CollectionShown['items']; at: number }) {
  const [note, setNote] = useState(items[at]?.note ?? '');
  const move = useAct(MoveCollectionItemDocument);
  const takeOut = useAct(TakeOutOfCollectionDocument, { onDone: () => say(words.takenOut) });
  const change = useAct(NoteCollectionItemDocument, { idempotent: true, onDone: () => say(words.saved) });
  const item = items[at];
  if (!item) return null;
  const { title } = item.resource;
  async function moveTo(place: number, beforeId: string | null): Promise<void> {
    if (item && (await move.run({ itemId: item.id, beforeId }))) say(words.moved(title, place + 1));
  }
  const failed = move.message ?? takeOut.message;
  return (
    <div className="print:hidden">
      <div className="flex flex-wrap gap-x-3 gap-y-1">
        <Button look="quiet" icon="up" isDisabled={at === 0 || move.pending} aria-label={`${words.up}: ${title}`} onPress={() => void moveTo(at - 1, items[at - 1]?.id ?? null)}>
          {words.up}
        </Button>
        <Button look="quiet" icon="down" isDisabled={at === items.length - 1 || move.pending} aria-label={`${words.down}: ${title}`} onPress={() => void moveTo(at + 1, items[at + 2]?.id ?? null)}>
          {words.down}
        </Button>
        <Button look="quiet" icon="close" pending={takeOut.pending} aria-label={`${words.takeOut}: ${title}`} onPress={() => void takeOut.run({ itemId: item.id })}>
          {words.takeOut}
        </Button>
      </div>
      <Disclosure title={words.changeNote} level={4} quiet>
        <Form label={`${words.changeNote}: ${title}`} errors={change.fields} problem={change.message} onSubmit={() => void change.run({ itemId: item.id, note })}>
          <TextArea name="note" label={words.note} value={note} onChange={setNote} rows={2} maxLength={NOTE_MAX} />
          <FormActions>
            <Button type="submit" pending={change.pending}>
              {words.saveNote}
            </Button>
          </FormActions>
        </Form>
      </Disclosure>
      {failed && <Notice kind="danger" live title={failed} />}
    </div>
  );
}

/** How something of the library comes to the end of a shelf. */
export function AddSomething({ collectionId }: { collectionId: string }) {
  const [address, setAddress] = useState('');
  const [note, setNote] = useState('');
  const [mistake, setMistake] = useState(false);
  const add = useAct(AddToCollectionDocument, {
    idempotent: true,
    onDone: () => {
      say(words.added);
      setAddress('');
      setNote('');
    },
  });
  return (
    <Section title={words.add}>
      <Form
        label={words.add}
        errors={add.fields}
        problem={add.message}
        onSubmit={() => {
          const resourceId = resourceIdIn(address);
          setMistake(resourceId === null);
          if (resourceId) void add.run({ collectionId, resourceId, note });
        }}
      >
        <TextField name="resourceId" label={words.address} hint={words.addressHint} value={address} onChange={setAddress} maxLength={300} {...(mistake ? { error: words.addressHint } : {})} required />
        <TextArea name="note" label={words.note} value={note} onChange={setNote} rows={2} maxLength={NOTE_MAX} />
        <FormActions>
          <Button type="submit" pending={add.pending}>
            {words.addIt}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
