import { useWaiting } from '@app/notifications/web';
import { useSession } from '@app/people/web';
import { SessionProvider } from '@app/platform/web';
import type { ReactNode } from 'react';

/** Tells the shell who is at the keyboard and how much waits for their team. */
export function AppSession({ children }: { children: ReactNode }) {
  const { session, trouble } = useSession();
  const { data } = useWaiting(session?.isMember ?? false);
  return (
    <SessionProvider value={session && { ...session, unreadWaiting: data?.waiting.length ?? 0 }} trouble={trouble}>
      {children}
    </SessionProvider>
  );
}
