import { Input, TextField as AriaTextField } from 'react-aria-components';
import { type FieldBasics, FieldHead, FieldMistake } from './FieldFrame.js';
import { useMistake } from './mistakes.js';

export interface TextFieldProps extends FieldBasics {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'date' | 'time' | 'datetime-local' | 'number';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  maxLength?: number;
  autoFocus?: boolean;
  /** How much is expected: the box is as wide as the answer. */
  width?: 'short' | 'medium' | 'full';
  readOnly?: boolean;
}

/** One line of text. */
export function TextField({ label, hint, error, required = false, disabled = false, width = 'full', readOnly = false, name, ...rest }: TextFieldProps) {
  const mistake = useMistake(name, error);
  return (
    <AriaTextField
      {...rest}
      {...(name ? { name } : {})}
      className="ui-field"
      data-field={name}
      data-width={width}
      isRequired={required}
      isDisabled={disabled}
      isReadOnly={readOnly}
      validationBehavior="aria"
      isInvalid={mistake !== undefined}
    >
      <FieldHead label={label} hint={hint} required={required} />
      <Input className="ui-input" />
      <FieldMistake mistake={mistake} />
    </AriaTextField>
  );
}
