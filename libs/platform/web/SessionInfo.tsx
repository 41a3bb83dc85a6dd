import { createContext, type ReactNode, useContext } from 'react';

/** Who is at the keyboard, as far as the shell and the guards need to know. */
export interface SessionInfo {
  /** This installation shows invented people in invented districts. */
  demo: boolean;
  person: { id: string; name: string } | null;
  /** Holds a seat, or another membership that opens the members' pages. */
  isMember: boolean;
  isSteward: boolean;
  /** How many things wait for this person's team. */
  unreadWaiting?: number;
  signOut?: () => Promise<void>;
}

/** Why it cannot be said who is at the keyboard, and how to ask again. */
export interface SessionTrouble {
  message: string;
  retry: () => void;
  retrying: boolean;
}

const TroubleContext = /* @__PURE__ */ createContext<SessionTrouble | null>(null);
const SessionContext = /* @__PURE__ */ createContext<SessionInfo | null>(null);

/** Hands the session to the shell; `null` while it is not known yet, with the trouble if asking for it failed. */
export function SessionProvider({ value, trouble = null, children }: { value: SessionInfo | null; trouble?: SessionTrouble | null; children: ReactNode }) {
  return (
    <SessionContext value={value}>
      <TroubleContext value={value === null ? trouble : null}>{children}</TroubleContext>
    </SessionContext>
  );
}

/** The session, or `null` while it is not known yet. */
export function useSessionInfo(): SessionInfo | null {
  return useContext(SessionContext);
}

/** What stands in the way of knowing the session; null while all is well. A page that waits for the session shows it. */
export function useSessionTrouble(): SessionTrouble | null {
  return useContext(TroubleContext);
}
