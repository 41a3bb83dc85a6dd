import { Button, Dialog, Form, FormActions, say, Tag, TextArea, TextLink } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { JoinLeaders } from './JoinLeaders.js';
import { AskBackJoinRequestDocument, DeclineJoinRequestDocument, type JoinFactsFragment, OpenJoinRequestDocument } from './joining.generated.js';
import { joiningWords } from './joining-words.js';
import { seatName } from './SeatList.js';

const words = joiningWords.queue;

/** Districts that ask to join, the longest waiting first, each with what can be decided. */
export function JoinQueueList({ requests }: { requests: readonly JoinFactsFragment[] }) {
  return (
    <ol className="grid max-w-[56rem]">
      {requests.map((request) => (
        <Waiting key={request.id} request={request} />
      ))}
    </ol>
  );
}

function Waiting({ request }: { request: JoinFactsFragment }) {
  const { district, asker } = request;
  const [asking, setAsking] = useState<'askBack' | 'decline' | null>(null);
  const open = useAct(OpenJoinRequestDocument, { onDone: () => say(words.opened(district.name), 'success') });
  return (
    <li className="grid gap-2 border-t border-line py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="text-lead">
          <TextLink to={district.path}>{district.name}</TextLink>
          {district.state && <span className="text-quiet">, {district.state}</span>}
        </h3>
        <p className="text-note text-quiet">
          {words.waited} <strong className="text-ink">{words.waits(request.waitsDays)}</strong>
        </p>
      </div>
      <ul className="flex flex-wrap gap-1 empty:hidden">
        {request.isAffiliate && (
          <li>
            <Tag look="accent">{words.affiliate}</Tag>
          </li>
        )}
        {request.complete && (
          <li>
            <Tag>{words.complete}</Tag>
          </li>
        )}
        {request.state === 'asked_back' && (
          <li>
            <Tag look="attention">{words.askedBack}</Tag>
          </li>
        )}
      </ul>
      <div className="grid gap-3 md:grid-cols-2">
        <div>
          <p className="text-note text-quiet">{words.by(asker.name, seatName(request.role, district.laborWord).toLowerCase())}</p>
          <blockquote className="border-l-2 border-line pl-2 whitespace-pre-line">{request.statement}</blockquote>
          {request.question && (
            <p className="mt-2">
              <span className="block text-note text-quiet">{words.yourQuestion}</span>
              {request.question}
            </p>
          )}
          {request.reply && (
            <p className="mt-1">
              <span className="block text-note text-quiet">{words.theirReply}</span>
              {request.reply}
            </p>
          )}
        </div>
        <JoinLeaders request={request} />
      </div>
      {open.message && (
        <p className="text-danger" role="alert">
          {open.message}
        </p>
      )}
      <div className="flex flex-wrap gap-1">
        <Button pending={open.pending} onPress={() => void open.run({ requestId: request.id })}>
          {words.openName(district.name)}
        </Button>
        {request.state === 'waiting' && (
          <Button look="quiet" onPress={() => setAsking('askBack')}>
            {words.askBack}
          </Button>
        )}
        <Button look="quiet" onPress={() => setAsking('decline')}>
          {words.decline}
        </Button>
      </div>
      {asking && <Words request={request} what={asking} onClose={() => setAsking(null)} />}
    </li>
  );
}

/** A question, or the reason for a no: both are mailed. */
function Words({ request, what, onClose }: { request: JoinFactsFragment; what: 'askBack' | 'decline'; onClose: () => void }) {
  const done = (): void => {
    onClose();
    say(what === 'askBack' ? words.askBackDone : words.declined, 'success');
  };
  const askBack = useAct(AskBackJoinRequestDocument, { onDone: done });
  const decline = useAct(DeclineJoinRequestDocument, { onDone: done });
  const act = what === 'askBack' ? askBack : decline;
  const name = request.district.name;
  return (
    <Dialog title={what === 'askBack' ? words.askBackTitle(name) : words.declineTitle(name)} open onOpenChange={(open) => !open && onClose()}>
      <Form errors={act.fields} problem={act.message} onSubmit={(data) => void act.run({ requestId: request.id, words: String(data.get('words') ?? '') })}>
        <TextArea name="words" label={what === 'askBack' ? words.askBackWords : words.declineWords} hint={what === 'askBack' ? words.askBackHint : words.declineHint} maxLength={2000} rows={4} required />
        <FormActions>
          <Button type="submit" look="primary" pending={act.pending}>
            {words.send}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
