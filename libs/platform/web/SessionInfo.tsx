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

const SessionContext = /* @__PURE__ */ createContext<SessionInfo | null>(null);

/** Hands the session to the shell; `null` while it is not known yet. */
export function SessionProvider({ value, children }: { value: SessionInfo | null; children: ReactNode }) {
  return <SessionContext value={value}>{children}</SessionContext>;
}

/** The session, or `null` while it is not known yet. */
export function useSessionInfo(): SessionInfo | null {
  return useContext(SessionContext);
}
