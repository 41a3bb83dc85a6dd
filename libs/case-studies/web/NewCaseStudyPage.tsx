import { Button, CheckboxGroup, ErrorState, type FieldProblem, Form, FormActions, LinkButton, Loading, PageHeader, say, Select, TextField } from '@app/ui';
import { useVocabulary } from '@app/framework/web';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { AssignCaseStudyDocument, CaseStudyBeginDocument, type CaseStudyBeginQuery, CaseStudyMaterialsDocument, CaseStudyWritersDocument } from './case-studies.generated.js';
import { words } from './words.js';

/** Has a case study written about a district; from a conference, its materials become the first draft. */
export default function NewCaseStudyPage() {
  useTitle(words.newTitle);
  const [params] = useSearchParams();
  const slug = params.get('district') ?? '';
  const { data, error, refetch } = useGraph(CaseStudyBeginDocument, { slug }, { when: slug !== '' });
  if (error)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (slug !== '' && !data) return <Loading page lines={6} label={words.loading} />;
  if (!data?.district) return <PageHeader title={words.noDistrict} lead={words.noDistrictLead} action={<LinkButton to="/districts">{words.toDirectory}</LinkButton>} />;
  return <About district={data.district} conference={params.get('conference')} />;
}

const NOTE_SHOWN = 160;

type BegunDistrict = NonNullable<CaseStudyBeginQuery['district']>;

function About({ district, conference }: { district: BegunDistrict; conference: string | null }) {
  const { data, error, refetch } = useGraph(CaseStudyWritersDocument, { districtId: district.id });
  const materials = useGraph(CaseStudyMaterialsDocument, { slug: conference ?? '' }, { when: conference !== null });
  const failed = error ?? materials.error;
  if (failed)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()}>
        <p>{failed.message}</p>
      </ErrorState>
    );
  if (!data || (conference !== null && !materials.data)) return <Loading page lines={6} label={words.loading} />;
  if (data.possibleWriters.length === 0) return <PageHeader title={words.notYours} action={<LinkButton to={`/districts/${district.slug}`}>{district.name}</LinkButton>} />;
  return <Assign district={district} writers={data.possibleWriters} conference={materials.data?.conference ?? null} notes={materials.data?.conferenceNotes.find((shown) => shown.organizationId === district.id)?.notes.filter((note) => !note.hiddenReason) ?? []} />;
}

interface AssignProps {
  district: BegunDistrict;
  writers: readonly { id: string; name: string; organizationName: string }[];
  notes: readonly { id: string; body: string; by: string | null; organizationName: string }[];
  conference: { id: string; title: string; materials: readonly { id: string; title: string; by: string | null }[] } | null;
}

function Assign({ district, writers, conference, notes }: AssignProps) {
  const { principles } = useVocabulary();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [writer, setWriter] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [materials, setMaterials] = useState<readonly string[]>(conference?.materials.filter((material) => material.by === district.name).map((material) => material.id) ?? []);
  const [noted, setNoted] = useState<readonly string[]>(notes.map((note) => note.id));
  const [own, setOwn] = useState<readonly FieldProblem[] | null>(null);
  const act = useAct(AssignCaseStudyDocument, {
    idempotent: true,
    onDone: (study) => {
      say(study.leftOut.length > 0 ? words.assignedWithout(study.leftOut.length) : words.assigned, 'success');
      void navigate(`/case-studies/${study.slug}`);
    },
  });
  function send() {
    const mistakes = [...(writer === null ? [{ field: 'writerId', message: words.chooseWriter }] : []), ...(chosen.length > 3 ? [{ field: 'principles', message: words.tooMany }] : [])];
    setOwn(mistakes.length > 0 ? mistakes : null);
    if (writer === null || mistakes.length > 0) return;
    void act.run({ districtId: district.id, writerId: writer, title, principles: chosen.map(Number), ...(conference ? { conferenceId: conference.id, materialIds: [...materials], noteIds: [...noted] } : {}) });
  }
  return (
    <>
      <PageHeader above={district.name} title={words.newTitle} lead={words.newLead} />
      <Form label={words.newTitle} errors={own ?? act.fields} problem={own ? undefined : act.message} onSubmit={send}>
        <TextField name="title" label={words.titleField} hint={words.titleHint} required maxLength={140} value={title} onChange={setTitle} />
        <Select
          name="writerId"
          label={words.writerField}
          hint={words.writerHint}
          required
          options={writers.map((one) => ({ value: one.id, label: one.name, note: one.organizationName }))}
          value={writer}
          onChange={setWriter}
        />
        <CheckboxGroup
          name="principles"
          label={words.principlesField}
          hint={words.principlesHint}
          options={principles.map((principle) => ({ value: String(principle.number), label: `${principle.number} ${principle.shortName}` }))}
          value={[...chosen]}
          onChange={setChosen}
        />
        {conference && conference.materials.length > 0 && (
          <CheckboxGroup
            name="materialIds"
            label={words.materialsField}
            hint={words.materialsHint(conference.title)}
            options={conference.materials.map((material) => ({ value: material.id, label: material.by ? `${material.title} (${material.by})` : material.title }))}
            value={[...materials]}
            onChange={setMaterials}
          />
        )}
        {notes.length > 0 && (
          <CheckboxGroup
            name="noteIds"
            label={words.notesField}
            hint={words.notesHint}
            options={notes.map(({ id, body, by, organizationName }) => ({ value: id, label: [by, organizationName].filter(Boolean).join(', '), note: body.length > NOTE_SHOWN ? `${body.slice(0, NOTE_SHOWN)}…` : body }))}
            value={[...noted]}
            onChange={setNoted}
          />
        )}
        <FormActions>
          <Button type="submit" look="primary" pending={act.pending}>
            {words.assign}
          </Button>
          <LinkButton look="quiet" to={`/districts/${district.slug}`}>
            {words.keep}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
