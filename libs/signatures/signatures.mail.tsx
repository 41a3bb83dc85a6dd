import type { ReactElement } from 'react';
import type { Get } from '@app/platform/feature';
import { Button, Code, Heading, List, type MailToWrite, mailTemplate, Paragraph, Quote } from '@app/platform/mail';
import { Confirmations } from '@app/people';
import { type ActMailData, ASKED_MAIL, COMPLETE_MAIL, ENDED_MAIL, INHERITED_MAIL, REMINDER_MAIL } from './signatures.notifications.js';
import { type ActRow, ActReads, type ActSeatRow } from './signatures.queries.js';
import { CODE_MAIL } from './signatures.service.js';

/** An act and the seat in which the reader of a mail sits; null once they do not sit there any more. */
async function seatOf(get: Get, mail: MailToWrite<ActMailData>): Promise<{ act: ActRow; seat: ActSeatRow } | null> {
  const act = await get(ActReads).any(mail.data.actId);
  const seat = act?.seats.find((one) => one.id === mail.data.seatId && one.holders.some((holder) => holder.id === mail.personId));
  return act && seat ? { act, seat } : null;
}

/** The six digits by which somebody signs or ends an act. */
export const codeMail = mailTemplate<ActMailData & { challengeId: string; deed: 'sign' | 'end' }>({
  kind: CODE_MAIL,
  render: async (get, mail) => {
    const found = await seatOf(get, mail);
    const signs = mail.data.deed === 'sign';
    // What is done already needs no code any more.
    if (!found || found.act.state !== (signs ? 'open' : 'complete') || (found.seat.signature === null) !== signs) return null;
    const code = get(Confirmations).codeOf(mail.data.challengeId);
    return {
      subject: signs ? `${code} signs “${found.act.title}”` : `${code} ends “${found.act.title}”`,
      preheader: 'Good for ten minutes. Type it where you asked for it.',
      because: 'You get this because you asked for a code on the page of this text.',
      element: (
        <>
          <Heading>{signs ? 'Your code to sign' : 'Your code to end it'}</Heading>
          <Code>{code}</Code>
          <Paragraph>
            {signs ? 'With it you sign' : 'With it you take back your signature under'} “{found.act.title}” as {lower(found.seat.words)}. Type it on the page where you asked for it; it is good for ten minutes.
          </Paragraph>
          <Paragraph quiet>If you did not ask for this, do nothing, and tell nobody the code: it is good for this one text and for you alone.</Paragraph>
        </>
      ),
    };
  },
});

/** Asks whoever sits in a seat to read a text and sign it. */
export const askedMail = mailTemplate<ActMailData>({
  kind: ASKED_MAIL,
  render: async (get, mail) => {
    const found = await seatOf(get, mail);
    if (!found || found.act.state !== 'open' || found.seat.signature) return null;
    const { act, seat } = found;
    return {
      subject: `${act.proposerName} asks you to sign “${act.title}”`,
      preheader: oneLine(act.text),
      because: `You get this because you sit as ${lower(seat.words)}.`,
      element: (
        <>
          <Heading>A text waits for your signature</Heading>
          <Paragraph>
            {act.proposerName} asks {act.seats.length} seats to sign “{act.title}”. It begins:
          </Paragraph>
          <Quote>{beginning(act.text)}</Quote>
          <Seats act={act} />
          <Button to={mail.link(`/acts/${act.id}`)}>Read it whole, then sign</Button>
          <Paragraph quiet>Opening the page signs nothing. There you ask for a code, type it with your name, and say that you mean it. The seats sign in any order.</Paragraph>
        </>
      ),
    };
  },
});

