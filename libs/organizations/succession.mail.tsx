import { Database } from '@app/platform/database';
import { Button, Heading, List, mailTemplate, Paragraph, Quote } from '@app/platform/mail';
import { Accounts } from '@app/people';
import { Briefs } from './briefs.service.js';
import { YearlyConfirmations, confirmationState } from './yearly-confirmations.service.js';
import { Handovers, handoverState } from './handovers.service.js';
import { holdingById, type HoldingRow } from './holdings.queries.js';
import { Organizations } from './organizations.service.js';
import { seatWords } from './seat.words.js';
import { checkById } from './seat-checks.queries.js';
import type { CheckReason } from './seat-check.entity.js';
import { SeatHandover } from './seat-handover.entity.js';
import type { HoldingEnd } from './seat-holding.entity.js';
import { dayInWords } from './term-day.js';

interface HandoverData {
  handoverId: string;
}

/** Tells a successor that a seat is handed to them. */
export const handoverMail = mailTemplate<HandoverData>({
  kind: 'organizations.handover',
  render: async (get, mail) => {
    const handover = await get(Database).of(SeatHandover).findOneBy({ id: mail.data.handoverId });
    const organization = handover && (await get(Organizations).find(handover.organizationId));
    if (!handover || !organization || handoverState(handover) !== 'open') return null;
    const [holder] = handover.fromAccountId ? await get(Accounts).byIds([handover.fromAccountId]) : [];
    const from = holder?.name ?? 'Whoever sat there before you';
    const seat = seatWords(handover.role, handover.title, organization.laborWord);
    return {
      subject: `${from} hands you the seat of ${seat} of ${organization.name}`,
      preheader: handover.day ? `From ${dayInWords(handover.day)} on it is yours.` : 'It is yours as soon as you accept.',
      because: `You get this because ${from} named this address as the successor in the team of ${organization.name}.`,
      unsubscribable: false,
      element: (
        <>
          <Heading>A seat is handed to you</Heading>
          <Paragraph>
            {from} names you to follow as {seat} of {organization.name} on Accord, where superintendents, board presidents and union or association leaders work together.
            {handover.day ? ` You sit there from ${dayInWords(handover.day)} on.` : ' You sit there as soon as you accept.'}
          </Paragraph>
          {handover.words && <Quote by={from}>{handover.words}</Quote>}
          <Paragraph>Everything that the district has here is yours to go on with from the first day: conversations, mentoring, what it has shared. A brief waits for you.</Paragraph>
          <Button to={mail.link(`/handover/${get(Handovers).tokenOf(handover.id)}`)}>See the seat</Button>
          <Paragraph quiet>The link is for you alone. Opening it commits you to nothing.</Paragraph>
        </>
      ),
    };
  },
});

/** Tells somebody who was named as a successor that this is off. */
export const handoverWithdrawnMail = mailTemplate<HandoverData>({
  kind: 'organizations.handover-withdrawn',
  render: async (get, mail) => {
    const handover = await get(Database).of(SeatHandover).findOneBy({ id: mail.data.handoverId });
    const organization = handover && (await get(Organizations).find(handover.organizationId));
    if (!handover?.withdrawnAt || !organization) return null;
    const seat = seatWords(handover.role, handover.title, organization.laborWord);
    return {
      subject: `The seat of ${seat} of ${organization.name} is not handed over for now`,
      preheader: 'The link you were sent no longer works.',
      because: `You get this because you were named as the successor in the team of ${organization.name}.`,
      unsubscribable: false,
      element: (
        <>
          <Heading>The hand-over was taken back</Heading>
          <Paragraph>
            Whoever sits as {seat} of {organization.name} keeps the seat for now. The link in the earlier mail no longer works. If this surprises you, write to them.
          </Paragraph>
          <Button to={mail.link('/')}>Open Accord</Button>
        </>
      ),
    };
  },
});

