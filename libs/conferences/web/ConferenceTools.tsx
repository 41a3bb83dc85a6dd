import { Button, Checkbox, ComboBox, Disclosure, Form, FormActions, type Option, RadioGroup, say, Section } from '@app/ui';
import { ask, useAct } from '@app/platform/web';
import { useState } from 'react';
import { AddMaterial } from './AddMaterial.js';
import type { Conference } from './ConferencePage.js';
import { MarkTeamsDocument, PossibleTeamsDocument } from './conferences.generated.js';
import { TagConference } from './TagConference.js';
import { words } from './words.js';

/** What the organizations behind a conference do on its page. */
export function ConferenceTools({ conference }: { conference: Conference }) {
  return (
    <Section title={words.tools}>
      <Disclosure title={words.addTeam} level={3}>
        <MarkTeam conference={conference} />
      </Disclosure>
      <Disclosure title={words.addMaterial} level={3}>
        <AddMaterial conference={conference} />
      </Disclosure>
      <Disclosure title={words.tag} level={3}>
        <TagConference key={`${conference.principles.join()} ${conference.topics.join()}`} conference={conference} />
      </Disclosure>
    </Section>
  );
}

async function teamsNamed(name: string, signal: AbortSignal): Promise<Option[]> {
  const { possibleTeams } = await ask(PossibleTeamsDocument, { name }, signal);
  return possibleTeams.map((team) => ({ value: team.id, label: team.name, note: team.state ?? undefined }) as Option);
}

function MarkTeam({ conference }: { conference: Conference }) {
  const [team, setTeam] = useState<Option | null>(null);
  const [status, setStatus] = useState<'invited' | 'attending' | 'declined'>(conference.phase === 'before' ? 'invited' : 'attending');
  const [presenting, setPresenting] = useState(false);
  const mark = useAct(MarkTeamsDocument, {
    idempotent: true,
    onDone: () => {
      say(words.teamSaved(team?.label ?? ''));
      setTeam(null);
      setPresenting(false);
    },
  });
  return (
    <Form label={words.addTeam} errors={mark.fields} problem={mark.message} onSubmit={() => void mark.run({ conferenceId: conference.id, organizationIds: team ? [team.value] : [], status, ...(status === 'declined' ? {} : { presenting }) })}>
      <ComboBox name="organizationIds" label={words.chooseTeam} hint={words.chooseTeamHint} load={teamsNamed} value={team} onChange={setTeam} required />
      <RadioGroup name="status" label={words.statusField} options={conference.phase === 'after' ? words.statusOptionsAfter : words.statusOptions} value={status} onChange={(value) => setStatus(value as typeof status)} required />
      {status !== 'declined' && (
        <Checkbox name="presenting" checked={presenting} onChange={setPresenting}>
          {words.presenting}
        </Checkbox>
      )}
      <FormActions>
        <Button type="submit" pending={mark.pending}>
          {words.saveTeam}
        </Button>
      </FormActions>
    </Form>
  );
}
