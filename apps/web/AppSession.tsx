import { type SessionInfo, SessionProvider } from '@app/platform/web';
import type { ReactNode } from 'react';

const visitor: SessionInfo = { demo: false, person: null, isMember: false, isSteward: false };

/**
 * Tells the shell who is at the keyboard. WIRE HERE: once `people` has its web half, `visitor`
 * gives way to `useSession()` of `@app/people/web/session.js` (null while it is loading).
 */
export function AppSession({ children }: { children: ReactNode }) {
  return <SessionProvider value={visitor}>{children}</SessionProvider>;
}
