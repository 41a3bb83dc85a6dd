import { Button, EmptyState, ErrorState, Form, FormActions, Instant, Loading, PageHeader, say, Section, TextArea } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { AnswerTakeDownDocument, TakenDownDocument } from './moderation.generated.js';
import { words } from './words.js';

/** To the author: what was taken down, why, and the place to answer. */
export default function TakenDownPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useGraph(TakenDownDocument, { id });
  useTitle(data ? words.takenDownTitle : undefined);
  if (error)
    return (
      <ErrorState level={1} title={words.failed} onRetry={() => void refetch()}>
        <p>{error.message}</p>
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} label={words.loading} />;
  const thing = data.takeDown;
  if (!thing)
    return (
      <>
        <PageHeader title={words.takenDownTitle} />
        <EmptyState title={words.notYours}>
          <p>{words.notYoursWhy}</p>
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader title={`${words.takenDownTitle}: ${thing.title}`} lead={thing.stands ? words.standsLead : words.takenDownLead} />
      <Section title={words.theReason}>
        <p className="ui-column whitespace-pre-wrap break-words">{thing.reason}</p>
        <p className="mt-1 text-note text-quiet">
          <Instant at={thing.at} />
        </p>
      </Section>
      <Section title={words.yourText}>
        <blockquote className="ui-column whitespace-pre-wrap break-words border-l-2 border-line pl-2">{thing.text}</blockquote>
      </Section>
      {thing.letters.length > 0 && (
        <Section title={words.letters}>
          <ol className="ui-column grid gap-3">
            {thing.letters.map((letter) => (
              <li key={letter.id}>
                <p>
                  <strong>{letter.verb === 'answered' ? words.you : words.stewards}</strong>{' '}
                  <span className="text-note text-quiet">
                    <Instant at={letter.at} form="ago" />
                  </span>
                </p>
                <p className="whitespace-pre-wrap break-words">{letter.words}</p>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {!thing.stands && <Answer id={thing.id} />}
    </>
  );
}

function Answer({ id }: { id: string }) {
  const [text, setText] = useState('');
  const answer = useAct(AnswerTakeDownDocument, {
    idempotent: true,
    onDone: () => {
      setText('');
      say(words.answered, 'success');
    },
  });
  return (
    <Section title={words.yourAnswer}>
      <Form label={words.yourAnswer} onSubmit={() => void answer.run({ takeDownId: id, words: text })} errors={answer.fields} problem={answer.message}>
        <TextArea name="words" label={words.yourAnswer} hint={words.yourAnswerHint} value={text} onChange={setText} maxLength={2000} required />
        <FormActions>
          <Button type="submit" look="primary" pending={answer.pending}>
            {words.sendAnswer}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
