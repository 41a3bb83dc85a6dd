import { ErrorState, Loading } from '@app/ui';
import { useSessionInfo, useSessionTrouble, useTitle } from '@app/platform/web';
import { SignedOutPage } from './SignedOutPage.js';
import TeamPage from './TeamPage.js';
import { words } from './words.js';

/** The first page: the front door for visitors, the team for everybody else. */
export default function FrontPage() {
  const session = useSessionInfo();
  const trouble = useSessionTrouble();
  if (trouble)
    return (
      <ErrorState level={1} onRetry={trouble.retry} retrying={trouble.retrying}>
        {trouble.message}
      </ErrorState>
    );
  if (session === null) return <Loading page lines={6} />;
  return session.person ? <TeamPage /> : <Visitor demo={session.demo} />;
}

function Visitor({ demo }: { demo: boolean }) {
  useTitle(words.frontTitle);
  return <SignedOutPage demo={demo} />;
}
