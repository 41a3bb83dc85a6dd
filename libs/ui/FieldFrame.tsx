import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { Icon } from './Icon.js';
import { words } from './words.js';

/** What every field takes. `name` is also the name under which the server reports a mistake. */
export interface FieldBasics {
  label: string;
  name?: string;
  /** One sentence that helps to fill the field in; it stays visible while you type. */
  hint?: ReactNode;
  /** A mistake known to the page itself; mistakes of the server come through `Form`. */
  error?: string | undefined;
  required?: boolean;
  /** Empty for now, though it will be needed: the label does not call it optional. */
  mayWait?: boolean;
  disabled?: boolean;
}

/** The label and hint above a field. */
export function FieldHead({ label, hint, required, mayWait }: Pick<FieldBasics, 'label' | 'hint' | 'required' | 'mayWait'>) {
  return (
    <>
      <Label className="ui-label">
        {label}
        {required || mayWait ? null : <span className="ui-optional"> {words.optional}</span>}
      </Label>
      {hint && (
        <Text slot="description" className="ui-hint">
          {hint}
        </Text>
      )}
    </>
  );
}

/** The mistake under a field, told by sign and word as well as colour. */
export function FieldMistake({ mistake }: { mistake: string | undefined }) {
  if (mistake === undefined) return null;
  return (
    <FieldError className="ui-mistake">
      <Icon name="attention" />
      <span>{mistake}</span>
    </FieldError>
  );
}
