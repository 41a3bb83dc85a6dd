import { Button, ErrorState, Form, FormActions, Instant, LinkButton, Loading, PageHeader, TextField } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { placeNote } from '../contract/templates.js';
import { placeWords } from './place-words.js';
import { seatName } from './SeatList.js';
import { AcceptInvitationDocument, InvitationDocument } from './seats.generated.js';
import { words } from './words.js';

const say = words.invitation;

/** What a mailed invitation offers. Opening it changes nothing; the button takes the place. */
export default function InvitationPage() {
  const { token = '' } = useParams();
  useTitle(say.title);
  const { data, error, isPending, refetch } = useGraph(InvitationDocument, { token });
  const accept = useAct(AcceptInvitationDocument, {
    refreshes: 'nothing',
    // A fresh page, which knows who is signed in now.
    onDone: ({ organization }) => window.location.assign(organization.path.startsWith('/districts') ? '/team' : organization.path),
  });
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={4} />;
  const opened = data.invitation;
  if (!opened) return <PageHeader title={say.bad} lead={say.badBody} action={<LinkButton to="/">{say.front}</LinkButton>} />;
  const { invitation, needsSignIn, needsName } = opened;
  if (invitation.state === 'closed') return <PageHeader title={say.closed} lead={say.closedBody} action={<LinkButton to="/">{say.front}</LinkButton>} />;
  if (invitation.state === 'accepted') return <PageHeader title={say.accepted} lead={say.acceptedBody} action={<LinkButton to="/team">{words.team.title}</LinkButton>} />;
  const lead = say.lead(invitation.invitedBy?.name ?? null, invitation.deputyFor ? placeWords.deputyOf(seatName(invitation.deputyFor).toLowerCase()).toLowerCase() : (invitation.title ?? seatName(invitation.role).toLowerCase()), invitation.organization.name);
  return (
    <>
      <PageHeader title={say.title} lead={lead} />
      <p className="mb-2 text-quiet">
        {placeNote(invitation.role)}
        {invitation.validUntil && (
          <>
            {', '}
            {placeWords.until} <Instant at={invitation.validUntil} form="day" zone="America/New_York" deadline />
          </>
        )}
        . {say.for} {invitation.email}. {say.until} <Instant at={invitation.expiresAt} form="day" />.
      </p>
      {needsSignIn ? (
        <div className="grid gap-2">
          <p>{say.needsSignIn}</p>
          <p>
            <LinkButton look="primary" to={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}>
              {say.signIn(invitation.email)}
            </LinkButton>
          </p>
        </div>
      ) : (
        <Form errors={accept.fields} problem={accept.message} onSubmit={(data) => void accept.run({ token, name: String(data.get('name') ?? '').trim() || null })}>
          {needsName && <TextField name="name" label={say.name} hint={say.nameHint} autoComplete="name" maxLength={120} required width="medium" />}
          <FormActions>
            <Button type="submit" look="primary" pending={accept.pending}>
              {say.accept}
            </Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}
