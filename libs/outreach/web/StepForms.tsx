import { Button, Form, FormActions, MarkdownField, RadioGroup, say, Select, TextField } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import type { LadderOf, Step } from './ConferenceLadder.js';
import { EditStepDocument, PlanLadderDocument } from './outreach.generated.js';
import { spanParts, words } from './words.js';

type Unit = 'minutes' | 'hours' | 'days' | 'weeks';
interface FormProps {
  conference: LadderOf;
  /** The step to change; a new one without it. */
  step?: Step;
  onDone: () => void;
}

/** When a step comes, counted from the end. */
function Span({ amount, unit, onAmount, onUnit }: { amount: string; unit: Unit; onAmount: (amount: string) => void; onUnit: (unit: Unit) => void }) {
  return (
    <fieldset>
      <legend className="ui-label">{words.when}</legend>
      <div className="flex flex-wrap gap-2">
        <TextField name="amount" label={words.amount} inputMode="numeric" value={amount} onChange={onAmount} width="short" maxLength={6} required />
        <RadioGroup name="unit" label={words.unit} options={words.units} value={unit} onChange={(value) => onUnit(value as Unit)} required />
      </div>
    </fieldset>
  );
}

/** Sends what a form holds: as a new step, or as a change of one. The server names fields inside the step. */
function useSave({ conference, step, onDone }: FormProps) {
  const done = () => {
    say(words.saved);
    onDone();
  };
  const plan = useAct(PlanLadderDocument, { idempotent: true, onDone: done });
  const edit = useAct(EditStepDocument, { idempotent: true, onDone: done });
  const act = step ? edit : plan;
  return {
    act,
    fields: useNamed(act.fields),
    save: (draft: Parameters<typeof edit.run>[0]['step']) => void (step ? edit.run({ stepId: step.id, step: draft }) : plan.run({ conferenceId: conference.id, steps: [draft] })),
  };
}

function useNamed(fields: readonly { field: string; message: string }[]) {
  const [kept, setKept] = useState({ fields, named: fields });
  if (kept.fields !== fields) {
    const named = fields.map(({ field, message }) => ({ field: field.split('.').at(-1) ?? field, message }));
    setKept({ fields, named });
    return named;
  }
  return kept.named;
}

const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : -1);

/** A digest to those who came, at one more moment. */
export function AddDigest(props: FormProps) {
  const before = props.step ? spanParts(props.step.days, props.step.minutes) : { amount: 3, unit: 'days' as const };
  const [amount, setAmount] = useState(String(before.amount));
  const [unit, setUnit] = useState<Unit>(before.unit);
  const { act, fields, save } = useSave(props);
  return (
    <Form label={words.addDigest} errors={fields} problem={act.message} onSubmit={() => save({ kind: 'digest', audience: 'attended', amount: whole(amount), unit })}>
      <Span amount={amount} unit={unit} onAmount={setAmount} onUnit={setUnit} />
      <FormActions>
        <Button type="submit" look="primary" pending={act.pending}>
          {props.step ? words.saveChange : words.save}
        </Button>
        <Button look="quiet" onPress={props.onDone}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}

/** A letter in the name of a leader of the writer's own organization. */
export function MessageForm(props: FormProps) {
  const { conference, step } = props;
  const mine = conference.sponsors.filter(({ organizationId }) => conference.ladder.signsFor.includes(organizationId));
  const before = step ? spanParts(step.days, step.minutes) : { amount: 1, unit: 'days' as const };
  const [amount, setAmount] = useState(String(before.amount));
  const [unit, setUnit] = useState<Unit>(before.unit);
  const [audience, setAudience] = useState<'attended' | 'absent'>(step?.audience ?? 'attended');
  const [fromOrganizationId, setFrom] = useState(step?.fromOrganizationId ?? mine[0]?.organizationId ?? '');
  const [text, setText] = useState({ fromName: step?.fromName ?? '', fromTitle: step?.fromTitle ?? '', subject: step?.subject ?? '', body: step?.body ?? '' });
  const set = (field: keyof typeof text) => (value: string) => setText((now) => ({ ...now, [field]: value }));
  const { act, fields, save } = useSave(props);
  return (
    <Form label={words.writeMessage} errors={fields} problem={act.message} onSubmit={() => save({ kind: 'message', audience, amount: whole(amount), unit, fromOrganizationId, ...text })}>
      <p className="text-quiet">{words.messageLead}</p>
      <RadioGroup name="audience" label={words.to} options={words.audiences} value={audience} onChange={(value) => setAudience(value as typeof audience)} required />
      <Span amount={amount} unit={unit} onAmount={setAmount} onUnit={setUnit} />
      {mine.length > 1 && <Select name="fromOrganizationId" label={words.from} options={mine.map(({ organizationId, name }) => ({ value: organizationId, label: name }))} value={fromOrganizationId} onChange={setFrom} required />}
      <TextField name="fromName" label={words.name} hint={words.nameHint} value={text.fromName} onChange={set('fromName')} maxLength={120} width="medium" required />
      <TextField name="fromTitle" label={words.leaderTitle} hint={words.leaderTitleHint} value={text.fromTitle} onChange={set('fromTitle')} maxLength={120} width="medium" />
      <TextField name="subject" label={words.subject} value={text.subject} onChange={set('subject')} maxLength={150} required />
      <MarkdownField name="body" label={words.body} value={text.body} onChange={set('body')} maxLength={10_000} required />
      <FormActions>
        <Button type="submit" look="primary" pending={act.pending}>
          {step ? words.saveChange : words.save}
        </Button>
        <Button look="quiet" onPress={props.onDone}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
