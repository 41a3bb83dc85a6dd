import { Button, Form, FormActions, LinkButton, RadioGroup, TextArea, TextField } from '@app/ui';
import type { FieldMessage } from '@app/platform/web';
import { useState } from 'react';
import { SUMMARY_MAX, TITLE_MAX } from '../contract/limits.js';
import { words } from './words.js';

export interface CollectionFields {
  title: string;
  summary: string;
  audience: string;
}

export interface CollectionFormProps {
  start?: CollectionFields;
  readers: readonly { key: string; name: string | null }[];
  errors: readonly FieldMessage[];
  problem: string | null;
  pending: boolean;
  submit: string;
  cancelTo: string;
  onSubmit: (fields: CollectionFields) => void;
}

/** What is filled in to begin or change a collection. */
export function CollectionForm({ start, readers, errors, problem, pending, submit, cancelTo, onSubmit }: CollectionFormProps) {
  const [title, setTitle] = useState(start?.title ?? '');
  const [summary, setSummary] = useState(start?.summary ?? '');
  const [audience, setAudience] = useState(start?.audience ?? readers[0]?.key ?? 'members');
  return (
    <Form errors={errors} problem={problem} onSubmit={() => onSubmit({ title, summary, audience })}>
      <TextField name="title" label={words.name} hint={words.nameHint} value={title} onChange={setTitle} maxLength={TITLE_MAX} required />
      <TextArea name="summary" label={words.summary} hint={words.summaryHint} value={summary} onChange={setSummary} rows={3} maxLength={SUMMARY_MAX} />
      <RadioGroup
        name="audience"
        label={words.pickReaders}
        hint={words.readersNote}
        required
        value={audience}
        onChange={setAudience}
        options={readers.map(({ key, name }) => ({ value: key, label: name === null ? (words.audience[key.split(':')[0] ?? ''] ?? key) : key.startsWith('conference:') ? words.conferenceReaders(name) : words.team(name) }))}
      />
      <FormActions>
        <Button type="submit" look="primary" pending={pending}>
          {submit}
        </Button>
        <LinkButton to={cancelTo} look="quiet">
          {words.cancel}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
