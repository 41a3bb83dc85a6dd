import { Breadcrumbs, Button, Form, FormActions, LinkButton, PageHeader, RadioGroup, say, Select, TextArea, TextField } from '@app/ui';
import { type FieldMessage, useAct, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { STATE_NAMES } from '../contract/states.js';
import { placeWords as words } from './place-words.js';
import { AddOrganizationDocument, type AddOrganizationMutationVariables } from './places.generated.js';
import { words as shared } from './words.js';

type Input = AddOrganizationMutationVariables['input'];

const KINDS = ['state_team', 'co_sponsor', 'foundation', 'other'] as const satisfies readonly Input['kind'][];
const LEVELS = ['national', 'state', 'regional'] as const;
const states = Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }));

/** Where a steward adds an organization that no federal list names. */
export default function AddOrganizationPage() {
  useTitle(words.add);
  const navigate = useNavigate();
  const [kind, setKind] = useState<(typeof KINDS)[number] | null>(null);
  const [level, setLevel] = useState<(typeof LEVELS)[number] | null>(null);
  const [state, setState] = useState<string | null>(null);
  const [missing, setMissing] = useState<readonly FieldMessage[]>([]);
  const add = useAct(AddOrganizationDocument, {
    idempotent: true,
    onDone: ({ organization }) => {
      say(words.added, 'success');
      void navigate(organization.path);
    },
  });
  const needsState = kind === 'state_team' || (kind === 'co_sponsor' && level !== null && level !== 'national');

  function submit(data: FormData) {
    setMissing(kind ? [] : [{ field: 'kind', message: words.chooseKind }]);
    if (!kind) return;
    const text = (name: string): string | null => String(data.get(name) ?? '').trim() || null;
    void add.run({ kind, name: text('name') ?? '', abbreviation: text('abbreviation'), level: kind === 'co_sponsor' ? level : null, state: needsState ? state : null, summary: text('summary') });
  }

  return (
    <>
      <PageHeader above={<Breadcrumbs steps={[{ label: shared.organizations, to: '/organizations' }]} />} title={words.add} lead={words.addLead} />
      <Form errors={missing.length > 0 ? missing : add.fields} problem={add.message} onSubmit={submit}>
        <RadioGroup
          name="kind"
          label={words.addKind}
          required
          value={kind}
          onChange={(value) => setKind(KINDS.find((one) => one === value) ?? null)}
          options={KINDS.map((value) => ({ value, label: words.addKinds[value] ?? value }))}
        />
        <TextField name="name" label={words.addName} maxLength={200} required />
        <TextField name="abbreviation" label={words.addAbbreviation} maxLength={20} width="short" />
        {kind === 'co_sponsor' && (
          <RadioGroup
            name="level"
            label={words.addLevel}
            required
            value={level}
            onChange={(value) => setLevel(LEVELS.find((one) => one === value) ?? null)}
            options={LEVELS.map((value) => ({ value, label: words.levels[value] ?? value }))}
          />
        )}
        {needsState && <Select name="state" label={words.addState} required={kind === 'state_team' || level === 'state'} width="medium" value={state} onChange={setState} options={states} />}
        <TextArea name="summary" label={words.addSummary} maxLength={1000} rows={3} />
        <FormActions>
          <Button type="submit" look="primary" pending={add.pending}>
            {words.add}
          </Button>
          <LinkButton to="/organizations" look="quiet">
            {shared.edit.cancel}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
