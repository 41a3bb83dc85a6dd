import { Button, Dialog, Form, FormActions, RadioGroup, say, TextField } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { SaveSearchDocument } from './saved.generated.js';
import { words } from './words.js';

export interface SaveSearchProps {
  filter: { text: string; kinds: string[] | null; principle: number | null; topic: string | null; state: string | null; form: string | null; licence: string | null; endorsed: string | null };
  /** What it would be called. */
  suggestion: string;
}

/** Keeps what is looked for, with how often its owner wants to hear of what is new. */
export function SaveSearch({ filter, suggestion }: SaveSearchProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog title={words.saveTitle} trigger={<Button>{words.save}</Button>} open={open} onOpenChange={setOpen}>
      {(close) => <SaveForm filter={filter} suggestion={suggestion} onSaved={close} />}
    </Dialog>
  );
}

function SaveForm({ filter, suggestion, onSaved }: SaveSearchProps & { onSaved: () => void }) {
  const [name, setName] = useState(suggestion);
  const [often, setOften] = useState<'weekly' | 'at_once' | 'never'>('weekly');
  const save = useAct(SaveSearchDocument, {
    idempotent: true,
    refreshes: ['MySavedSearches'],
    onDone: (saved) => {
      say(words.savedSearch(saved.name));
      onSaved();
    },
  });
  return (
    <Form label={words.saveTitle} errors={save.fields} problem={save.message} onSubmit={() => void save.run({ name, often, filter: { ...filter, text: filter.text || null } })}>
      <TextField name="name" label={words.saveName} value={name} onChange={setName} maxLength={120} required />
      <RadioGroup name="often" label={words.often} options={words.oftenOptions} value={often} onChange={(value) => setOften(value as typeof often)} required />
      <FormActions>
        <Button type="submit" look="primary" pending={save.pending}>
          {words.saveNow}
        </Button>
      </FormActions>
    </Form>
  );
}
