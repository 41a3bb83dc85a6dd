import { Button, CheckboxGroup, ErrorState, Form, FormActions, LinkButton, Loading, PageHeader, RadioGroup, say, Select, TextArea, TextField } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { STATE_NAMES } from '../contract/states.js';
import { DistrictProfileDocument, EditOrganizationDocument, OrganizationProfileDocument, type EditOrganizationMutationVariables } from './organizations.generated.js';
import { placeWords } from './place-words.js';
import { words } from './words.js';

type Input = EditOrganizationMutationVariables['input'];

interface Held {
  program: string;
  otherName: string | null;
  year: number | null;
  source: string | null;
}

interface Profile {
  id: string;
  path: string;
  name: string;
  isDistrict: boolean;
  summary: string | null;
  website: string | null;
  affiliation: string | null;
  affiliationOther: string | null;
  laborWord: string | null;
  laborName: string | null;
  grants: readonly Held[];
  /** For co-sponsors alone. */
  reach: { level: string | null; state: string | null } | null;
}

const UNSAID = 'unsaid';

/** Where an organization says what it wants others to know. */
export default function EditProfilePage() {
  const { slug = '' } = useParams();
  const known = useGraph(OrganizationProfileDocument, { slug });
  const isDistrict = known.data?.organization?.kind === 'district';
  const district = useGraph(DistrictProfileDocument, { slug }, { when: isDistrict });
  const organization = known.data?.organization;
  useTitle(organization ? words.edit.title(organization.name) : undefined);
  const error = known.error ?? district.error;
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void known.refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (known.isPending || (isDistrict && district.isPending)) return <Loading page lines={6} />;
  const found = district.data?.district;
  const may = found?.viewerCan.editProfile ?? (organization && 'viewerCan' in organization && organization.viewerCan?.editProfile);
  if (!organization || !may) return <PageHeader title={words.profile.edit} lead={words.edit.notYours} action={<LinkButton to="/team">{words.team.title}</LinkButton>} />;
  const base = { id: organization.id, path: organization.path, name: organization.name, isDistrict, summary: organization.summary, website: organization.website, reach: reachOf(organization) };
  const profile: Profile = found
    ? { ...base, affiliation: found.affiliation, affiliationOther: found.affiliationOther, laborWord: found.laborWord, laborName: found.laborName, grants: found.grants }
    : { ...base, affiliation: null, affiliationOther: null, laborWord: null, laborName: null, grants: [] };
  return <ProfileForm profile={profile} />;
}

function reachOf(organization: { kind: string; level?: string | null; state?: string | null }): Profile['reach'] {
  return organization.kind === 'co_sponsor' ? { level: organization.level ?? null, state: organization.state ?? null } : null;
}

/** What is no number goes to the server as it is not, and comes back with a word beside its field. */
function numberIn(text: string | null): number | null {
  return text === null ? null : Number.isInteger(Number(text)) ? Number(text) : 0;
}

/** The year of a grant and where it can be read. */
function GrantFacts({ at, name, held }: { at: number; name: string; held: Held | undefined }) {
  return (
    <div className="grid gap-2 border-l-2 border-line pl-2">
      <TextField name={`grants.${at}.year`} label={words.edit.grantYear(name)} inputMode="numeric" maxLength={4} width="short" defaultValue={held?.year?.toString() ?? ''} />
      <TextField name={`grants.${at}.source`} label={words.edit.grantSource(name)} hint={words.edit.grantSourceHint} maxLength={300} defaultValue={held?.source ?? ''} />
    </div>
  );
}

