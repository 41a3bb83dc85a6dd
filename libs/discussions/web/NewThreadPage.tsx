import { Breadcrumbs, Button, EmptyState, ErrorState, Form, FormActions, Loading, MarkdownField, PageHeader, RadioGroup, TextField, TextLink } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { PrinciplePicker } from '@app/framework/web';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { LETTER_MAX, TITLE_MAX } from '../contract/limits.js';
import { OpenThreadDocument, ThreadDraftDocument } from './NewThread.generated.js';
import { words } from './words.js';

/** A new conversation: its title, the first letter and who may read it. */
export default function NewThreadPage() {
  useTitle(words.newTitle);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const subject = search.get('subject');
  const draft = useGraph(ThreadDraftDocument, { subject });
  const open = useAct(OpenThreadDocument, { idempotent: true, refreshes: ['Threads', 'waiting'], onDone: ({ id }) => void navigate(`/threads/${id}`) });
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [principles, setPrinciples] = useState<number[]>([]);

  if (draft.isPending) return <Loading label={words.newTitle} page lines={4} />;
  if (draft.error) return <ErrorState level={1} onRetry={() => void draft.refetch()}>{draft.error.message}</ErrorState>;
  const found = draft.data.threadDraft;
  const audience = chosen ?? found?.audiences[0]?.key;
  const steps = [{ label: words.title, to: '/threads' }];
  if (!found || !audience) {
    const [heading, text] = found ? [words.cannotTitle, words.cannotText] : [words.subjectGoneTitle, words.subjectGoneText];
    return (
      <>
        <PageHeader title={words.newTitle} above={<Breadcrumbs steps={steps} />} />
        <EmptyState title={heading} action={<TextLink to="/threads">{words.all}</TextLink>}>
          {text}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={words.newTitle} lead={found.subject?.title ? words.newOn(found.subject.title) : words.newLead} above={<Breadcrumbs steps={steps} />} />
      <Form errors={open.fields} problem={open.message} onSubmit={() => void open.run({ title, body, audience, subject, principles, organizationId: null, topics: null })}>
        <TextField name="title" label={words.titleLabel} hint={words.titleHint} value={title} onChange={setTitle} maxLength={TITLE_MAX} required />
        <MarkdownField name="body" label={words.bodyLabel} value={body} onChange={setBody} maxLength={LETTER_MAX} rows={10} required />
        <RadioGroup
          name="audience"
          label={words.audienceLabel}
          required
          value={audience}
          onChange={setChosen}
          options={found.audiences.map(({ key, name }) => ({ value: key, ...words.audience(key, name) }))}
        />
        <PrinciplePicker value={principles} onChange={setPrinciples} />
        <FormActions>
          <Button type="submit" look="primary" pending={open.pending}>
            {words.sendNew}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
