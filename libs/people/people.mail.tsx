import { Button, Code, Heading, mailTemplate, Paragraph } from '@app/platform/mail';
import { SignIn } from './sign-in.service.js';

interface ChallengeData {
  challengeId: string;
}

const UNASKED = 'If you did not ask for this, you need do nothing: without it nobody gets in.';

/** The code and the link for somebody who has an account. */
export const signInMail = mailTemplate<ChallengeData>({
  kind: 'people.sign-in-code',
  render: async (get, mail) => {
    const signIn = get(SignIn);
    const code = signIn.codeOf(mail.data.challengeId);
    return {
      subject: `${code} is your Accord code`,
      preheader: 'Good for ten minutes. Type it where you asked for it, or use the button.',
      because: 'You get this because somebody asked to sign in to Accord with this address.',
      element: (
        <>
          <Heading>Your sign-in code</Heading>
          <Code>{code}</Code>
          <Paragraph>Type it on the page where you asked for it. It is good for ten minutes and one use.</Paragraph>
          <Button to={mail.link(`/sign-in/link/${signIn.linkTokenOf(mail.data.challengeId)}`)}>Sign in here instead</Button>
          <Paragraph quiet>{UNASKED}</Paragraph>
        </>
      ),
    };
  },
});

/** For an address nobody here uses yet. */
export const howToJoinMail = mailTemplate<ChallengeData>({
  kind: 'people.how-to-join',
  render: async (get, mail) => ({
    subject: 'How to join Accord',
    preheader: 'Nobody here uses this address yet. Here is how your district joins.',
    because: 'You get this because somebody asked to sign in to Accord with this address.',
    element: (
      <>
        <Heading>Nobody here uses this address yet</Heading>
        <Paragraph>
          Accord is where district teams (superintendent, board president, and union or association leader) keep working together. To join, tell us your name, find your district and
          claim your seat. Somebody who knows your team confirms it.
        </Paragraph>
        <Button to={mail.link(`/join/${get(SignIn).linkTokenOf(mail.data.challengeId)}`)}>Ask to join</Button>
        <Paragraph quiet>The button is good for ten minutes. {UNASKED}</Paragraph>
      </>
    ),
  }),
});

/** Goes to the address that is to become a person's own. */
export const confirmAddressMail = mailTemplate<ChallengeData>({
  kind: 'people.confirm-address',
  render: async (get, mail) => {
    const code = get(SignIn).codeOf(mail.data.challengeId);
    return {
      subject: `${code} confirms your new address`,
      preheader: 'Type it where you changed your address.',
      because: 'You get this because somebody asked to use this address for their Accord account.',
      element: (
        <>
          <Heading>Is this your new address?</Heading>
          <Code>{code}</Code>
          <Paragraph>Type it on the page where you changed your address. It is good for ten minutes.</Paragraph>
          <Paragraph quiet>If you did not ask for this, you need do nothing: the account keeps its old address.</Paragraph>
        </>
      ),
    };
  },
});
