import { Loading, PageHeader } from '@app/ui';
import { useSessionInfo, useTitle, type WebRoute } from '@app/platform/web';
import { type ReactNode, useLayoutEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { NotFoundPage } from './NotFoundPage.js';
import { words } from './words.js';

/** Lets a page be seen by those it is for: a visitor is sent to sign in and comes back afterwards. */
export function RouteGate({ route, children }: { route: WebRoute; children: ReactNode }) {
  const session = useSessionInfo();
  const { pathname, search, hash } = useLocation();
  // Before the page's own effects, so that a better title of the page wins.
  useLayoutEffect(() => {
    document.title = `${route.title} — ${words.name}`;
  }, [route.title]);

  if (route.for === 'everyone') return children;
  if (session === null) return <Loading label={words.loadingPage} page lines={4} />;
  if (route.for === 'demo') return session.demo ? children : <NotFoundPage />;
  if (!session.person) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search + hash)}`} replace />;
  if (route.for === 'signed-in') return children;
  // What is absent and what is forbidden look the same.
  if (route.for === 'steward') return session.isSteward ? children : <NotFoundPage />;
  return session.isMember || session.isSteward ? children : <MembersOnly />;
}

function MembersOnly() {
  useTitle(words.membersTitle);
  return <PageHeader title={words.membersTitle} lead={words.membersLead} />;
}
