import { Button, LinkButton, Notice, PageHeader } from '@app/ui';
import { useAct, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { SignInByLinkDocument } from './people.generated.js';
import { goOn } from './session.js';
import { words } from './words.js';

/** The page behind a mailed link: only its button signs anybody in, because mail filters open every link. */
export default function SignInLinkPage() {
  useTitle(words.linkTitle);
  const { token = '' } = useParams();
  const signIn = useAct(SignInByLinkDocument, { refreshes: 'nothing', onDone: () => goOn(null) });
  return (
    <>
      <PageHeader title={words.linkTitle} lead={words.linkLead} />
      {signIn.message || signIn.fields.length > 0 ? (
        <Notice kind="attention" title={signIn.message ?? signIn.fields[0]?.message ?? ''}>
          <LinkButton to="/sign-in">{words.linkBad}</LinkButton>
        </Notice>
      ) : (
        <Button look="primary" pending={signIn.pending} onPress={() => void signIn.run({ token })}>
          {words.signIn}
        </Button>
      )}
    </>
  );
}
