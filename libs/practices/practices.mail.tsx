import { Button, Heading, mailTemplate, type MailToWrite, Paragraph } from '@app/platform/mail';
import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { LEADERS } from '@app/organizations';
import { DUE_MAIL, LAPSED_MAIL, type PracticeMailData } from './due.notices.js';
import { Practice } from './practice.entity.js';
import { stateOf } from './stage.js';

/** The practice a mail is about, while the reader still leads its district. */
async function practiceOf(get: Get, mail: MailToWrite<PracticeMailData>): Promise<Practice | null> {
  const db = get(Database);
  const practice = await db.of(Practice).findOneBy({ id: mail.data.practiceId });
  if (!practice || practice.hiddenAt || practice.withdrawnAt) return null;
  const leads = await db.one(`select 1 from seat st where st.organization_id = $1 and st.account_id = $2 and st.role in (${LEADERS}) limit 1`, [practice.organizationId, mail.personId]);
  return leads ? practice : null;
}

const dayOf = (at: Date | null): string => at?.toLocaleDateString('en-US', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }) ?? '';
const LEADER = 'You get this because you sit in one of your district’s leading seats.';

/** Asks those who lead a district whether they still do what they affirmed a year ago. */
export const dueMail = mailTemplate<PracticeMailData>({
  kind: DUE_MAIL,
  render: async (get, mail) => {
    const practice = await practiceOf(get, mail);
    if (!practice || stateOf(practice) !== 'due') return null;
    return {
      subject: `Do you still do “${practice.title}”?`,
      preheader: `Your seats confirmed it last on ${dayOf(practice.affirmedAt)}.`,
      because: LEADER,
      element: (
        <>
          <Heading>Do you still do this?</Heading>
          <Paragraph>
            Your district’s seats confirmed “{practice.title}” on {dayOf(practice.affirmedAt)}. A year has gone by, and other districts rely on it.
          </Paragraph>
          <Paragraph>If you do, ask your seats to sign it again. If it has changed, change the words first. If it has ended, say so and why: that helps others as much.</Paragraph>
          <Button to={mail.link(`/practices/${practice.slug}`)}>Look at it and answer</Button>
          <Paragraph quiet>Unless it is confirmed within another year, it is marked as lapsed. The record stays.</Paragraph>
        </>
      ),
    };
  },
});

/** Tells those who lead a district that a record of theirs has lapsed because nobody confirmed it. */
export const lapsedMail = mailTemplate<PracticeMailData>({
  kind: LAPSED_MAIL,
  render: async (get, mail) => {
    const practice = await practiceOf(get, mail);
    if (practice?.lapseCause !== 'unconfirmed' || practice.stage !== 'lapsed' || !practice.affirmedAt) return null;
    return {
      subject: `“${practice.title}” is marked as lapsed`,
      preheader: `Your seats confirmed it last on ${dayOf(practice.affirmedAt)}.`,
      because: LEADER,
      element: (
        <>
          <Heading>Marked as lapsed</Heading>
          <Paragraph>
            Nobody has confirmed “{practice.title}” since {dayOf(practice.affirmedAt)}, so readers are told that it has lapsed. The record stays as it was.
          </Paragraph>
          <Paragraph>If you still do it, your seats can sign it again at any time; then it holds again from that day.</Paragraph>
          <Button to={mail.link(`/practices/${practice.slug}`)}>Look at it</Button>
        </>
      ),
    };
  },
});
