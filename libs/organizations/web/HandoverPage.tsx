import { Button, Day, ErrorState, Form, FormActions, Instant, LinkButton, Loading, PageHeader, Section, TextField } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { laborWordOf, seatName } from './SeatList.js';
import { AcceptHandoverDocument, HandoverDocument, type HandoverQuery } from './succession.generated.js';
import { words } from './words.js';

const my = words.handover;
const shared = words.invitation;
type Opened = NonNullable<HandoverQuery['handover']>;

/** What a mailed link hands over. Opening it changes nothing; the button takes the seat. */
export default function HandoverPage() {
  const { token = '' } = useParams();
  useTitle(my.title);
  const { data, error, isPending, refetch } = useGraph(HandoverDocument, { token });
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={4} />;
  const opened = data.handover;
  if (!opened) return <PageHeader title={shared.bad} lead={shared.badBody} action={<LinkButton to="/">{shared.front}</LinkButton>} />;
  if (opened.state === 'closed') return <PageHeader title={my.closed} lead={my.closedBody} action={<LinkButton to="/">{shared.front}</LinkButton>} />;
  if (opened.state === 'done') return <PageHeader title={my.done} lead={my.doneBody} action={<LinkButton to="/team">{words.team.title}</LinkButton>} />;
  if (opened.state === 'accepted') {
    return (
      <PageHeader
        title={my.accepted}
        lead={
          <>
            {my.acceptedBody} {opened.day && <Day on={opened.day} />}.
          </>
        }
        action={<LinkButton to="/">{shared.front}</LinkButton>}
      />
    );
  }
  return <Offer token={token} offer={opened} />;
}

function Offer({ token, offer }: { token: string; offer: Opened }) {
  const accept = useAct(AcceptHandoverDocument, {
    refreshes: 'nothing',
    // A fresh page, which knows who is signed in now.
    onDone: ({ seatId, state }) => window.location.assign(state === 'done' ? `/team/seats/${seatId}/brief` : `/handover/${token}`),
  });
  const seat = offer.title ?? seatName(offer.role, laborWordOf(offer.organization)).toLowerCase();
  return (
    <>
      <PageHeader title={my.title} lead={my.lead(offer.from?.name ?? null, seat, offer.organization.name)} />
      <p className="mb-2">{offer.day ? <>{my.from} <Day on={offer.day} />.</> : my.atOnce}</p>
      {offer.words && (
        <Section title={my.says(offer.from?.name ?? '')}>
          <blockquote className="max-w-[46rem] border-l-2 border-line pl-2 whitespace-pre-line">{offer.words}</blockquote>
        </Section>
      )}
      <p className="my-2 text-quiet">
        {my.for} {offer.email}. {shared.until} <Instant at={offer.expiresAt} form="day" />.
      </p>
      {offer.needsSignIn ? (
        <div className="grid gap-2">
          <p>{shared.needsSignIn}</p>
          <p>
            <LinkButton look="primary" to={`/sign-in?next=${encodeURIComponent(`/handover/${token}`)}`}>
              {shared.signIn(offer.email)}
            </LinkButton>
          </p>
        </div>
      ) : (
        <Form label={my.title} errors={accept.fields} problem={accept.message} onSubmit={(data) => void accept.run({ token, name: String(data.get('name') ?? '').trim() || null })}>
          {offer.needsName && <TextField name="name" label={shared.name} hint={shared.nameHint} autoComplete="name" maxLength={120} required width="medium" />}
          <FormActions>
            <Button type="submit" look="primary" pending={accept.pending}>
              {my.accept}
            </Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}
