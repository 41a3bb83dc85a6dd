import { Button, EmptyState, ErrorState, Form, FormActions, Instant, LinkButton, Loading, Notice, PageHeader, RadioGroup, say, Section, TextField } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { laborWordOf, seatName } from './SeatList.js';
import { AnswerSeatCheckDocument, SeatCheckDocument, type SeatCheckFactsFragment } from './succession.generated.js';
import { words } from './words.js';

const my = words.check;
const ANSWERS = ['here', 'left', 'unknown'] as const;

/** Asks those beside a seat whether its holder still sits there. */
export default function SeatCheckPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useGraph(SeatCheckDocument, { id });
  const check = data?.seatCheck;
  useTitle(check ? my.title(check.holder?.name ?? my.somebody) : data ? my.missing : undefined);
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={6} />;
  if (!check) {
    return (
      <>
        <PageHeader title={my.missing} />
        <EmptyState title={my.missing} action={<LinkButton to="/team">{my.toTeam}</LinkButton>}>
          {my.missingBody}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title={my.title(check.holder?.name ?? my.somebody)} lead={`${my.lead(seatName(check.role, laborWordOf(check.organization)).toLowerCase(), check.organization.name)} ${my.reasons[check.reason]}`} />
      {check.vacatesAt && !check.closed && (
        <Notice kind="attention">
          {my.vacates} <Instant at={check.vacatesAt} form="day" />, {my.vacatesMore}
        </Notice>
      )}
      {check.closed ? (
        <Notice kind="info" title={my.closed}>
          {my.closedBody}
        </Notice>
      ) : (
        <Answer check={check} />
      )}
      <Said answers={check.answers} />
    </>
  );
}

function Answer({ check }: { check: SeatCheckFactsFragment }) {
  const mine = check.answers.find((one) => one.isMine);
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number] | null>(mine?.answer ?? null);
  const send = useAct(AnswerSeatCheckDocument, { onDone: () => say(my.sent) });
  return (
    <Form
      label={my.question}
      errors={send.fields}
      problem={send.message}
      onSubmit={(data) => void send.run({ checkId: check.id, answer: answer ?? 'unknown', address: answer === 'here' ? String(data.get('address') ?? '').trim() || null : null })}
    >
      <RadioGroup
        name="answer"
        label={my.question}
        hint={my.rule}
        required
        value={answer}
        onChange={(value) => setAnswer(ANSWERS.find((one) => one === value) ?? null)}
        options={ANSWERS.map((value) => ({ value, label: my.answers[value] ?? value }))}
      />
      {answer === 'here' && <TextField name="address" type="email" label={my.address} hint={my.addressHint} defaultValue={mine?.address ?? ''} maxLength={254} width="medium" />}
      <FormActions>
        <Button type="submit" look="primary" pending={send.pending} isDisabled={answer === null}>
          {my.send}
        </Button>
      </FormActions>
    </Form>
  );
}

function Said({ answers }: { answers: SeatCheckFactsFragment['answers'] }) {
  if (answers.length === 0) return null;
  return (
    <Section title={my.said}>
      <ul className="max-w-[46rem]">
        {answers.map((one) => (
          <li key={one.person.id} className="border-t border-line py-1">
            {one.person.name}
            {one.isMine && ` (${my.you})`}: {my.answers[one.answer]}
            {one.address && <span className="block text-note text-quiet">{one.address}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
