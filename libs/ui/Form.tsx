import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { Icon } from './Icon.js';
import { FormMistakes } from './mistakes.js';
import { words } from './words.js';

export interface FieldProblem {
  /** The `name` of the field. */
  field: string;
  message: string;
}

export interface FormProps {
  children: ReactNode;
  onSubmit: (data: FormData) => void;
  /** What the server found wrong, field by field. Give a new array after each attempt. */
  errors?: readonly FieldProblem[] | undefined;
  /** A problem of the whole, such as a lost connection or a missing permission. */
  problem?: ReactNode;
  label?: string;
}

const none: readonly FieldProblem[] = [];

/**
 * A form that sends you to the first field that needs another look, lists all of them
 * above with links, and asks the server nothing while a required text is still empty.
 */
export function Form({ children, onSubmit, errors = none, problem, label }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<readonly FieldProblem[]>(none);
  const problems = missing.length > 0 ? missing : errors;
  const byField = useMemo(() => group(problems), [problems]);

  useEffect(() => {
    const first = problems.length > 0 && form.current ? firstInPage(form.current, problems) : undefined;
    first?.focus();
  }, [problems]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const empty = emptyTexts(event.currentTarget);
    setMissing(empty);
    if (empty.length === 0) onSubmit(new FormData(event.currentTarget));
  }

  return (
    <AriaForm ref={form} className="ui-form" validationBehavior="aria" onSubmit={submit} {...(label ? { 'aria-label': label } : {})}>
      {problems.length > 0 && (
        <div className="ui-summary" role="alert">
          <p className="ui-notice-title">
            <Icon name="attention" />
            <strong>{words.summary(problems.length)}</strong>
          </p>
          <ul>
            {problems.map((one) => (
              <li key={`${one.field} ${one.message}`}>
                <a
                  href={`#${one.field}`}
                  className="ui-link"
                  onClick={(event) => {
                    event.preventDefault();
                    if (form.current) focusable(form.current, one.field)?.focus();
                  }}
                >
                  {one.message}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {problem && problems.length === 0 && (
        <div className="ui-summary" role="alert">
          <p className="ui-notice-title">
            <Icon name="attention" />
            <strong>{problem}</strong>
          </p>
        </div>
      )}
      <FormMistakes value={byField}>{children}</FormMistakes>
    </AriaForm>
  );
}

function group(problems: readonly FieldProblem[]): ReadonlyMap<string, string> {
  const byField = new Map<string, string>();
  for (const { field, message } of problems) {
    const before = byField.get(field);
    byField.set(field, before ? `${before} ${message}` : message);
  }
  return byField;
}

function focusable(form: HTMLFormElement, field: string): HTMLElement | null {
  const frame = form.querySelector(`[data-field="${CSS.escape(field)}"]`);
  return frame?.querySelector<HTMLElement>('input:not([type=hidden]):not([hidden]):not([tabindex="-1"]), textarea, button') ?? null;
}

/** The server lists mistakes in its own order; you want the one nearest the top. */
function firstInPage(form: HTMLFormElement, problems: readonly FieldProblem[]): HTMLElement | undefined {
  const fields = new Set(problems.map((one) => one.field));
  for (const frame of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const name = frame.dataset['field'];
    if (name && fields.has(name)) return focusable(form, name) ?? undefined;
  }
  return undefined;
}

function emptyTexts(form: HTMLFormElement): FieldProblem[] {
  const found: FieldProblem[] = [];
  const boxes = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[aria-required="true"], textarea[aria-required="true"]');
  for (const box of boxes) {
    const frame = box.closest<HTMLElement>('[data-field]');
    const field = frame?.dataset['field'];
    if (!field || box.type === 'checkbox' || box.type === 'radio' || box.value.trim()) continue;
    const label = frame?.querySelector('.ui-label')?.firstChild?.textContent ?? field;
    found.push({ field, message: words.missing(label) });
  }
  return found;
}
