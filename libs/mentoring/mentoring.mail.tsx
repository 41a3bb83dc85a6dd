import type { ReactElement } from 'react';
import { Button, Heading, mailTemplate, Paragraph, Quote } from '@app/platform/mail';
import type { Get } from '@app/platform/feature';
import { vocabulary } from '@app/framework';
import { ANSWERED_MAIL, ASKED_MAIL, ENDED_MAIL, type LinkMailData } from './mentoring.notifications.js';
import { type LinkRow, MentoringReads } from './mentoring.queries.js';

type LinkInMail = LinkRow & { isMentor: boolean };

/** The link as the person may read it now; null once they have left both teams, so that old orders tell nothing. */
const linkIn = (get: Get, mail: { personId: string | null; data: LinkMailData }): Promise<LinkInMail | null> => get(MentoringReads).linkOf(mail.personId, mail.data.linkId);

/** Another district asks this one: the letter, and the page on which to answer. */
export const askedMail = mailTemplate<LinkMailData>({
  kind: ASKED_MAIL,
  render: async (get, mail) => {
    const link = await linkIn(get, mail);
    if (!link?.isMentor || link.state !== 'asked') return null;
    return {
      subject: `${link.mentee.name} asks you for mentoring`,
      preheader: oneLine(link.words),
      because: `You get this because you hold one of the three seats of ${link.mentor.name}, which presents.`,
      element: (
        <>
          <Heading>{link.mentee.name} asks for your help</Heading>
          {about(link)}
          <Quote by={signed(link.askedBy?.name, link.mentee.name)}>{link.words}</Quote>
          <Paragraph>Any of your team may answer. With a yes, both teams get a private conversation; a no needs only a friendly word.</Paragraph>
          <Button to={mail.link(`/mentoring/${link.id}`)}>Read and answer</Button>
        </>
      ),
    };
  },
});

/** The mentor has said yes or no. */
export const answeredMail = mailTemplate<LinkMailData>({
  kind: ANSWERED_MAIL,
  render: async (get, mail) => {
    const link = await linkIn(get, mail);
    if (!link || link.isMentor || (link.state !== 'accepted' && link.state !== 'declined')) return null;
    const yes = link.state === 'accepted';
    return {
      subject: yes ? `${link.mentor.name} will mentor you` : `${link.mentor.name} cannot mentor you now`,
      preheader: oneLine(link.answerWords ?? ''),
      because: `You get this because ${link.mentee.name} asked ${link.mentor.name}, and you sit in the team.`,
      element: (
        <>
          <Heading>{yes ? `${link.mentor.name} said yes` : `${link.mentor.name} had to say no`}</Heading>
          <Quote by={signed(link.answeredBy?.name, link.mentor.name)}>{link.answerWords ?? ''}</Quote>
          <Paragraph>{yes ? 'Your two teams now have a private conversation. The next letter is yours: say when you could first talk.' : 'Other presenting districts are like yours too. We show you who has room.'}</Paragraph>
          <Button to={mail.link(yes ? `/mentoring/${link.id}` : '/mentoring')}>{yes ? 'Open the conversation' : 'See who else can help'}</Button>
        </>
      ),
    };
  },
});

/** The other team has ended the link. */
export const endedMail = mailTemplate<LinkMailData>({
  kind: ENDED_MAIL,
  render: async (get, mail) => {
    const link = await linkIn(get, mail);
    if (link?.state !== 'ended') return null;
    const other = link.isMentor ? link.mentee : link.mentor;
    return {
      subject: `The mentoring with ${other.name} has ended`,
      preheader: 'What you wrote to each other stays readable for both teams.',
      because: `You get this because you hold one of the three seats of ${link.isMentor ? link.mentor.name : link.mentee.name}.`,
      element: (
        <>
          <Heading>The mentoring with {other.name} has ended</Heading>
          <Paragraph>{link.isMentor ? 'The place is free for another district.' : 'You may ask another district, or the same one again.'} What you wrote to each other stays readable for both teams.</Paragraph>
          <Button to={mail.link(`/mentoring/${link.id}`)}>Read it again</Button>
        </>
      ),
    };
  },
});

function about({ principle }: LinkRow): ReactElement | null {
  const words = vocabulary.principles.find(({ number }) => number === principle);
  return words ? <Paragraph>It is about {words.name.toLowerCase()}.</Paragraph> : null;
}

function signed(name: string | undefined, organization: string): string {
  return name ? `${name}, ${organization}` : organization;
}

function oneLine(words: string): string {
  const line = words.replaceAll('\n', ' ');
  return line.length > 120 ? `${line.slice(0, line.lastIndexOf(' ', 120))} …` : line;
}
