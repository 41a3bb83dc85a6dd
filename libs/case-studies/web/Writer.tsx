import { Button, Dialog, Form, FormActions, Loading, say, Select } from '@app/ui';
import { useAct, useGraph } from '@app/platform/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CaseStudyWritersDocument, ReassignCaseStudyDocument, ReviseCaseStudyDocument } from './case-studies.generated.js';
import type { CaseStudyWhole } from './CaseStudyPage.js';
import { words } from './words.js';

interface WriterProps {
  study: CaseStudyWhole;
  /** Whether somebody is to go on with this draft, or to write the next version of what is out. */
  kind: 'reassign' | 'revise';
}

/** Chooses who writes. */
export function Writer({ study, kind }: WriterProps) {
  const said = kind === 'revise' ? { title: words.reviseTitle, button: words.revise } : { title: words.reassignTitle, button: words.reassign };
  return (
    <Dialog title={said.title} trigger={<Button look="quiet">{said.button}</Button>}>
      {(close) => <Choose study={study} kind={kind} close={close} />}
    </Dialog>
  );
}

function Choose({ study, kind, close }: WriterProps & { close: () => void }) {
  const navigate = useNavigate();
  const { data } = useGraph(CaseStudyWritersDocument, { districtId: study.district.id });
  const reassign = useAct(ReassignCaseStudyDocument, { idempotent: true, onDone: () => say(words.reassigned, 'success') });
  const revise = useAct(ReviseCaseStudyDocument, {
    idempotent: true,
    onDone: ({ slug }) => {
      say(words.revised, 'success');
      void navigate(`/case-studies/${slug}`);
    },
  });
  const act = kind === 'revise' ? revise : reassign;
  const isRevision = kind === 'revise';
  // Whoever wrote it last is the first to be asked again, but is nobody else.
  const writers = data?.possibleWriters.filter((one) => isRevision || one.id !== study.writer?.id) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const writerId = chosen ?? (isRevision ? (writers.find((one) => one.id === study.writer?.id)?.id ?? null) : null);
  const [missing, setMissing] = useState(false);
  if (!data) return <Loading lines={3} />;
  if (writers.length === 0) return <p>{words.noWriters}</p>;
  function send() {
    setMissing(writerId === null);
    if (writerId !== null) void act.run({ caseStudyId: study.id, writerId }).then((done) => done && close());
  }
  return (
    <Form label={isRevision ? words.reviseTitle : words.reassignTitle} errors={missing ? [{ field: 'writerId', message: words.chooseWriter }] : act.fields} problem={missing ? undefined : act.message} onSubmit={send}>
      <p>{isRevision ? words.reviseText : words.reassignText}</p>
      <Select name="writerId" label={words.writerField} required options={writers.map((one) => ({ value: one.id, label: one.name, note: one.organizationName }))} value={writerId} onChange={setChosen} />
      <FormActions>
        <Button type="submit" look="primary" pending={act.pending}>
          {words.reassignDo}
        </Button>
        <Button onPress={close}>{words.keep}</Button>
      </FormActions>
    </Form>
  );
}
