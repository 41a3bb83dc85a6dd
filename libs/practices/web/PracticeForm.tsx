import { Button, Disclosure, Form, FormActions, LinkButton, type FieldProblem, RadioGroup, Select, TextArea, TextField } from '@app/ui';
import { useVocabulary } from '@app/framework/web';
import { type ReactNode, useState } from 'react';
import { LIMITS } from '../contract/limits.js';
import { PATHWAYS } from '../contract/asked.js';
import { FigureFields, OutcomeFields } from './FactFields.js';
import { type PracticeDraft, inputOf, mistakesIn, type PracticeInputWords } from './draft.js';
import { words } from './words.js';

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
  // What is told already is seen at once; for a new practice the rest is one press away.
  const [begunMore] = useState(() => [initial.whatFailed, initial.cost, initial.timeNeeded, initial.funder, initial.consultant, initial.pathway].some(Boolean) || initial.outcomes.length > 0);
  const set = (change: Partial<PracticeDraft>) => setDraft((before) => ({ ...before, ...change }));

  function send() {
    const mistakes = mistakesIn(draft);
    setOwn(mistakes.length > 0 ? mistakes : null);
    const input = inputOf(draft);
    if (input && mistakes.length === 0) onSend(input);
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
      <FigureFields figures={draft.thresholds} onChange={(thresholds) => set({ thresholds })} />
      <div className="ui-field-row sm:grid-cols-3">
        <TextField name="startYear" label={words.startField} hint={words.startHint} inputMode="numeric" maxLength={4} value={draft.startYear} onChange={(startYear) => set({ startYear })} />
        <TextField name="expandedYear" label={words.expandedField} hint={words.expandedHint} inputMode="numeric" maxLength={4} value={draft.expandedYear} onChange={(expandedYear) => set({ expandedYear })} />
        <TextField name="endYear" label={words.endField} hint={words.endHint} inputMode="numeric" maxLength={4} value={draft.endYear} onChange={(endYear) => set({ endYear })} />
      </div>
      <RadioGroup
        name="pilot"
        label={words.pilotField}
        required
        options={[
          { value: 'adopted', label: words.adoptedOption },
          { value: 'pilot', label: words.pilotOption },
          { value: UNKNOWN, label: words.instrumentUnknown },
        ]}
        value={draft.pilot === null ? UNKNOWN : draft.pilot ? 'pilot' : 'adopted'}
        onChange={(value) => set({ pilot: value === UNKNOWN ? null : value === 'pilot' })}
      />
      <Disclosure title={words.moreFacts} level={2} defaultOpen={begunMore}>
        <div className="grid gap-3">
          <p className="text-quiet">{words.moreFactsHint}</p>
          <TextArea name="whatFailed" label={words.whatFailedField} rows={3} maxLength={LIMITS.whatFailed} value={draft.whatFailed} onChange={(whatFailed) => set({ whatFailed })} />
          <TextArea name="cost" label={words.costField} hint={words.costHint} rows={2} maxLength={LIMITS.aside} value={draft.cost} onChange={(cost) => set({ cost })} />
          <TextArea name="timeNeeded" label={words.timeField} hint={words.timeHint} rows={2} maxLength={LIMITS.aside} value={draft.timeNeeded} onChange={(timeNeeded) => set({ timeNeeded })} />
          <div className="grid gap-2 sm:grid-cols-2">
            <TextField name="funder" label={words.funder} maxLength={200} value={draft.funder} onChange={(funder) => set({ funder })} />
            <TextField name="consultant" label={words.consultant} maxLength={200} value={draft.consultant} onChange={(consultant) => set({ consultant })} />
          </div>
          <RadioGroup
            name="pathway"
            label={words.pathwayField}
            options={[...PATHWAYS.map((value) => ({ value, label: words.pathways[value] })), { value: UNKNOWN, label: words.instrumentUnknown }]}
            value={draft.pathway ?? UNKNOWN}
            onChange={(value) => set({ pathway: PATHWAYS.find((known) => known === value) ?? null })}
          />
          <OutcomeFields outcomes={draft.outcomes} onChange={(outcomes) => set({ outcomes })} />
        </div>
      </Disclosure>
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
