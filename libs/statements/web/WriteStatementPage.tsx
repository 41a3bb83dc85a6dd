import { Breadcrumbs, Button, ErrorState, Form, FormActions, LinkButton, Loading, Notice, PageHeader, say, TextArea, TextLink } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { STATEMENT_MAX } from '../contract/limits.js';
import { ProposeStatementDocument, SaveStatementDraftDocument, StatementToWriteDocument, type StatementToWriteQuery } from './statements.generated.js';
import { words } from './words.js';

type Writing = NonNullable<StatementToWriteQuery['statement']>;

/** Where a team writes how it works together, keeps a draft, and asks its three seats to sign. */
export default function WriteStatementPage() {
  const { slug = '' } = useParams();
  useTitle(words.pageTitle);
  const { data, error, isPending, refetch } = useGraph(StatementToWriteDocument, { slug }, { freshFor: 0 });
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (isPending) return <Loading page lines={8} label={words.loading} />;
  const { statement } = data;
  if (!statement) return <PageHeader title={words.missing} action={<LinkButton to="/districts">{words.toDirectory}</LinkButton>} />;
  if (!statement.viewerCan.draft) return <PageHeader title={words.notYours} lead={words.notYoursBody} action={<LinkButton to={`/districts/${slug}`}>{words.toDistrict}</LinkButton>} />;
  return <Write statement={statement} slug={slug} />;
}

function Write({ statement, slug }: { statement: Writing; slug: string }) {
  const navigate = useNavigate();
  // The writer's own words stay while others change things; whoever was overtaken is told when they save.
  const [begun] = useState(statement);
  const [revision, setRevision] = useState(statement.revision);
  const [text, setText] = useState(begun.draft?.text ?? begun.open?.text ?? begun.standing?.text ?? '');
  const save = useAct(SaveStatementDraftDocument, {
    idempotent: true,
    onDone: (saved) => {
      setRevision(saved.revision);
      say(words.saved, 'success');
    },
  });
  const propose = useAct(ProposeStatementDocument, {
    idempotent: true,
    onDone: ({ open }) => {
      say(words.proposed, 'success');
      void navigate(open ? `/acts/${open.id}` : `/districts/${slug}`);
    },
  });
  const given = { organizationId: begun.organizationId, text, revision };
  // Whichever was pressed last has something to say.
  const [last, setLast] = useState<'save' | 'propose'>('propose');
  const act = last === 'save' ? save : propose;
  return (
    <>
      <PageHeader voice="serif" above={<Breadcrumbs steps={[{ label: words.crumb, to: `/districts/${slug}` }]} />} title={words.title(begun.organizationName)} lead={words.lead} />
      <div className="mb-3 grid max-w-[46rem] gap-2">
        {begun.open && (
          <Notice kind="attention" title={words.openNotice} action={<TextLink to={`/acts/${begun.open.id}`}>{words.openLink}</TextLink>}>
            {words.openNoticeBody}
          </Notice>
        )}
        {begun.standing && <Notice title={words.standsNotice}>{words.standsNoticeBody}</Notice>}
        {begun.draft && <p className="text-note text-quiet">{words.draftNotice(begun.draft.by)}</p>}
      </div>
      <Form
        label={words.pageTitle}
        onSubmit={() => {
          setLast('propose');
          void propose.run(given);
        }}
        errors={act.fields}
        problem={act.message}
      >
        <TextArea name="text" label={words.text} hint={words.textHint} rows={14} maxLength={STATEMENT_MAX} value={text} onChange={setText} required />
        <FormActions>
          <Button type="submit" look="primary" pending={propose.pending}>
            {words.propose}
          </Button>
          <Button
            pending={save.pending}
            onPress={() => {
              setLast('save');
              void save.run(given);
            }}
          >
            {words.saveDraft}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
