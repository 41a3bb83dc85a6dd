import { Button, ErrorState, LinkButton, Loading, PageHeader, say } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { MailSubscriptionDocument, type MailSubscriptionQuery, ResubscribeDocument, UnsubscribeDocument } from './digests.generated.js';
import { words } from './words.js';

/** Behind the stop link of a mail. Only its button changes anything, since mail filters open every link. */
export default function UnsubscribePage() {
  const { token = '' } = useParams();
  useTitle(words.stopTitle);
  const { data, error, refetch } = useGraph(MailSubscriptionDocument, { token });
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading page lines={4} />;
  if (!data.mailSubscription)
    return (
      <>
        <PageHeader title={words.badTitle} lead={words.bad} />
        <LinkButton to="/me/mail">{words.choose}</LinkButton>
      </>
    );
  return <Stop token={token} subscription={data.mailSubscription} />;
}

function Stop({ token, subscription }: { token: string; subscription: NonNullable<MailSubscriptionQuery['mailSubscription']> }) {
  const stop = useAct(UnsubscribeDocument, { refreshes: ['MailSubscription'] });
  const resume = useAct(ResubscribeDocument, { refreshes: ['MailSubscription'], onDone: () => say(subscription.about ? words.resumedOne : words.resumed) });
  const kind = subscription.about ?? words.kindWords[subscription.category];
  const problem = stop.message ?? resume.message;
  return (
    <>
      <div aria-live="polite">
        <PageHeader title={subscription.stopped ? words.stoppedTitle : subscription.about ? words.stopOneTitle : words.stopTitle} lead={(subscription.stopped ? words.stopped : words.stopQuestion)(subscription.address, kind)} />
      </div>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-1">
        {subscription.stopped ? (
          <Button pending={resume.pending} onPress={() => void resume.run({ token })}>
            {subscription.about ? words.resumeOne : words.resume}
          </Button>
        ) : (
          <Button look="primary" pending={stop.pending} onPress={() => void stop.run({ token, everything: false })}>
            {words.stop(kind)}
          </Button>
        )}
        <Button look="quiet" pending={stop.pending} onPress={() => void stop.run({ token, everything: true })}>
          {words.stopAll}
        </Button>
      </div>
    </>
  );
}