const ENDED: Record<HoldingEnd, (seat: string) => string> = {
  handed_over: (seat) => `Your successor has taken the seat of ${seat}. The team goes on where you left it.`,
  left: (seat) => `You have left the seat of ${seat}. It waits for your successor.`,
  term_ended: (seat) => `The last day of your term as ${seat}, as you had named it, is over. The seat waits for your successor.`,
  found_gone: (seat) => `The others of your team told us that you no longer sit as ${seat}, and we have not heard from you. The seat waits for your successor.`,
  taken_off: (seat) => `You are no longer on the team’s list as ${seat}.`,
  unknown: (seat) => `You no longer sit as ${seat}.`,
};

/** Tells whoever sat somewhere that their time there is over, and where what they wrote is. */
export const seatEndedMail = mailTemplate<{ holdingId: string }>({
  kind: 'organizations.seat-ended',
  render: async (get, mail) => {
    const holding = await holdingById(get(Database), mail.data.holdingId);
    if (!holding?.ended) return null;
    const seat = `${seatOf(holding)} of ${holding.organizationName}`;
    return {
      subject: `You no longer sit as ${seat}`,
      preheader: 'What you wrote stays, and you can go on reading it.',
      because: `You get this because you sat in the team of ${holding.organizationName}.`,
      unsubscribable: false,
      element: (
        <>
          <Heading>Thank you for your time in this seat</Heading>
          <Paragraph>{ENDED[holding.ended](seat)}</Paragraph>
          <Paragraph>You were signed out everywhere. Sign in again whenever you like: you can read all that you wrote, and you write no more in the name of {holding.organizationName}.</Paragraph>
          <Button to={mail.link('/me/wrote')}>Read what you wrote</Button>
          {holding.ended === 'found_gone' && <Paragraph quiet>If you still sit there, claim the seat again; somebody who knows you confirms it.</Paragraph>}
        </>
      ),
    };
  },
});

/** What is going on, for whoever has just followed somebody. */
export const briefMail = mailTemplate<{ seatId: string }>({
  kind: 'organizations.brief',
  render: async (get, mail) => {
    const brief = mail.personId ? await get(Briefs).forPerson(mail.personId, mail.data.seatId) : null;
    const organization = brief && (await get(Organizations).find(brief.organizationId));
    if (!brief || !organization) return null;
    const by = brief.predecessor?.name;
    return {
      subject: `Your brief: what is going on for ${organization.name}`,
      preheader: brief.sections[0]?.items[0]?.title ?? 'Who sits beside you, and what you can go on with.',
      because: `You get this because you have taken a seat in the team of ${organization.name}.`,
      element: (
        <>
          <Heading>Welcome. Here is where things stand</Heading>
          <Paragraph>
            {by ? `${by} sat here before you. ` : ''}All that {organization.name} has begun here goes on with you. This is what is open.
          </Paragraph>
          {brief.words && <Quote {...(by ? { by } : {})}>{brief.words}</Quote>}
          {brief.sections.map((section) => (
            <List key={section.title} title={section.title} items={section.items.map(({ title, path, note }) => ({ title, to: mail.link(path), ...(note ? { note } : {}) }))} />
          ))}
          <Button to={mail.link(`/team/seats/${brief.seatId}/brief`)}>Read it on its page</Button>
        </>
      ),
    };
  },
});

