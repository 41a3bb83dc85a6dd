import { Button, Form, FormActions, LinkButton, type FieldProblem, RadioGroup, Select, TextArea, TextField } from '@app/ui';
import { useVocabulary } from '@app/framework/web';
import { type ReactNode, useState } from 'react';
import type { Instrument } from './InstrumentMark.js';
import { words } from './words.js';

export interface PracticeDraft {
  principle: number | null;
  title: string;
  summary: string;
  story: string;
  instrument: Instrument | null;
  startYear: string;
  audience: 'public' | 'members';
}

export const emptyDraft: PracticeDraft = { principle: null, title: '', summary: '', story: '', instrument: null, startYear: '', audience: 'public' };

export interface PracticeInputWords extends Omit<PracticeDraft, 'principle' | 'startYear'> {
  principle: number;
  startYear: number | null;
}

interface PracticeFormProps {
  label: string;
  initial: PracticeDraft;
  button: string;
  cancelTo: string;
  pending: boolean;
  errors: readonly FieldProblem[];
  problem: ReactNode;
  onSend: (input: PracticeInputWords) => void;
  /** Fields that come first. */
  children?: ReactNode;
}

const UNKNOWN = 'unknown';
const instruments = (['contract', 'mou', 'policy', 'practice'] as const).map((value) => ({ value, label: words.instruments[value] }));

/** The words of a practice, for sharing it and for changing them later. */
export function PracticeForm({ label, initial, button, cancelTo, pending, errors, problem, onSend, children }: PracticeFormProps) {
  const { principles } = useVocabulary();
  const [draft, setDraft] = useState(initial);
  const [own, setOwn] = useState<readonly FieldProblem[] | null>(null);
  const set = (change: Partial<PracticeDraft>) => setDraft((before) => ({ ...before, ...change }));

  function send() {
    const year = draft.startYear.trim();
    const mistakes = [
      ...(draft.principle === null ? [{ field: 'principle', message: words.choosePrinciple }] : []),
      ...(year !== '' && !/^\d{4}$/.test(year) ? [{ field: 'startYear', message: words.badYear }] : []),
    ];
    setOwn(mistakes.length > 0 ? mistakes : null);
    if (draft.principle === null || mistakes.length > 0) return;
    onSend({ ...draft, principle: draft.principle, startYear: year === '' ? null : Number(year) });
  }

  return (
    <Form label={label} errors={own ?? errors} problem={own ? undefined : problem} onSubmit={send}>
      {children}
      <Select
        name="principle"
        label={words.principleLabel}
        hint={words.principleHint}
        required
        options={principles.map((principle) => ({ value: String(principle.number), label: `${principle.number} ${principle.name}` }))}
        value={draft.principle === null ? null : String(draft.principle)}
        onChange={(number) => set({ principle: Number(number) })}
      />
      <TextField name="title" label={words.titleField} hint={words.titleHint} required maxLength={140} value={draft.title} onChange={(title) => set({ title })} />
      <TextArea name="summary" label={words.summaryField} hint={words.summaryHint} required rows={5} maxLength={2000} value={draft.summary} onChange={(summary) => set({ summary })} />
      <TextArea name="story" label={words.storyField} hint={words.storyHint} required rows={8} maxLength={8000} value={draft.story} onChange={(story) => set({ story })} />
      <RadioGroup
        name="instrument"
        label={words.instrumentField}
        required
        options={[...instruments, { value: UNKNOWN, label: words.instrumentUnknown }]}
        value={draft.instrument ?? UNKNOWN}
        onChange={(value) => set({ instrument: instruments.find((known) => known.value === value)?.value ?? null })}
      />
      <TextField name="startYear" label={words.startField} hint={words.startHint} width="short" inputMode="numeric" maxLength={4} value={draft.startYear} onChange={(startYear) => set({ startYear })} />
      <RadioGroup
        name="audience"
        label={words.audienceField}
        required
        options={[
          { value: 'public', label: words.audiencePublic, note: words.audiencePublicNote },
          { value: 'members', label: words.audienceMembers, note: words.audienceMembersNote },
        ]}
        value={draft.audience}
        onChange={(audience) => set({ audience: audience === 'members' ? 'members' : 'public' })}
      />
      <FormActions>
        <Button type="submit" look="primary" pending={pending}>
          {button}
        </Button>
        <LinkButton look="quiet" to={cancelTo}>
          {words.cancel}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
