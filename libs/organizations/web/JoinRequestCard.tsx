import { Button, Dialog, Form, FormActions, Instant, LinkButton, Notice, say, Tag, TextArea, TextField, TextLink } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { JoinLeaders } from './JoinLeaders.js';
import { type MyJoiningQuery, NameJoinLeaderDocument, ReplyToJoinQuestionDocument, WithdrawJoinRequestDocument } from './joining.generated.js';
import { joiningWords as words } from './joining-words.js';
import { seatName } from './SeatList.js';

type Request = MyJoiningQuery['myJoinRequests'][number];
type Leader = Request['leaders'][number];

/** One's own request for a district: where it stands, who has said what, and what can still be done. */
export function JoinRequestCard({ request }: { request: Request }) {
  const isOpen = request.state === 'waiting' || request.state === 'asked_back';
  const [mending, setMending] = useState<Leader | null>(null);
  return (
    <div className="grid max-w-[46rem] gap-2">
      <p className="flex flex-wrap items-center gap-1">
        <strong>
          <TextLink to={request.district.path}>{request.district.name}</TextLink>
        </strong>
        <Tag look={isOpen ? 'attention' : request.state === 'opened' ? 'accent' : 'plain'}>{words.states[request.state]}</Tag>
        <span className="text-note text-quiet">
          <Instant at={request.createdAt} form="day" />
        </span>
      </p>
      <p>{request.whatHappens}</p>
      {request.state === 'asked_back' && request.question && <Question request={request} question={request.question} />}
      {request.state === 'declined' && request.answer && <Notice title={words.reason}>{request.answer}</Notice>}
      {request.state === 'opened' && (
        <p>
          <LinkButton look="primary" to="/team">
            {words.toTeam}
          </LinkButton>
        </p>
      )}
      <JoinLeaders
        request={request}
        aside={(leader) =>
          isOpen &&
          leader.answer !== 'wanted' && (
            <Button look="quiet" onPress={() => setMending(leader)}>
              {words.mend(seatName(leader.role, request.district.laborWord).toLowerCase())}
            </Button>
          )
        }
      />
      <blockquote className="border-l-2 border-line pl-2 whitespace-pre-line">{request.statement}</blockquote>
      {isOpen && <Withdraw requestId={request.id} />}
      {mending && <Mend key={mending.role} request={request} leader={mending} onClose={() => setMending(null)} />}
    </div>
  );
}

function Question({ request, question }: { request: Request; question: string }) {
  const reply = useAct(ReplyToJoinQuestionDocument, { onDone: () => say(words.replied, 'success') });
  return (
    <Notice kind="attention" title={words.question}>
      <p className="mb-2 whitespace-pre-line">{question}</p>
      <Form errors={reply.fields} problem={reply.message} onSubmit={(data) => void reply.run({ requestId: request.id, words: String(data.get('words') ?? '') })}>
        <TextArea name="words" label={words.reply} maxLength={2000} rows={3} required />
        <FormActions>
          <Button type="submit" look="primary" pending={reply.pending}>
            {words.sendReply}
          </Button>
        </FormActions>
      </Form>
    </Notice>
  );
}

function Withdraw({ requestId }: { requestId: string }) {
  const withdraw = useAct(WithdrawJoinRequestDocument, { onDone: () => say(words.withdrawn) });
  return (
    <p>
      <Dialog
        title={words.withdrawTitle}
        role="alertdialog"
        trigger={<Button look="quiet">{words.withdraw}</Button>}
        actions={(close) => (
          <>
            <Button look="danger" pending={withdraw.pending} onPress={() => void withdraw.run({ requestId }).then((done) => done && close())}>
              {words.withdraw}
            </Button>
            <Button look="quiet" onPress={close}>
              {words.cancel}
            </Button>
          </>
        )}
      >
        {withdraw.message ?? words.withdrawBody}
      </Dialog>
    </p>
  );
}

/** Another name or address for one of the two others. */
function Mend({ request, leader, onClose }: { request: Request; leader: Leader; onClose: () => void }) {
  const name = useAct(NameJoinLeaderDocument, {
    idempotent: true,
    onDone: () => {
      onClose();
      say(words.mended, 'success');
    },
  });
  // The server names the fields by their place in the input.
  const errors = name.fields.map(({ field, message }) => ({ field: field.replace('leader.', ''), message }));
  const text = (data: FormData, field: string): string | null => String(data.get(field) ?? '').trim() || null;
  return (
    <Dialog title={words.mendTitle(seatName(leader.role, request.district.laborWord).toLowerCase())} open onOpenChange={(open) => !open && onClose()}>
      <Form
        errors={errors}
        problem={name.message}
        onSubmit={(data) => void name.run({ requestId: request.id, leader: { role: leader.role, name: text(data, 'name'), title: text(data, 'title'), email: text(data, 'email') } })}
      >
        <TextField name="name" label={words.name} defaultValue={leader.name ?? ''} maxLength={120} autoComplete="off" />
        <TextField name="email" label={words.email} hint={words.mendHint} type="email" defaultValue={leader.email ?? ''} maxLength={254} autoComplete="off" />
        <TextField name="title" label={words.theirTitle} defaultValue={leader.title ?? ''} maxLength={120} autoComplete="off" />
        <FormActions>
          <Button type="submit" look="primary" pending={name.pending}>
            {words.save}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {words.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
