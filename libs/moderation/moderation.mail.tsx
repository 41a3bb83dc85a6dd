import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { Button, Heading, mailTemplate, type MailTemplate, Paragraph, Quote } from '@app/platform/mail';
import { Decision } from './decision.entity.js';
import { Report } from './report.entity.js';
import { reasonWords } from './reason-words.js';
import { VisitorReport } from './visitor-report.entity.js';
import { CONFIRM_REPORT, VisitorReports } from './visitor-reports.service.js';

interface Decided {
  decision: Decision;
  report: Report;
}

async function decidedOf(get: Get, decisionId: string): Promise<Decided | null> {
  const db = get(Database);
  const decision = await db.of(Decision).findOneBy({ id: decisionId });
  const report = decision && (await db.of(Report).findOneBy({ id: decision.reportId }));
  return report && decision && { decision, report };
}

const STEWARD = 'You get this because you run this installation of Accord.';
const AUTHOR = 'You get this because you, or somebody of your team, posted it on Accord.';

/** To stewards, when something is reported. Says what and why, but not what the thing says: mail travels. */
const reportedMail = mailTemplate<{ reportId: string }>({
  kind: 'moderation.reported',
  render: async (get, mail) => {
    const report = await get(Database).of(Report).findOneBy({ id: mail.data.reportId });
    if (!report || report.state !== 'open') return null;
    return {
      subject: `Reported: ${report.title}`,
      preheader: reasonWords[report.reason],
      because: STEWARD,
      unsubscribable: false,
      element: (
        <>
          <Heading>{report.byVisitor ? 'A visitor reports something' : 'A member reports something'}</Heading>
          <Paragraph>{report.title}</Paragraph>
          <Paragraph>Their reason: {reasonWords[report.reason]}</Paragraph>
          {report.words && <Quote>{report.words}</Quote>}
          <Button to={mail.link('/steward')}>Read it and decide</Button>
          <Paragraph quiet>It stays as it is until a steward decides.</Paragraph>
        </>
      ),
    };
  },
});

/** To stewards, when an author gives their side. */
const answeredMail = mailTemplate<{ decisionId: string }>({
  kind: 'moderation.answered',
  render: async (get, mail) => {
    const found = await decidedOf(get, mail.data.decisionId);
    if (found?.report.state !== 'taken_down') return null;
    return {
      subject: `The author answers: ${found.report.title}`,
      preheader: 'They give their side of what you took down.',
      because: STEWARD,
      unsubscribable: false,
      element: (
        <>
          <Heading>The author gives their side</Heading>
          <Paragraph>{found.report.title}</Paragraph>
          <Quote>{found.decision.words}</Quote>
          <Button to={mail.link('/steward#decided')}>Decide whether it stands again</Button>
        </>
      ),
    };
  },
});

/** To the author, with the reason and how to answer. */
const takenDownMail = mailTemplate<{ decisionId: string }>({
  kind: 'moderation.taken-down',
  render: async (get, mail) => {
    const found = await decidedOf(get, mail.data.decisionId);
    if (!found) return null;
    return {
      subject: `Taken down: ${found.report.title}`,
      preheader: 'The reason, and how to answer it.',
      because: AUTHOR,
      unsubscribable: false,
      element: (
        <>
          <Heading>Something of yours was taken down</Heading>
          <Paragraph>{found.report.title}</Paragraph>
          <Paragraph>A steward has hidden it from everybody but you. Their reason:</Paragraph>
          <Quote>{found.decision.words}</Quote>
          <Paragraph>If you see it otherwise, say so: the stewards read your answer and can let it stand again. Nothing has been deleted.</Paragraph>
          <Button to={mail.link(`/taken-down/${found.decision.id}`)}>Read it again and answer</Button>
        </>
      ),
    };
  },
});

const toAuthor = (kind: string, words: { subject: string; preheader: string; heading: string; intro: string; button: string; path: (found: Decided) => string }): MailTemplate =>
  mailTemplate<{ decisionId: string }>({
    kind,
    render: async (get, mail) => {
      const found = await decidedOf(get, mail.data.decisionId);
      if (!found) return null;
      return {
        subject: `${words.subject}: ${found.report.title}`,
        preheader: words.preheader,
        because: AUTHOR,
        element: (
          <>
            <Heading>{words.heading}</Heading>
            <Paragraph>{found.report.title}</Paragraph>
            <Paragraph>{words.intro}</Paragraph>
            <Quote>{found.decision.words}</Quote>
            <Button to={mail.link(words.path(found))}>{words.button}</Button>
          </>
        ),
      };
    },
  });

const restoredMail = toAuthor('moderation.restored', {
  subject: 'It stands again',
  preheader: 'Everybody who could read it before can read it again.',
  heading: 'It stands again',
  intro: 'A steward has let it stand again. Their words:',
  button: 'See it in its place',
  path: ({ report }) => report.path,
});

const upheldMail = toAuthor('moderation.upheld', {
  subject: 'It stays down',
  preheader: 'A steward has read your answer.',
  heading: 'Your answer was read; it stays down',
  intro: 'A steward has read your side and leaves it hidden. Their words:',
  button: 'Read what was said',
  path: ({ decision }) => `/taken-down/${decision.answersId ?? decision.id}`,
});

/** To whoever reported, so that nobody warns into the void. */
const reportAnsweredMail = mailTemplate<{ decisionId: string }>({
  kind: 'moderation.report-answered',
  render: async (get, mail) => {
    const found = await decidedOf(get, mail.data.decisionId);
    if (!found) return null;
    const { decision, report } = found;
    const down = decision.verb === 'taken_down';
    return {
      subject: down ? 'What you reported was taken down' : 'What you reported stays as it is',
      preheader: report.title,
      because: 'You get this because you reported it to the stewards. Nobody else is told that you did.',
      element: (
        <>
          <Heading>{down ? 'It was taken down' : 'It stays as it is'}</Heading>
          <Paragraph>You reported: {report.title}</Paragraph>
          <Paragraph>
            {down ? 'A steward agrees and has hidden it. Its author is told why, but not who reported it.' : 'A steward has read it and leaves it as it is. Their words to you:'}
          </Paragraph>
          {!down && <Quote>{decision.words}</Quote>}
          {!down && <Button to={mail.link(report.path)}>See it in its place</Button>}
          <Paragraph quiet>Thank you for looking after this place.</Paragraph>
        </>
      ),
    };
  },
});

/** To whoever typed an address into the form for visitors. It says nothing that somebody else has typed. */
const confirmReportMail = mailTemplate<{ visitorReportId: string }>({
  kind: CONFIRM_REPORT,
  render: async (get, mail) => {
    const waits = await get(Database).of(VisitorReport).findOneBy({ id: mail.data.visitorReportId });
    if (!waits || waits.confirmedAt) return null;
    return {
      subject: 'Confirm your report',
      preheader: 'It reaches the stewards once you confirm it.',
      because: 'You get this because somebody reported something on Accord and gave this address for the answer.',
      element: (
        <>
          <Heading>Was it you who reported something?</Heading>
          <Paragraph>Then read it once more and confirm it. Nothing reaches the stewards before that.</Paragraph>
          <Button to={mail.link(`/report/confirm/${get(VisitorReports).tokenOf(waits.id)}`)}>Read it and confirm</Button>
          <Paragraph quiet>If it was not you, do nothing: what is not confirmed in two days is taken away.</Paragraph>
        </>
      ),
    };
  },
});

export const moderationMails: MailTemplate[] = [reportedMail, answeredMail, takenDownMail, restoredMail, upheldMail, reportAnsweredMail, confirmReportMail];
