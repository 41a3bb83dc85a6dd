import { Breadcrumbs, Button, CheckboxGroup, EmptyState, ErrorState, Form, FormActions, LinkButton, Loading, PageHeader, say, Select, TextArea, TextField } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { PrinciplePicker, TopicPicker } from '@app/framework/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { MayOpenConferenceDocument, OpenConferenceDocument, PossibleCoSponsorsDocument } from './conferences.generated.js';
import { words } from './words.js';

const NOTHING = { title: '', city: '', state: '', starts: '', ends: '', theme: '', summary: '' };

/** Announces a conference. */
export default function NewConferencePage() {
  useTitle(words.newTitle);
  const may = useGraph(MayOpenConferenceDocument, {});
  if (may.error)
    return (
      <ErrorState level={1} onRetry={() => void may.refetch()}>
        {may.error.message}
      </ErrorState>
    );
  if (!may.data) return <Loading page lines={6} />;
  return (
    <>
      <PageHeader above={<Breadcrumbs steps={[{ label: words.all, to: '/conferences' }]} />} title={words.newTitle} lead={may.data.mayOpenConference ? words.newLead : undefined} />
      {may.data.mayOpenConference ? (
        <NewConference />
      ) : (
        <EmptyState title={words.notYoursTitle} action={<LinkButton to="/conferences">{words.all}</LinkButton>}>
          {words.notYours}
        </EmptyState>
      )}
    </>
  );
}

function NewConference() {
  const navigate = useNavigate();
  const [facts, setFacts] = useState(NOTHING);
  const [zone, setZone] = useState('America/Chicago');
  const [principles, setPrinciples] = useState<readonly number[]>([]);
  const [topics, setTopics] = useState<readonly string[]>([]);
  const [coSponsorIds, setCoSponsorIds] = useState<string[]>([]);
  const sponsors = useGraph(PossibleCoSponsorsDocument, {}).data?.possibleCoSponsors ?? [];
  const open = useAct(OpenConferenceDocument, {
    idempotent: true,
    onDone: (made) => {
      say(words.announced);
      void navigate(`/conferences/${made.slug}`);
    },
  });
  const set = (field: keyof typeof NOTHING) => (value: string) => setFacts((before) => ({ ...before, [field]: value }));
  return (
    <Form label={words.newTitle} errors={open.fields} problem={open.message} onSubmit={() => void open.run({ ...facts, state: facts.state.trim().toUpperCase() || null, starts: facts.starts.slice(0, 16), ends: facts.ends.slice(0, 16), zone, principles: [...principles], topics: [...topics], coSponsorIds })}>
      <TextField name="title" label={words.fields.title} value={facts.title} onChange={set('title')} maxLength={160} required />
      <TextField name="city" label={words.fields.city} value={facts.city} onChange={set('city')} maxLength={80} width="medium" required />
      <TextField name="state" label={words.fields.state} hint={words.fields.stateHint} value={facts.state} onChange={set('state')} maxLength={2} width="short" />
      <Select name="zone" label={words.fields.zone} options={words.zones} value={zone} onChange={setZone} width="medium" required />
      <TextField name="starts" type="datetime-local" label={words.fields.starts} hint={words.fields.startsHint} value={facts.starts} onChange={set('starts')} width="medium" required />
      <TextField name="ends" type="datetime-local" label={words.fields.ends} hint={words.fields.endsHint} value={facts.ends} onChange={set('ends')} width="medium" required />
      <TextField name="theme" label={words.fields.theme} value={facts.theme} onChange={set('theme')} maxLength={200} />
      <TextArea name="summary" label={words.fields.summary} value={facts.summary} onChange={set('summary')} maxLength={4000} />
      <PrinciplePicker value={principles} onChange={setPrinciples} />
      <TopicPicker value={topics} onChange={setTopics} />
      {sponsors.length > 0 && <CheckboxGroup name="coSponsorIds" label={words.fields.coSponsors} hint={words.fields.coSponsorsHint} options={sponsors.map(({ id, name }) => ({ value: id, label: name }))} value={coSponsorIds} onChange={setCoSponsorIds} />}
      <FormActions>
        <Button type="submit" look="primary" pending={open.pending}>
          {words.announceDo}
        </Button>
        <LinkButton to="/conferences" look="quiet">
          {words.notYet}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
