import { Database } from '@app/platform/database';
import { Button, Heading, mailTemplate, Paragraph, Quote } from '@app/platform/mail';
import type { Get } from '@app/platform/feature';
import { JoinLeaders } from './join-leaders.service.js';
import { JoinLeader } from './join-request.entity.js';
import { type JoinRequestRow, requestById } from './joining.queries.js';
import { dayWords } from './joining.words.js';
import { roleWords } from './seat.words.js';

interface RequestData {
  requestId: string;
}

/** Asks one leader whether they want it too. Who sent it, for what, and that no answer is needed stand in it, because the reader may never have heard of Accord. */
export const joinAskedMail = mailTemplate<{ leaderId: string }>({
  kind: 'organizations.join-asked',
  render: async (get, mail) => {
    const leader = await get(Database).of(JoinLeader).findOneBy({ id: mail.data.leaderId });
    const request = leader && (await requestById(get(Database), null, leader.requestId));
    if (!leader || !request || request.decidedAt) return null;
    return {
      subject: `Shall ${request.organizationName} join Accord? ${request.askerName} asks you`,
      preheader: 'Accord takes districts only as a team: superintendent, board president, and union or association leader.',
      because: `You get this because ${request.askerName} named this address for the ${roleWords(leader.role)} of ${request.organizationName}.`,
      element: (
        <>
          <Heading>Do you want it too?</Heading>
          {leader.name && <Paragraph>{leader.name},</Paragraph>}
          <Paragraph>
            {request.askerName}, {roleWords(request.role)} of {request.organizationName}, asks that your district join Accord: a community in which superintendents, board presidents and union or
            association leaders work side by side. A district joins as a team of three, so your word is asked for as {roleWords(leader.role)}.
          </Paragraph>
          <Quote>{request.statement}</Quote>
          <Button to={mail.link(`/joining/answer/${get(JoinLeaders).tokenOf(leader.id)}`)}>Read it and answer</Button>
          <Paragraph quiet>Opening the page commits you to nothing and makes no account. If you do not answer, nothing happens.</Paragraph>
        </>
      ),
    };
  },
});

/** Tells the stewards that a district asks to join. */
export const joinWaitingMail = mailTemplate<RequestData>({
  kind: 'organizations.join-waiting',
  render: async (get, mail) => {
    const request = await open(get, mail.data.requestId);
    if (!request) return null;
    return {
      subject: `${request.organizationName} asks to join`,
      preheader: `${request.askerName} has written; the other leaders are being asked.`,
      because: 'You get this because you are a steward of this Accord.',
      unsubscribable: false,
      element: (
        <>
          <Heading>{request.organizationName} asks to join</Heading>
          <Paragraph>
            {request.askerName}, {roleWords(request.role)}, asks for the whole team and writes:
          </Paragraph>
          <Quote>{request.statement}</Quote>
          <Paragraph>The other leaders have been asked by mail, as far as they are known. The queue shows who has said yes.</Paragraph>
          <Button to={mail.link('/joining/queue')}>Look at the queue</Button>
        </>
      ),
    };
  },
});

async function open(get: Get, requestId: string): Promise<JoinRequestRow | null> {
  const request = await requestById(get(Database), null, requestId);
  return request?.state === 'waiting' || request?.state === 'asked_back' ? request : null;
}

/** Tells the asker that those who decide have a question. */
export const joinAskedBackMail = mailTemplate<RequestData>({
  kind: 'organizations.join-asked-back',
  render: async (get, mail) => {
    const request = await open(get, mail.data.requestId);
    if (request?.state !== 'asked_back' || !request.question) return null;
    return {
      subject: `A question before ${request.organizationName} joins`,
      preheader: 'Your request keeps its place while you answer.',
      because: 'You get this because you asked for your district to join Accord.',
      unsubscribable: false,
      element: (
        <>
          <Heading>We have a question</Heading>
          <Quote>{request.question}</Quote>
          <Paragraph>Your request keeps its place in the queue. It is looked at again as soon as you have answered.</Paragraph>
          <Button to={mail.link('/joining')}>Answer</Button>
        </>
      ),
    };
  },
});

/** Tells everybody who said yes that their district is open and their seat is theirs. */
export const joinOpenedMail = mailTemplate<RequestData>({
  kind: 'organizations.join-opened',
  render: async (get, mail) => {
    const request = await requestById(get(Database), null, mail.data.requestId);
    const own = request?.leaders.find((leader) => leader.email === mail.address || (leader.isAsker && mail.personId === request.accountId));
    if (request?.state !== 'opened' || !own) return null;
    return {
      subject: `${request.organizationName} is open, and your seat is yours`,
      preheader: `You sit as ${roleWords(own.role)}. Sign in with this address.`,
      because: 'You get this because you said that you want your district to join Accord.',
      unsubscribable: false,
      element: (
        <>
          <Heading>Welcome to your seat</Heading>
          <Paragraph>
            {request.organizationName} has joined, and you sit as its {roleWords(own.role)}. Sign in with this address; a code comes by mail, there is no password.
          </Paragraph>
          <Paragraph>Begin with one thing: say on your team’s page who you are, so that districts like yours find you.</Paragraph>
          <Button to={mail.link('/team')}>Open your team’s page</Button>
        </>
      ),
    };
  },
});

/** Tells everybody who said yes why their district is not opened. */
export const joinDeclinedMail = mailTemplate<RequestData>({
  kind: 'organizations.join-declined',
  render: async (get, mail) => {
    const request = await requestById(get(Database), null, mail.data.requestId);
    if (request?.state !== 'declined' || !request.answer) return null;
    return {
      subject: `${request.organizationName} could not be opened`,
      preheader: 'Why, and what you can do.',
      because: 'You get this because you said that you want your district to join Accord.',
      unsubscribable: false,
      element: (
        <>
          <Heading>Your district could not be opened</Heading>
          <Paragraph>
            The request of {dayWords(new Date(request.createdAt).toISOString().slice(0, 10))} was declined, with this reason:
          </Paragraph>
          <Quote>{request.answer}</Quote>
          <Paragraph>If the reason no longer holds, you can ask again.</Paragraph>
          <Button to={mail.link('/joining')}>See the request</Button>
        </>
      ),
    };
  },
});
