import { Button, CheckboxGroup, Disclosure, ErrorState, type FieldProblem, Form, FormActions, LinkButton, Loading, Notice, PageHeader, say, TextArea, TextField, TextLink } from '@app/ui';
import { useVocabulary } from '@app/framework/web';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { PART_LIMITS, type PartName, PARTS } from '../contract/limits.js';
import { CaseStudyPageDocument, WriteCaseStudyDocument } from './case-studies.generated.js';
import type { CaseStudyWhole } from './CaseStudyPage.js';
import { words } from './words.js';

const MOST = 3;

/** Where its writer writes a case study, part by part. */
export default function WriteCaseStudyPage() {
  const { slug = '' } = useParams();
  useTitle(words.writeTitle);
  const { data, error, isPending, refetch } = useGraph(CaseStudyPageDocument, { slug }, { freshFor: 0 });
  if (error)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (isPending) return <Loading page lines={8} label={words.loading} />;
  const study = data.caseStudy;
  if (!study?.viewerCan.write) return <PageHeader title={words.noWriting} lead={words.noWritingLead} action={<LinkButton to={study ? `/case-studies/${slug}` : '/case-studies'}>{study ? words.toPage : words.toAll}</LinkButton>} />;
  return <Write study={study} />;
}

function Write({ study }: { study: CaseStudyWhole }) {
  const { principles } = useVocabulary();
  // The writer's own words stay whatever is read anew meanwhile.
  const [revision, setRevision] = useState(study.revision);
  const [title, setTitle] = useState(study.title);
  const [chosen, setChosen] = useState<readonly string[]>(study.principles.map(String));
  const [parts, setParts] = useState<Record<PartName, string>>({ context: study.context, process: study.process, tools: study.tools, outcomes: study.outcomes, how: study.how });
  const [own, setOwn] = useState<readonly FieldProblem[] | null>(null);
  const act = useAct(WriteCaseStudyDocument, {
    idempotent: true,
    onDone: (saved) => {
      setRevision(saved.revision);
      say(words.saved, 'success');
    },
  });
  function save() {
    const mistakes = chosen.length > MOST ? [{ field: 'principles', message: words.tooMany }] : [];
    setOwn(mistakes.length > 0 ? mistakes : null);
    if (mistakes.length === 0) void act.run({ caseStudyId: study.id, title, principles: chosen.map(Number), revision, ...parts });
  }
  return (
    <>
      <PageHeader voice="serif" above={<TextLink to={`/case-studies/${study.slug}`}>{study.title}</TextLink>} title={words.writeTitle} lead={words.writeLead} />
      {study.returnedWords && (
        <div className="mb-3 max-w-[46rem]">
          <Notice kind="attention" title={words.returnedTitle}>
            {study.returnedWords}
          </Notice>
        </div>
      )}
      <LeftOut study={study} />
      <Form label={words.writeTitle} errors={own ?? act.fields} problem={own ? undefined : act.message} onSubmit={save}>
        <TextField name="title" label={words.titleField} required maxLength={140} value={title} onChange={setTitle} />
        {PARTS.map((part) => (
          <TextArea
            key={part}
            name={part}
            label={words.parts[part]}
            hint={words.hints[part]}
            mayWait
            rows={part === 'how' ? 12 : 6}
            maxLength={PART_LIMITS[part]}
            value={parts[part]}
            onChange={(text) => setParts((before) => ({ ...before, [part]: text }))}
          />
        ))}
        <CheckboxGroup
          name="principles"
          label={words.principlesField}
          hint={words.principlesHint}
          options={principles.map((principle) => ({ value: String(principle.number), label: `${principle.number} ${principle.shortName}` }))}
          value={[...chosen]}
          onChange={setChosen}
        />
        <FormActions>
          <Button type="submit" look="primary" pending={act.pending}>
            {words.save}
          </Button>
          <LinkButton look="quiet" to={`/case-studies/${study.slug}`}>
            {words.toPage}
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

/** What did not fit into the first draft, so that nothing of it is lost to the writer. */
function LeftOut({ study: { leftOut } }: { study: CaseStudyWhole }) {
  if (leftOut.length === 0) return null;
  return (
    <div className="mb-3 max-w-[46rem]">
      <Disclosure title={words.leftOutTitle(leftOut.length)} level={2} defaultOpen>
        <p className="mb-1 text-quiet">{words.leftOutText}</p>
        <ul>
          {leftOut.map(({ part, text }, at) => (
            <li key={at} className="border-t border-line py-1">
              <p className="font-semibold">{PARTS.filter((known) => known === part).map((known) => words.parts[known])}</p>
              <p className="whitespace-pre-line break-words">{text}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