/** The yearly question to a holder: one press says yes. Also sent when others believe that they have left. */
export const confirmSeatMail = mailTemplate<{ holdingId: string; which: 'first' | 'reminder' | 'doubted' }>({
  kind: 'organizations.confirm-seat',
  render: async (get, mail) => {
    const holding = await holdingById(get(Database), mail.data.holdingId);
    if (!holding || confirmationState(holding) !== 'open') return null;
    const seat = `${seatOf(holding)} of ${holding.organizationName}`;
    const doubted = mail.data.which === 'doubted';
    return {
      subject: doubted ? `Your colleagues believe that you have left the seat of ${seat}` : `Do you still sit as ${seat}?`,
      preheader: doubted ? 'If you still sit there, say so within two weeks. One press does it.' : 'One press, once a year.',
      because: `You get this because you sit in the team of ${holding.organizationName}.`,
      unsubscribable: false,
      element: (
        <>
          <Heading>{doubted ? 'Have you left your seat?' : 'Do you still sit there?'}</Heading>
          <Paragraph>
            {doubted
              ? `The others in the team say that you no longer sit as ${seat}. Your word counts more than theirs: say that you are still there, and nothing happens. If we do not hear from you within two weeks, the seat falls vacant.`
              : `Once a year we ask everybody in a leading seat. You are shown as ${seat}${mail.data.which === 'reminder' ? '; we asked two weeks ago and have no answer yet' : ''}.`}
          </Paragraph>
          <Button to={mail.link(`/team/confirm/${get(YearlyConfirmations).tokenOf(holding)}`)}>Answer</Button>
          <Paragraph quiet>Opening the link changes nothing. If you have left, the page shows how to hand the seat over.</Paragraph>
        </>
      ),
    };
  },
});

const ASKED_BECAUSE: Record<CheckReason, (name: string) => string> = {
  bounced: (name) => `A mail to ${name} came back: the address no longer works.`,
  unconfirmed: (name) => `${name} has not answered our yearly question, nor the reminder.`,
  asked: (name) => `Somebody has asked us whether ${name} still sits there.`,
};

/** Asks those who sit beside a seat whether its holder is still there. */
export const seatCheckMail = mailTemplate<{ checkId: string }>({
  kind: 'organizations.seat-check',
  render: async (get, mail) => {
    const check = await checkById(get(Database), mail.data.checkId);
    if (!check || check.closed || !check.holderName) return null;
    const seat = `${seatWords(check.role, null, check.laborWord)} of ${check.organizationName}`;
    return {
      subject: `Does ${check.holderName} still sit as ${seat}?`,
      preheader: 'Three answers, one press. Nobody loses a seat by your word alone.',
      because: `You get this because you can tell who sits for ${check.organizationName}.`,
      unsubscribable: false,
      element: (
        <>
          <Heading>Does {check.holderName} still sit there?</Heading>
          <Paragraph>{ASKED_BECAUSE[check.reason](check.holderName)} You know the team: do they still sit as {seat}, have they left, or do you not know?</Paragraph>
          <Button to={mail.link(`/seat-checks/${check.id}`)}>Answer</Button>
          <Paragraph quiet>A seat falls vacant only when everybody beside it says so and its holder, asked too, is not heard of for two weeks.</Paragraph>
        </>
      ),
    };
  },
});

/** Tells a holder that the term they have named ends within a month. */
export const termEndingMail = mailTemplate<{ holdingId: string }>({
  kind: 'organizations.term-ending',
  render: async (get, mail) => {
    const holding = await holdingById(get(Database), mail.data.holdingId);
    if (!holding?.termEnds || holding.until) return null;
    const seat = `${seatOf(holding)} of ${holding.organizationName}`;
    return {
      subject: `Your term as ${seat} ends on ${dayInWords(holding.termEnds)}`,
      preheader: 'Name your successor, or say that you stay.',
      because: `You get this because you sit in the team of ${holding.organizationName}.`,
      unsubscribable: false,
      element: (
        <>
          <Heading>Who follows you?</Heading>
          <Paragraph>
            You told us that your term as {seat} ends on {dayInWords(holding.termEnds)}. The day after, the seat is vacant. Hand it over before then and your successor goes on the same day; if you stay, change the day.
          </Paragraph>
          <Button to={mail.link('/team/seats')}>See to your seat</Button>
        </>
      ),
    };
  },
});

function seatOf(holding: HoldingRow): string {
  return seatWords(holding.role, holding.title, holding.laborWord);
}
