import { useSearchParams } from 'react-router';

export interface Filters<Name extends string> {
  /** What was typed. */
  text: string;
  chosen: Partial<Record<Name, string>>;
  any: boolean;
  write: (text: string) => void;
  choose: (name: string, value: string | undefined) => void;
  clear: () => void;
}

/** What is looked for, kept in the address: a search can be sent to a colleague, and the way back leads to it. */
export function useFilters<Name extends string>(names: readonly Name[]): Filters<Name> {
  const [params, setParams] = useSearchParams();
  const chosen: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) chosen[name] = value;
  }
  const change = (edit: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(params);
    edit(next);
    setParams(next, { preventScrollReset: true });
  };
  return {
    text: (params.get('q') ?? '').slice(0, 200),
    chosen,
    any: Object.keys(chosen).length > 0,
    write: (text) => change((next) => (text.trim() ? next.set('q', text.trim()) : next.delete('q'))),
    choose: (name, value) => change((next) => (value === undefined ? next.delete(name) : next.set(name, value))),
    clear: () => change((next) => names.forEach((name) => next.delete(name))),
  };
}

/** A number between 1 and 10, or nothing: addresses are typed by people, too. */
export function principleIn(value: string | undefined): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 && number <= 10 ? number : null;
}

/** Two capital letters, or nothing. */
export function stateIn(value: string | undefined): string | null {
  return value && /^[A-Z]{2}$/.test(value) ? value : null;
}

/** A side of the table, or both, or nothing. */
export function sideIn(value: string | undefined): string | null {
  return value === 'labor' || value === 'management' || value === 'both_sides' ? value : null;
}

/** A word such as a kind, a form or a topic's slug, or nothing. */
export function wordIn(value: string | undefined): string | null {
  return value && /^[a-z][a-z0-9_-]{0,39}$/.test(value) ? value : null;
}
