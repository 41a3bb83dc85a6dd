import { Button, Heading, mailTemplate, Paragraph, Quote } from '@app/platform/mail';
import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { LEADERS } from '@app/organizations';
import { ASSIGNED_MAIL, type CaseStudyMailData, PUBLISHED_MAIL, RETIRED_MAIL, RETURNED_MAIL, UNAPPROVED_MAIL } from './case-studies.notifications.js';
import { caseStudyById, type CaseStudyRow } from './case-studies.queries.js';

/** The draft a mail is about, while the reader is still its writer. */
async function draftOf(get: Get, { data, personId }: { data: CaseStudyMailData; personId: string | null }): Promise<CaseStudyRow | null> {
  const study = await caseStudyById(get(Database), data.caseStudyId);
  return study?.state === 'draft' && study.writerId === personId && !study.hiddenAt ? study : null;
}

const WRITER = 'You get this because you were asked to write a case study.';

/** Asks somebody to write about a district. */
export const assignedMail = mailTemplate<CaseStudyMailData>({
  kind: ASSIGNED_MAIL,
  render: async (get, mail) => {
    const study = await draftOf(get, mail);
    if (!study) return null;
    return {
      subject: study.revises ? `You are asked to write a new version of “${study.title}”` : `You are asked to write about ${study.district.name}`,
      preheader: study.title,
      because: WRITER,
      element: (
        <>
          <Heading>{study.revises ? 'A new version to write' : 'A case study to write'}</Heading>
          <Paragraph>
            {study.revises
              ? `${study.assigner.name} asks you to write a new version of “${study.title}”. It begins with the words that are out, and those stay until yours are signed and approved.`
              : `${study.assigner.name} asks you to write “${study.title}”: how ${study.district.name} came to it, in five parts.`}
          </Paragraph>
          <Paragraph>The part that others come for is how it came about. Once you offer it, the seats of {study.district.name} read and sign it, and a co-sponsor approves it.</Paragraph>
          <Button to={mail.link(`/case-studies/${study.slug}/write`)}>{study.revises ? 'Go on from what is out' : study.context ? 'Go on from the first draft' : 'Begin to write'}</Button>
        </>
      ),
    };
  },
});

/** Tells a writer what the district wants changed. */
export const returnedMail = mailTemplate<CaseStudyMailData>({
  kind: RETURNED_MAIL,
  render: async (get, mail) => {
    const study = await draftOf(get, mail);
    if (!study) return null;
    return {
      subject: `${study.district.name} sends “${study.title}” back`,
      preheader: study.returnedWords ?? 'It is a draft again.',
      because: WRITER,
      element: (
        <>
          <Heading>It is a draft again</Heading>
          <Paragraph>{study.district.name} has not signed “{study.title}”, and sends it back to you.</Paragraph>
          {study.returnedWords && <Quote>{study.returnedWords}</Quote>}
          <Button to={mail.link(`/case-studies/${study.slug}/write`)}>Change it</Button>
        </>
      ),
    };
  },
});

/** The case study a mail is about once it is out, while the reader is still named as its writer. */
async function writtenOf(get: Get, { data, personId }: { data: CaseStudyMailData; personId: string | null }): Promise<CaseStudyRow | null> {
  const study = await caseStudyById(get(Database), data.caseStudyId);
  return study && study.writerId === personId && !study.hiddenAt ? study : null;
}

const WROTE = 'You get this because you wrote this case study.';

/** Tells a writer that everybody reads it now. */
export const publishedMail = mailTemplate<CaseStudyMailData>({
  kind: PUBLISHED_MAIL,
  render: async (get, mail) => {
    const study = await writtenOf(get, mail);
    if (study?.state !== 'published') return null;
    const sponsors = study.approvals.map((approval) => approval.organizationName).join(', ');
    return {
      subject: `“${study.title}” is out`,
      preheader: 'Everybody can read what you have written.',
      because: WROTE,
      element: (
        <>
          <Heading>It is out</Heading>
          <Paragraph>
            The seats of {study.district.name} have signed “{study.title}”{sponsors && `, and ${sponsors} has approved it`}. Everybody reads it now, also without an account.
          </Paragraph>
          <Button to={mail.link(`/case-studies/${study.slug}`)}>See how it reads</Button>
        </>
      ),
    };
  },
});

/** Tells a writer that the district no longer stands by it. */
export const retiredMail = mailTemplate<CaseStudyMailData>({
  kind: RETIRED_MAIL,
  render: async (get, mail) => {
    const study = await writtenOf(get, mail);
    if (study?.state !== 'retired') return null;
    return {
      subject: `${study.district.name} no longer stands by “${study.title}”`,
      preheader: study.retireReason ?? 'It is marked as retired.',
      because: WROTE,
      element: (
        <>
          <Heading>Marked as retired</Heading>
          <Paragraph>{study.district.name} no longer stands by “{study.title}”, which you wrote. It says why:</Paragraph>
          {study.retireReason && <Quote>{study.retireReason}</Quote>}
          <Button to={mail.link(`/case-studies/${study.slug}`)}>Look at it</Button>
        </>
      ),
    };
  },
});

/** Tells those who lead the district, and the writer, that a co-sponsor has taken its approval back. */
export const unapprovedMail = mailTemplate<CaseStudyMailData>({
  kind: UNAPPROVED_MAIL,
  render: async (get, mail) => {
    const db = get(Database);
    const study = await caseStudyById(db, mail.data.caseStudyId);
    const taken = study?.unapprovals.find((unapproval) => unapproval.organizationId === mail.data.sponsorId);
    if (!study || !taken || study.hiddenAt) return null;
    const leads = await db.one(`select 1 from seat st where st.organization_id = $1 and st.account_id = $2 and st.role in (${LEADERS}) limit 1`, [study.districtId, mail.personId]);
    if (!leads && study.writerId !== mail.personId) return null;
    return {
      subject: `${taken.organizationName} has taken back its approval of “${study.title}”`,
      preheader: taken.reason,
      because: leads ? 'You get this because you sit in one of your district’s leading seats.' : WROTE,
      element: (
        <>
          <Heading>An approval was taken back</Heading>
          <Paragraph>{taken.organizationName} no longer stands behind “{study.title}”, and says why:</Paragraph>
          <Quote>{taken.reason}</Quote>
          <Paragraph>It stays where it is, and so do the signatures. The reason is read by whoever reads it.</Paragraph>
          <Button to={mail.link(`/case-studies/${study.slug}`)}>Look at it</Button>
        </>
      ),
    };
  },
});
