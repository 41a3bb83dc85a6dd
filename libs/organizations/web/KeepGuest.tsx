import { Button, Dialog, Form, FormActions, say, TextField } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { placeWords as words } from './place-words.js';
import { KeepGuestDocument } from './places.generated.js';

/** Changes the day on which a guest's access ends by itself. */
export function KeepGuest({ seatId, name }: { seatId: string; name: string }) {
  const [open, setOpen] = useState(false);
  const keep = useAct(KeepGuestDocument, {
    onDone: () => {
      setOpen(false);
      say(words.kept, 'success');
    },
  });
  return (
    <Dialog title={words.longerTitle(name)} open={open} onOpenChange={setOpen} trigger={<Button look="quiet">{words.longer}</Button>}>
      <Form errors={keep.fields} problem={keep.message} onSubmit={(data) => void keep.run({ seatId, until: String(data.get('until') ?? '') })}>
        <TextField name="until" type="date" label={words.lastDay} hint={words.lastDayHint} required width="medium" />
        <FormActions>
          <Button type="submit" look="primary" pending={keep.pending}>
            {words.save}
          </Button>
          <Button look="quiet" onPress={() => setOpen(false)}>
            {words.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
