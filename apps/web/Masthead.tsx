import { Button, LinkButton, Mark, Menu, type MenuEntry } from '@app/ui';
import { type SessionInfo, useSessionInfo, type WebFeature } from '@app/platform/web';
import { useEffect, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { navItems } from './navigation.js';
import { words } from './words.js';

/** The head of every page: the mark, the main ways, the account. */
export function Masthead({ features }: { features: readonly WebFeature[] }) {
  const session = useSessionInfo();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
  const items = navItems(features, 'main', session);
  const account = accountEntries(features, session);
  const waiting = session?.unreadWaiting ?? 0;
  return (
    <header className="shell-head">
      <div className="shell-wide shell-head-row">
        <Link to="/" className="shell-logo" aria-label={words.home}>
          <Mark size="small" />
          <span className="shell-wordmark">{words.name}</span>
        </Link>
        {items.length > 0 && (
          <nav className="shell-nav" id="main-nav" aria-label={words.mainNav} data-open={open || undefined}>
            <ul>
              {items.map((item, at) => (
                <li key={item.to}>
                  <NavLink to={item.to} end={item.to === '/'} className="shell-nav-link">
                    {item.label}
                    {at === 0 && waiting > 0 && (
                      <span className="shell-count">
                        <span aria-hidden="true">{waiting}</span>
                        <span className="ui-hidden">, {words.waiting(waiting)}</span>
                      </span>
                    )}
                  </NavLink>
                </li>
              ))}
              {account.map((entry) => (
                <li key={entry.label} className="shell-narrow">
                  {entry.to ? (
                    <NavLink to={entry.to} className="shell-nav-link">
                      {entry.label}
                    </NavLink>
                  ) : (
                    <button type="button" className="shell-nav-link" onClick={entry.onAction}>
                      {entry.label}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="shell-account">
          <Account entries={account} />
          {items.length > 0 && (
            <div className="shell-menu-button">
              <Button look="quiet" icon={open ? 'close' : 'menu'} aria-expanded={open} aria-controls="main-nav" onPress={() => setOpen(!open)}>
                {open ? words.closeMenu : words.menu}
              </Button>
            </div>
          )}
        </div>
      </div>
    </header>
  );
}

/** What stands in the account menu, and on a phone at the end of the one menu there is. */
function accountEntries(features: readonly WebFeature[], session: SessionInfo | null): MenuEntry[] {
  if (!session?.person) return [];
  const entries: MenuEntry[] = navItems(features, 'account', session).map(({ label, to }) => ({ label, to }));
  const { signOut } = session;
  if (signOut) entries.push({ label: words.signOut, onAction: () => void signOut() });
  return entries;
}

function Account({ entries }: { entries: readonly MenuEntry[] }) {
  const session = useSessionInfo();
  const { pathname } = useLocation();
  if (session === null) return null;
  if (!session.person) return pathname === '/sign-in' ? null : <LinkButton to="/sign-in">{words.signIn}</LinkButton>;
  return (
    <div className="shell-broad">
      <Menu label={session.person.name} entries={entries} />
    </div>
  );
}
