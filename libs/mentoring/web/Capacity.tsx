import { Button, Dialog, Form, FormActions, say, Section, TextField } from '@app/ui';
import { useAct } from '@app/platform/web';
import { CAPACITY_MAX } from '../contract/limits.js';
import { useState } from 'react';
import { type MentoringPageQuery, SetMentorCapacityDocument } from './mentoring.generated.js';
import { words } from './words.js';

type Desk = NonNullable<MentoringPageQuery['mentoringDesk']>;

/** How many districts a presenting district takes on; one of its three signers changes the number. */
export function Capacity({ desk }: { desk: Desk }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title={words.capacityTitle}>
      <p>{desk.capacity === 0 && desk.taken === 0 ? words.capacityNone : words.capacity(desk.taken, desk.capacity)}</p>
      {desk.viewerCan.setCapacity && (
        <Dialog title={words.capacityTitle} open={open} onOpenChange={setOpen} trigger={<Button>{words.capacityChange}</Button>}>
          {(close) => <NumberForm desk={desk} close={close} />}
        </Dialog>
      )}
    </Section>
  );
}

function NumberForm({ desk, close }: { desk: Desk; close: () => void }) {
  const [text, setText] = useState(String(desk.capacity));
  const [mistakes, setMistakes] = useState<readonly { field: string; message: string }[]>([]);
  const set = useAct(SetMentorCapacityDocument, {
    onDone: () => {
      close();
      say(words.capacitySaved, 'success');
    },
  });
  function save() {
    const capacity = /^\d{1,2}$/.test(text.trim()) ? parseInt(text, 10) : -1;
    if (capacity < 0 || capacity > CAPACITY_MAX) return setMistakes([{ field: 'capacity', message: words.capacityBad }]);
    setMistakes([]);
    void set.run({ organizationId: desk.team.id, capacity });
  }
  return (
    <Form label={words.capacityTitle} onSubmit={save} errors={mistakes.length > 0 ? mistakes : set.fields} problem={set.message}>
      <TextField name="capacity" label={words.capacityLabel} hint={words.capacityHint} inputMode="numeric" width="short" value={text} onChange={setText} required />
      <FormActions>
        <Button type="submit" look="primary" pending={set.pending}>
          {words.capacitySave}
        </Button>
        <Button onPress={close}>{words.cancel}</Button>
      </FormActions>
    </Form>
  );
}
