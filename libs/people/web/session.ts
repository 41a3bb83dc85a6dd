import { type SessionInfo, useAct, useGraph } from '@app/platform/web';
import { SessionDocument, SignOutDocument } from './people.generated.js';

/** Who is at the keyboard, for the shell; null while it is being asked. */
export function useSession(): SessionInfo | null {
  const { data } = useGraph(SessionDocument, {}, { freshFor: 60_000 });
  const signOut = useAct(SignOutDocument, { refreshes: 'nothing' });
  if (!data) return null;
  const { demo, isMember, isSteward, person } = data.session;
  return {
    demo,
    isMember,
    isSteward,
    person,
    signOut: async () => {
      await signOut.run({});
      // A fresh page, so that nothing read under the old session stays in this browser's memory.
      window.location.assign('/');
    },
  };
}

/** After signing in: to where the person wanted to go, on a fresh page that knows them. Only paths of this site count. */
export function goOn(next: string | null): void {
  window.location.assign(next && /^\/(?![/\\])/.test(next) ? next : '/');
}
