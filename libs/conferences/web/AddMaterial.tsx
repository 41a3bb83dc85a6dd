import { Button, ComboBox, Form, FormActions, type Option, RadioGroup, say, Select, TextField } from '@app/ui';
import { ask, useAct } from '@app/platform/web';
import { useState } from 'react';
import type { Conference } from './ConferencePage.js';
import { AddMaterialDocument, PossibleMaterialsDocument } from './conferences.generated.js';
import { words } from './words.js';

const NOTHING = { title: '', link: '', note: '' };
const NOBODY = 'nobody';

/** Hands out something in the library, or a link, and says which team showed it. */
export function AddMaterial({ conference }: { conference: Conference }) {
  const [material, setMaterial] = useState(NOTHING);
  const [resource, setResource] = useState<Option | null>(null);
  const [team, setTeam] = useState(NOBODY);
  const [readers, setReaders] = useState<'everyone' | 'members' | 'attendees'>('attendees');
  const add = useAct(AddMaterialDocument, {
    idempotent: true,
    onDone: () => {
      say(words.materialSaved);
      setMaterial(NOTHING);
      setResource(null);
      setTeam(NOBODY);
    },
  });
  const set = (field: keyof typeof NOTHING) => (value: string) => setMaterial((before) => ({ ...before, [field]: value }));
  const load = async (title: string, signal: AbortSignal): Promise<Option[]> => {
    const { possibleMaterials } = await ask(PossibleMaterialsDocument, { conferenceId: conference.id, title }, signal);
    return possibleMaterials.map((one) => ({ value: one.id, label: one.title, note: one.by }));
  };
  const choose = (chosen: Option | null) => {
    setResource(chosen);
    if (chosen) setMaterial((before) => ({ ...before, title: before.title || chosen.label, link: '' }));
  };
  const presenting = conference.teams.filter((one) => one.presenting);
  return (
    <Form
      label={words.addMaterial}
      errors={add.fields}
      problem={add.message}
      onSubmit={() => void add.run({ conferenceId: conference.id, ...material, link: resource ? null : material.link, resourceId: resource?.value ?? null, teamId: team === NOBODY ? null : team, readers })}
    >
      <ComboBox name="resourceId" label={words.fromLibrary} hint={words.fromLibraryHint} load={load} value={resource} onChange={choose} />
      {!resource && <TextField name="link" label={words.link} hint={words.linkHint} value={material.link} onChange={set('link')} maxLength={2000} required />}
      <TextField name="title" label={words.materialTitle} value={material.title} onChange={set('title')} maxLength={200} required />
      {presenting.length > 0 && (
        <Select name="teamId" label={words.shownBy} width="medium" required value={team} onChange={setTeam} options={[{ value: NOBODY, label: words.shownByNobody }, ...presenting.map((one) => ({ value: one.organizationId, label: one.name }))]} />
      )}
      <TextField name="note" label={words.note} value={material.note} onChange={set('note')} maxLength={300} />
      <RadioGroup name="readers" label={words.readers} options={words.readersOptions} value={readers} onChange={(value) => setReaders(value as typeof readers)} required />
      <FormActions>
        <Button type="submit" pending={add.pending}>
          {words.saveMaterial}
        </Button>
      </FormActions>
    </Form>
  );
}
