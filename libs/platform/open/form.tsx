import type { ReactNode } from 'react';

/** A field of a form that needs no script: its label, a word of help, what is wrong with it, and the control itself, which bears `id={name}`. */
export function FormField({ name, label, hint, mistake, children }: { name: string; label: string; hint?: string; mistake?: string | undefined; children: ReactNode }) {
  return (
    <div className="ui-field" {...(mistake ? { 'data-invalid': '' } : {})}>
      <label className="ui-label" htmlFor={name}>
        {label}
      </label>
      {hint && (
        <span className="ui-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {mistake && (
        <strong className="ui-mistake" id={`${name}-mistake`}>
          {mistake}
        </strong>
      )}
      {children}
    </div>
  );
}

/** What a control says of itself to whoever does not see its field. */
export function controlOf(name: string, { hint = false, mistake }: { hint?: boolean; mistake?: string | undefined } = {}) {
  const described = [hint && `${name}-hint`, mistake && `${name}-mistake`].filter(Boolean).join(' ');
  return { id: name, name, className: 'ui-input', ...(described ? { 'aria-describedby': described } : {}), ...(mistake ? { 'aria-invalid': true } : {}) };
}

/** The button that sends a form. */
export function SendButton({ children }: { children: ReactNode }) {
  return (
    <button type="submit" className="ui-button" data-look="primary">
      {children}
    </button>
  );
}
