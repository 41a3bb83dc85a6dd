import { Button, Heading, mailTemplate, Paragraph, Quote } from '@app/platform/mail';
import { Database } from '@app/platform/database';
import type { Get } from '@app/platform/feature';
import { ASSIGNED_MAIL, type CaseStudyMailData, RETURNED_MAIL } from './case-studies.notifications.js';
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
