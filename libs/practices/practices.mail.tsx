import { Button, Heading, mailTemplate, type MailToWrite, Paragraph, Quote } from '@app/platform/mail';
import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { LEADERS, Organizations, READERS_ONLY } from '@app/organizations';
import { APPROVED_MAIL, DUE_MAIL, LAPSED_MAIL, NO_LONGER_MAIL, type PracticeMailData, UNAPPROVED_MAIL } from './due.notices.js';
import { Practice } from './practice.entity.js';
import { approvalsOf, momentsOf } from './practices.queries.js';
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

/** The co-sponsor that a mail is about, and whether it stands behind the practice now. */
async function sponsorOf(get: Get, { data }: MailToWrite<PracticeMailData>): Promise<{ name: string; approves: boolean } | null> {
  const sponsor = data.sponsorId ? await get(Organizations).find(data.sponsorId) : null;
  if (!sponsor) return null;
  const approvals = await approvalsOf(get(Database), data.practiceId);
  return { name: sponsor.name, approves: approvals.some((approval) => approval.organizationId === sponsor.id) };
}

/** Tells those who lead a district that a co-sponsor stands behind what their seats have signed. */
export const approvedMail = mailTemplate<PracticeMailData>({
  kind: APPROVED_MAIL,
  render: async (get, mail) => {
    const [practice, sponsor] = [await practiceOf(get, mail), await sponsorOf(get, mail)];
    if (!practice || !sponsor?.approves) return null;
    return {
      subject: `${sponsor.name} has approved “${practice.title}”`,
      preheader: 'Readers see that it stands behind what your seats have signed.',
      because: LEADER,
      element: (
        <>
          <Heading>It is in force</Heading>
          <Paragraph>
            {sponsor.name} has approved “{practice.title}” as your seats have signed it. Readers see that, and districts that look for what holds find it.
          </Paragraph>
          <Paragraph>If you change its words, your seats sign them and a co-sponsor approves them anew.</Paragraph>
          <Button to={mail.link(`/practices/${practice.slug}`)}>Look at it</Button>
        </>
      ),
    };
  },
});

/** Tells them that it has taken that back, and why. */
export const unapprovedMail = mailTemplate<PracticeMailData>({
  kind: UNAPPROVED_MAIL,
  render: async (get, mail) => {
    const [practice, sponsor] = [await practiceOf(get, mail), await sponsorOf(get, mail)];
    if (!practice || !sponsor || sponsor.approves) return null;
    const taken = (await momentsOf(get(Database), practice.id)).find((moment) => moment.what === 'approval_withdrawn' && moment.organizationName === sponsor.name);
    if (!taken) return null;
    return {
      subject: `${sponsor.name} has taken back its approval of “${practice.title}”`,
      preheader: taken.reason ?? 'Your seats’ signatures stand.',
      because: LEADER,
      element: (
        <>
          <Heading>An approval was taken back</Heading>
          <Paragraph>{sponsor.name} no longer stands behind “{practice.title}”, and says why:</Paragraph>
          {taken.reason && <Quote>{taken.reason}</Quote>}
          <Paragraph>What your seats have signed stands. The reason is read by whoever reads the record.</Paragraph>
          <Button to={mail.link(`/practices/${practice.slug}`)}>Look at it</Button>
        </>
      ),
    };
  },
});

/** Tells those who speak for a co-sponsor that something it stood behind has lapsed. */
export const noLongerMail = mailTemplate<PracticeMailData>({
  kind: NO_LONGER_MAIL,
  render: async (get, { data, personId, link }) => {
    const db = get(Database);
    const practice = await db.of(Practice).findOneBy({ id: data.practiceId });
    if (practice?.stage !== 'lapsed' || practice.hiddenAt || practice.withdrawnAt) return null;
    const speaks = await db.one(`select 1 from seat st where st.organization_id = $1 and st.account_id = $2 and st.role not in (${READERS_ONLY}) limit 1`, [data.sponsorId, personId]);
    const district = await get(Organizations).find(practice.organizationId);
    if (!speaks || !district) return null;
    return {
      subject: `“${practice.title}” has lapsed, which you had approved`,
      preheader: practice.lapseReason ?? `${district.name} does it no more.`,
      because: 'You get this because you speak for a co-sponsor that had approved it.',
      element: (
        <>
          <Heading>It holds no more</Heading>
          <Paragraph>
            “{practice.title}” of {district.name} is marked as lapsed. While it is, readers do not see that your organization stands behind it.
          </Paragraph>
          {practice.lapseReason && <Quote>{practice.lapseReason}</Quote>}
          <Paragraph quiet>If the district’s seats sign the same words again, your approval counts again. Other words need a new one.</Paragraph>
          <Button to={link(`/practices/${practice.slug}`)}>Look at it</Button>
        </>
      ),
    };
  },
});
