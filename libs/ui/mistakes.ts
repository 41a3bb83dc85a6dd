import { createContext, useContext } from 'react';

/** The mistakes of the form around a field, by the field's name. */
export const FormMistakes = /* @__PURE__ */ createContext<ReadonlyMap<string, string>>(new Map());

/**
 * The mistake to show at a field: the page's own, or the one the form knows. It stays until the
 * next attempt, since words that vanish while you type move the button away from under your finger.
 */
export function useMistake(name: string | undefined, own: string | undefined): string | undefined {
  const known = useContext(FormMistakes);
  return own ?? (name === undefined ? undefined : known.get(name));
}
