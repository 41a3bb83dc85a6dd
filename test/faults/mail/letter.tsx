import { Heading, mailTemplate, Paragraph } from '@app/platform/mail';

/** The mail of the battery. */
export const letter = mailTemplate<{ number: number }>({
  kind: 'faults.letter',
  render: async (_get, { data }) => ({
    subject: `Letter ${data.number}`,
    preheader: 'One of many',
    because: 'You get this because the battery wrote to you.',
    element: (
      <>
        <Heading>Letter {data.number}</Heading>
        <Paragraph>It must arrive once.</Paragraph>
      </>
    ),
  }),
});
