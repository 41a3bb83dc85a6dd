import { Button, Heading, mailTemplate, Paragraph, Quote } from '@app/platform/mail';
import { Accounts } from '@app/people';
import { Claims } from './claims.service.js';
import { invitationState, Invitations } from './invitations.service.js';
import { Organizations } from './organizations.service.js';
import { Database } from '@app/platform/database';
import type { SeatRole } from './seat.entity.js';
import { roleWords } from './seat.words.js';
import { SeatInvitation } from './seat-invitation.entity.js';

interface ClaimData {
  claimId: string;
}

/** Goes to those who can tell whether somebody is who they say. */
export const claimWaitingMail = mailTemplate<ClaimData>({
  kind: 'organizations.claim-waiting',
  render: async (get, mail) => {
    const claim = await get(Claims).get(mail.data.claimId).catch(() => null);
    if (claim?.state !== 'waiting') return null;
    const role = roleWords(claim.role as SeatRole);
    return {
      subject: `Do you know ${claim.claimantName} as ${role} of ${claim.organizationName}?`,
      preheader: 'They wait for somebody who knows the team. It takes a minute.',
      because: `You get this because you can confirm who sits for ${claim.organizationName}.`,
      unsubscribable: false,
      element: (
        <>
          <Heading>{claim.claimantName} claims a seat</Heading>
          <Paragraph>
            {claim.claimantName} ({claim.claimantEmail}) says: I am the {role} of {claim.organizationName}.
          </Paragraph>
          <Quote>{claim.words}</Quote>
          <Paragraph>If you know that this is so, confirm it. If you do not, leave it or decline with a word.</Paragraph>
          <Button to={mail.link('/team/seats')}>Look at the claim</Button>
        </>
      ),
    };
  },
});

/** Tells whoever claimed a seat what became of it. */
export const claimAnsweredMail = mailTemplate<ClaimData>({
  kind: 'organizations.claim-answered',
  render: async (get, mail) => {
    const claim = await get(Claims).get(mail.data.claimId).catch(() => null);
    if (claim?.state !== 'accepted' && claim?.state !== 'declined') return null;
    const role = roleWords(claim.role as SeatRole);
    const because = 'You get this because you claimed a seat on Accord.';
    if (claim.state === 'accepted') {
      return {
        subject: `You sit as ${role} of ${claim.organizationName}`,
        preheader: 'Your seat is confirmed. Your team’s page is open to you.',
        because,
        element: (
          <>
            <Heading>Welcome to your seat</Heading>
            <Paragraph>
              Somebody who knows {claim.organizationName} has confirmed you as its {role}. From now on you speak for it here: you read what members read, ask other districts, and sign what your team
              signs.
            </Paragraph>
            <Button to={mail.link('/team')}>Open your team’s page</Button>
          </>
        ),
      };
    }
    return {
      subject: `Your claim to a seat in ${claim.organizationName} was not confirmed`,
      preheader: 'What you can do now.',
      because,
      element: (
        <>
          <Heading>Your claim was not confirmed</Heading>
          <Paragraph>
            You asked to sit as {role} of {claim.organizationName}. It could not be confirmed.
          </Paragraph>
          {claim.answer && <Quote>{claim.answer}</Quote>}
          <Paragraph>If the seat is yours all the same, ask somebody on your team to invite you, or claim it again and say more about yourself.</Paragraph>
          <Button to={mail.link('/claim')}>Claim a seat</Button>
        </>
      ),
    };
  },
});

/** Offers a place in a team to whoever reads the address. */
export const seatInvitationMail = mailTemplate<{ invitationId: string }>({
  kind: 'organizations.seat-invitation',
  render: async (get, mail) => {
    const invitation = await get(Database).of(SeatInvitation).findOneBy({ id: mail.data.invitationId });
    const organization = invitation && (await get(Organizations).find(invitation.organizationId));
    if (!invitation || !organization || invitationState(invitation) !== 'open') return null;
    const [inviter] = invitation.invitedBy ? await get(Accounts).byIds([invitation.invitedBy]) : [];
    const role = placeInWords(invitation, organization.laborWord);
    return {
      subject: `A place for you in the team of ${organization.name}`,
      preheader: `${inviter?.name ?? 'Somebody on the team'} invites you as ${role}.`,
      because: `You get this because ${inviter?.name ?? 'somebody'} invited this address to the team of ${organization.name}.`,
      element: (
        <>
          <Heading>You are invited</Heading>
          <Paragraph>
            {inviter?.name ?? 'Somebody on the team'} invites you to the team of {organization.name} as {role}. On Accord, teams of superintendents, board presidents and union or association leaders share
            what works and help each other.
          </Paragraph>
          <Button to={mail.link(`/invitation/${get(Invitations).tokenOf(invitation.id)}`)}>See the invitation</Button>
          <Paragraph quiet>The link is good for thirty days and for you alone. Opening it commits you to nothing.</Paragraph>
        </>
      ),
    };
  },
});

const LAST_DAY = new Intl.DateTimeFormat('en-US', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'America/New_York' });

/** The place that is offered: a deputy's with the seat they stand in for, a guest's with its last day. */
function placeInWords({ role, deputyFor, validUntil }: SeatInvitation, laborWord: 'union' | 'association' | null): string {
  if (deputyFor) return `deputy of the ${roleWords(deputyFor, laborWord)}`;
  // The end of a day is the next one's midnight.
  if (validUntil) return `guest, until the end of ${LAST_DAY.format(new Date(validUntil.getTime() - 1))}, Eastern time`;
  return roleWords(role, laborWord);
}

/** Tells whoever was made a steward where to sign in. */
export const stewardMail = mailTemplate({
  kind: 'organizations.steward-made',
  render: async (_get, mail) => ({
    subject: 'You are a steward of this Accord',
    preheader: 'Where to sign in, and what waits there.',
    because: 'You get this because whoever set up this Accord named this address as its steward.',
    unsubscribable: false,
    element: (
      <>
        <Heading>You look after this community</Heading>
        <Paragraph>As steward you confirm who sits in which seat, invite the first districts, and decide what is reported. Sign in with this address; a code comes by mail, there is no password.</Paragraph>
        <Button to={mail.link('/sign-in')}>Sign in</Button>
      </>
    ),
  }),
});