/** Reminds a seat that has not signed. */
export const reminderMail = mailTemplate<ActMailData>({
  kind: REMINDER_MAIL,
  render: async (get, mail) => {
    const found = await seatOf(get, mail);
    if (!found || found.act.state !== 'open' || found.seat.signature) return null;
    const { act, seat } = found;
    const signed = act.seats.filter((one) => one.signature).length;
    return {
      subject: `Your signature is missing under “${act.title}”`,
      preheader: signed === 0 ? 'Nobody has signed yet. Somebody has to be first.' : `${signed} of ${act.seats.length} have signed.`,
      because: `You get this because you sit as ${lower(seat.words)} and have not signed.`,
      element: (
        <>
          <Heading>Your signature is missing</Heading>
          <Paragraph>“{act.title}” holds once every seat has signed it.</Paragraph>
          <Seats act={act} />
          <Button to={mail.link(`/acts/${act.id}`)}>Read it and sign</Button>
          <Paragraph quiet>If you cannot sign it as it is, say so to the others: a changed text can be put up instead.</Paragraph>
        </>
      ),
    };
  },
});

/** Tells all signers that everybody has signed, and where the receipt is. */
export const completeMail = mailTemplate<ActMailData>({
  kind: COMPLETE_MAIL,
  render: async (get, mail) => {
    const found = await seatOf(get, mail);
    if (found?.act.state !== 'complete') return null;
    const { act, seat } = found;
    return {
      subject: `All have signed “${act.title}”`,
      preheader: 'It holds from now on. Here is the receipt.',
      because: `You get this because your seat signed it: ${seat.words}.`,
      element: (
        <>
          <Heading>It is signed by all</Heading>
          <Paragraph>“{act.title}” holds from now on.</Paragraph>
          <Seats act={act} />
          <Button to={mail.link(`/acts/${act.id}`)}>See the receipt</Button>
          <Paragraph quiet>The receipt holds the text, its fingerprint, who signed for which seat and when; you can keep it as a PDF.</Paragraph>
        </>
      ),
    };
  },
});

/** Tells the other signers that one seat has ended what all had signed. */
export const endedMail = mailTemplate<ActMailData>({
  kind: ENDED_MAIL,
  render: async (get, mail) => {
    const found = await seatOf(get, mail);
    if (found?.act.state !== 'ended') return null;
    const { act, seat } = found;
    return {
      subject: `“${act.title}” no longer holds`,
      preheader: `${act.closerName ?? 'One of you'} took back a signature.`,
      because: `You get this because your seat signed it: ${seat.words}.`,
      element: (
        <>
          <Heading>“{act.title}” no longer holds</Heading>
          <Paragraph>{act.closerName ?? 'One of you'} took back the signature of their seat. What was signed stays on record, with this word:</Paragraph>
          <Quote by={act.closerName ?? undefined}>{act.closeReason ?? ''}</Quote>
          <Button to={mail.link(`/acts/${act.id}`)}>See the record</Button>
        </>
      ),
    };
  },
});

/** Tells whoever takes a seat what it has signed before them. */
export const inheritedMail = mailTemplate<ActMailData>({
  kind: INHERITED_MAIL,
  render: async (get, mail) => {
    const found = await seatOf(get, mail);
    if (!found?.seat.signature?.holderChanged || found.act.state !== 'open') return null;
    const { act, seat } = found;
    return {
      subject: `Your seat has signed “${act.title}”`,
      preheader: `${found.seat.signature.name} signed before you sat there.`,
      because: `You get this because you now sit as ${lower(seat.words)}.`,
      element: (
        <>
          <Heading>Your seat has signed a text that others still have to sign</Heading>
          <Paragraph>
            {found.seat.signature.name} signed “{act.title}” before you sat there. The signature is the seat’s, so it counts. While others have yet to sign, you may take it back.
          </Paragraph>
          <Seats act={act} />
          <Button to={mail.link(`/acts/${act.id}`)}>Read what your seat signed</Button>
        </>
      ),
    };
  },
});

function Seats({ act }: { act: ActRow }): ReactElement {
  return <List items={act.seats.map((seat) => ({ title: seat.words, note: seat.signature ? `signed by ${seat.signature.name}` : seat.holders.length > 0 ? 'has yet to sign' : 'nobody sits there at the moment' }))} />;
}

const lower = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, line.lastIndexOf(' ', 120))} …` : line;
}

function beginning(text: string): string {
  return text.length > 400 ? `${text.slice(0, text.lastIndexOf(' ', 400))} …` : text;
}