function ProfileForm({ profile }: { profile: Profile }) {
  const navigate = useNavigate();
  // The form has room for one other grant; those beyond it stay as they are.
  const [other, ...more] = profile.grants.filter((held) => held.program === 'other');
  const [affiliation, setAffiliation] = useState(profile.affiliation ?? UNSAID);
  const [laborWord, setLaborWord] = useState(profile.laborWord ?? UNSAID);
  const [level, setLevel] = useState(profile.reach?.level ?? null);
  const [state, setState] = useState(profile.reach?.state ?? null);
  const [programs, setPrograms] = useState(profile.grants.filter((held) => held.program !== 'other').map((held) => held.program));
  const [named, setNamed] = useState(other?.otherName ?? '');
  const edit = useAct(EditOrganizationDocument, {
    onDone: ({ organization }) => {
      say(words.edit.saved);
      void navigate(organization.path);
    },
  });

  function submit(data: FormData) {
    const text = (name: string): string | null => String(data.get(name) ?? '').trim() || null;
    const grants = [...programs.map((program) => ({ program })), ...(named.trim() ? [{ program: 'other', otherName: named.trim() }] : [])];
    const input = {
      organizationId: profile.id,
      summary: text('summary'),
      website: text('website'),
      ...(profile.reach && { level, state: level === 'national' ? null : state }),
      ...(profile.isDistrict && {
        affiliation: affiliation === UNSAID ? null : affiliation,
        affiliationOther: text('affiliationOther'),
        laborWord: laborWord === UNSAID ? null : laborWord,
        laborName: text('laborName'),
        // Named by their places, as the server names what is wrong with them.
        grants: [...grants.map((grant, at) => ({ ...grant, year: numberIn(text(`grants.${at}.year`)), source: text(`grants.${at}.source`) })), ...more],
      }),
    };
    void edit.run(input as Input);
  }

  const chosen = Object.entries(words.affiliations).map(([value, label]) => ({ value, label }));
  return (
    <>
      <PageHeader title={words.edit.title(profile.name)} lead={words.edit.lead} />
      <Form onSubmit={submit} errors={edit.fields} problem={edit.message}>
        <TextArea name="summary" label={words.edit.summary} hint={words.edit.summaryHint} defaultValue={profile.summary ?? ''} maxLength={1000} rows={4} />
        <TextField name="website" label={words.edit.website} type="url" defaultValue={profile.website ?? ''} maxLength={300} />
        {profile.reach && (
          <RadioGroup name="level" label={placeWords.level} required value={level} onChange={setLevel} options={Object.entries(placeWords.levels).map(([value, label]) => ({ value, label }))} />
        )}
        {profile.reach && level !== null && level !== 'national' && (
          <Select name="state" label={placeWords.levelState} required={level === 'state'} width="medium" value={state} onChange={setState} options={Object.entries(STATE_NAMES).map(([value, label]) => ({ value, label }))} />
        )}
        {profile.isDistrict && (
          <>
            <RadioGroup name="affiliation" label={words.edit.affiliation} required value={affiliation} onChange={setAffiliation} options={[...chosen, { value: UNSAID, label: words.edit.unsaid }]} />
            {affiliation === 'other' && <TextField name="affiliationOther" label={words.edit.other} defaultValue={profile.affiliationOther ?? ''} maxLength={200} required />}
            <RadioGroup
              name="laborWord"
              label={words.edit.word}
              required
              value={laborWord}
              onChange={setLaborWord}
              options={[
                { value: 'union', label: words.edit.union },
                { value: 'association', label: words.edit.association },
                { value: UNSAID, label: words.edit.unsaid },
              ]}
            />
            <TextField name="laborName" label={words.edit.laborName} defaultValue={profile.laborName ?? ''} maxLength={200} />
            <CheckboxGroup
              name="grants"
              label={words.edit.grants}
              value={programs}
              onChange={setPrograms}
              options={Object.entries(words.program)
                .filter(([value]) => value !== 'other')
                .map(([value, label]) => ({ value, label }))}
            />
            {programs.map((program, at) => (
              <GrantFacts key={program} at={at} name={words.program[program] ?? program} held={profile.grants.find((held) => held.program === program)} />
            ))}
            <TextField name="otherGrant" label={words.edit.otherGrant} value={named} onChange={setNamed} maxLength={200} />
            {named.trim() && <GrantFacts at={programs.length} name={named} held={other} />}
          </>
        )}
        <FormActions>
          <Button type="submit" look="primary" pending={edit.pending}>
            {words.edit.save}
          </Button>
          <LinkButton to={profile.path} look="quiet">
            {words.edit.cancel}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
