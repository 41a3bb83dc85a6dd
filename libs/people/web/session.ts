import { type SessionInfo, type SessionTrouble, useAct, useGraph } from '@app/platform/web';
import { SessionDocument, SignOutDocument } from './people.generated.js';

/** Who is at the keyboard, for the shell: null while it is being asked, with the trouble if there is any. */
export function useSession(): { session: SessionInfo | null; trouble: SessionTrouble | null } {
  const { data, error, refetch, isFetching } = useGraph(SessionDocument, {}, { freshFor: 60_000 });
  const signOut = useAct(SignOutDocument, { refreshes: 'nothing' });
  if (!data) return { session: null, trouble: error && { message: error.message, retry: () => void refetch(), retrying: isFetching } };
  const { demo, isMember, isSteward, person } = data.session;
  const leave = async (): Promise<void> => {
    await signOut.run({});
    // A fresh page, so that nothing read under the old session stays in this browser's memory.
    window.location.assign('/');
  };
  return { session: { demo, isMember, isSteward, person, signOut: leave }, trouble: null };
}

/** After signing in: to where the person wanted to go, on a fresh page that knows them. Only paths of this site count. */
export function goOn(next: string | null): void {
  window.location.assign(next && /^\/(?![/\\])/.test(next) ? next : '/');
}
