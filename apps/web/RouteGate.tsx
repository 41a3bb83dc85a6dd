import { ErrorState, Loading, PageHeader } from '@app/ui';
import { sessionExpired, useSessionInfo, useSessionTrouble, useTitle, type WebRoute } from '@app/platform/web';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { NotFoundPage } from './NotFoundPage.js';
import { words } from './words.js';

/** Lets a page be seen by those it is for: a visitor is sent to sign in and comes back afterwards. */
export function RouteGate({ route, children }: { route: WebRoute; children: ReactNode }) {
  const session = useSessionInfo();
  const trouble = useSessionTrouble();
  const { pathname, search, hash } = useLocation();
  const hasEnded = useHasEnded();
  // Before the page's own effects, so that a better title of the page wins.
  useLayoutEffect(() => {
    document.title = `${route.title} — ${words.name}`;
  }, [route.title]);

  // What is written on the page must outlive a session that ended in another window.
  if (route.for === 'everyone' || hasEnded) return children;
  if (trouble)
    return (
      <ErrorState level={1} onRetry={trouble.retry} retrying={trouble.retrying}>
        {trouble.message}
      </ErrorState>
    );
  if (session === null) return <Loading label={words.loadingPage} page lines={4} />;
  if (route.for === 'demo') return session.demo ? children : <NotFoundPage />;
  if (!session.person) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search + hash)}`} replace />;
  if (route.for === 'signed-in') return children;
  // What is absent and what is forbidden look the same.
  if (route.for === 'steward') return session.isSteward ? children : <NotFoundPage />;
  return session.isMember || session.isSteward ? children : <MembersOnly />;
}

/** Whether the reader was signed in when this page opened and no longer is; the shell is told once. */
function useHasEnded(): boolean {
  const session = useSessionInfo();
  const isSignedIn = Boolean(session?.person);
  const [wasSignedIn, setWasSignedIn] = useState(isSignedIn);
  if (isSignedIn && !wasSignedIn) setWasSignedIn(true);
  const hasEnded = wasSignedIn && session !== null && !isSignedIn;
  useEffect(() => {
    if (hasEnded) sessionExpired();
  }, [hasEnded]);
  return hasEnded;
}

function MembersOnly() {
  useTitle(words.membersTitle);
  return <PageHeader title={words.membersTitle} lead={words.membersLead} />;
}
