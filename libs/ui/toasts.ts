import type { NoticeKind } from './Notice.js';

export interface ToastMessage {
  id: number;
  text: string;
  kind: NoticeKind;
}

const SHOWN_MS = 10_000;

let messages: readonly ToastMessage[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly ToastMessage[]) {
  messages = next;
  for (const listener of listeners) listener();
}

/** Says what has just happened, at the foot of the page and aloud: `say('Your letter is posted.')`. */
export function say(text: string, kind: NoticeKind = 'success'): void {
  const id = ++lastId;
  change([...messages.slice(-2), { id, text, kind }]);
  // A problem stays until it has been read and dismissed.
  if (kind !== 'danger') setTimeout(() => unsay(id), SHOWN_MS);
}

export function unsay(id: number): void {
  change(messages.filter((message) => message.id !== id));
}

export function watchToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly ToastMessage[] {
  return messages;
}
