import { SkipLink, Toasts } from '@app/ui';
import { Fetching, LiveStatus, useSessionInfo, type WebFeature } from '@app/platform/web';
import { RouterProvider as AriaRouterProvider } from 'react-aria-components';
import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useHref, useLocation, useNavigate, useNavigation } from 'react-router';
import { DemoBanner } from './DemoBanner.js';
import { Footer } from './Footer.js';
import { Masthead } from './Masthead.js';
import { SessionExpired } from './SessionExpired.js';

/** What stands around every page: the way past, the masthead, one main part, the foot. */
export function Layout({ features }: { features: readonly WebFeature[] }) {
  const navigate = useNavigate();
  const busy = useNavigation().state !== 'idle';
  const session = useSessionInfo();
  useOwnHead();
  return (
    <AriaRouterProvider navigate={(to) => void navigate(to)} useHref={useAddress}>
      <div className="shell">
        <SkipLink />
        <div className="shell-progress" data-busy={busy || undefined} aria-hidden="true" />
        {session?.demo && <DemoBanner />}
        <Masthead features={features} />
        <main id="main" tabIndex={-1} className="shell-wide shell-main" aria-busy={busy || undefined}>
          <SessionExpired />
          <LiveStatus />
          <Fetching />
          <Outlet />
        </main>
        <Footer features={features} />
        <Toasts />
        <ScrollRestoration />
      </div>
    </AriaRouterProvider>
  );
}

/** Where a link leads: a path of this web app as the router has it, and what is elsewhere as it is. */
function useAddress(to: string): string {
  const isElsewhere = /^[a-z][a-z\d+.-]*:|^\/\//i.test(to);
  const own = useHref(isElsewhere ? '/' : to);
  return isElsewhere ? to : own;
}

/** What the server wrote into the head is true of the page that was opened, and of none that is gone to from there. */
function useOwnHead(): void {
  const { pathname } = useLocation();
  const opened = useRef(pathname);
  useEffect(() => {
    if (pathname !== opened.current) for (const element of document.head.querySelectorAll('[data-open]')) element.remove();
  }, [pathname]);
}
