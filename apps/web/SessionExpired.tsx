import { LinkButton, Notice } from '@app/ui';
import { onSessionExpired } from '@app/platform/web';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { words } from './words.js';

/** Appears when the session ended while a page was open; the page and what is written on it stay. */
export function SessionExpired() {
  const [expired, setExpired] = useState(false);
  const { pathname, search } = useLocation();
  useEffect(() => onSessionExpired(() => setExpired(true)), []);
  useEffect(() => setExpired(false), [pathname]);
  if (!expired) return null;
  const next = encodeURIComponent(pathname + search);
  return (
    <div className="mb-4">
      <Notice kind="attention" live title={words.expiredTitle} action={<LinkButton newTab icon="out" to={`/sign-in?next=${next}`}>{words.signInAgain}</LinkButton>}>
        {words.expiredText}
      </Notice>
    </div>
  );
}
