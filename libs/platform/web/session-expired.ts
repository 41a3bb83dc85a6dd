type Listener = () => void;

const listeners = new Set<Listener>();

/** Calls back when the server no longer knows who is asking; the shell then offers to sign in again. */
export function onSessionExpired(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function sessionExpired(): void {
  for (const listener of listeners) listener();
}
