import { Button, ErrorState, Form, FormActions, LinkButton, Loading, Notice, PageHeader, Section, TextField } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { AnswerJoiningDocument, JoiningAskedDocument, type JoiningAskedQuery } from './joining.generated.js';
import { joiningWords } from './joining-words.js';
import { seatName } from './SeatList.js';

const words = joiningWords.answer;

/** What the mailed link asks a leader. Opening it changes nothing; a button answers. */
export default function JoiningAnswerPage() {
  const { token = '' } = useParams();
  const { data, error, isPending, refetch } = useGraph(JoiningAskedDocument, { token });
  const asked = data?.joiningAsked;
  useTitle(asked ? words.title(asked.district.name) : data ? words.bad : undefined);
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={4} />;
  if (!asked) return <PageHeader title={words.bad} lead={words.badBody} action={<LinkButton to="/">{words.front}</LinkButton>} />;
  if (!asked.isOpen) return <PageHeader title={words.closed} lead={words.closedBody} action={<LinkButton to="/sign-in">{words.toSignIn}</LinkButton>} />;
  const { laborWord } = asked.district;
  return (
    <>
      <PageHeader title={words.title(asked.district.name)} lead={words.lead(asked.asker.name, seatName(asked.askerRole, laborWord).toLowerCase())} />
      <p className="mb-2 max-w-[46rem]">
        {words.yours(seatName(asked.role, laborWord).toLowerCase())} {words.what}
      </p>
      <Section title={words.why}>
        <blockquote className="max-w-[46rem] border-l-2 border-accent pl-2 whitespace-pre-line">{asked.statement}</blockquote>
      </Section>
      <div className="mt-3 max-w-[46rem]">
        <Answering token={token} asked={asked} />
      </div>
    </>
  );
}

function Answering({ token, asked }: { token: string; asked: NonNullable<JoiningAskedQuery['joiningAsked']> }) {
  const answer = useAct(AnswerJoiningDocument, {});
  if (asked.needsSignIn) {
    return (
      <div className="grid gap-2">
        <p>{words.needsSignIn}</p>
        <p>
          <LinkButton look="primary" to={`/sign-in?next=${encodeURIComponent(`/joining/answer/${token}`)}`}>
            {words.signIn(asked.email)}
          </LinkButton>
        </p>
      </div>
    );
  }
  const send = (wanted: boolean, name: string | null): void => void answer.run({ token, wanted, name });
  if (asked.answer) {
    const yes = asked.answer === 'wanted';
    return (
      <Notice
        kind={yes ? 'success' : 'info'}
        title={yes ? words.saidYes : words.saidNo}
        live
        action={
          <Button look="quiet" pending={answer.pending} onPress={() => send(!yes, null)}>
            {yes ? words.changeToNo : words.changeToYes}
          </Button>
        }
      >
        <p>{answer.message ?? (yes ? words.saidYesBody : words.saidNoBody)}</p>
      </Notice>
    );
  }
  return (
    <Form errors={answer.fields} problem={answer.message} onSubmit={(data) => send(true, String(data.get('name') ?? '').trim() || null)}>
      <TextField name="name" label={words.name} hint={words.nameHint} defaultValue={asked.name ?? ''} autoComplete="name" maxLength={120} required width="medium" />
      <FormActions>
        <Button type="submit" look="primary" pending={answer.pending}>
          {words.yes}
        </Button>
        <Button pending={answer.pending} onPress={() => send(false, null)}>
          {words.no}
        </Button>
      </FormActions>
    </Form>
  );
}
