import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { type FieldBasics, FieldHead, FieldMistake } from './FieldFrame.js';
import { useMistake } from './mistakes.js';

export interface TextAreaProps extends FieldBasics {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  rows?: number;
  /** Shows how many characters are left once four fifths are used. */
  maxLength?: number;
}

/** Several lines of text; it grows with what you write. */
export function TextArea({ label, hint, error, required = false, mayWait = false, disabled = false, rows = 5, maxLength, name, ...rest }: TextAreaProps) {
  const mistake = useMistake(name, error);
  const used = rest.value?.length ?? 0;
  const nearlyFull = maxLength !== undefined && used > maxLength * 0.8;
  return (
    <AriaTextField
      {...rest}
      {...(name ? { name } : {})}
      {...(maxLength === undefined ? {} : { maxLength })}
      className="ui-field"
      data-field={name}
      isRequired={required}
      isDisabled={disabled}
      validationBehavior="aria"
      isInvalid={mistake !== undefined}
    >
      <FieldHead label={label} hint={hint} required={required} mayWait={mayWait} />
      <AriaTextArea className="ui-input ui-textarea" rows={rows} />
      {nearlyFull && (
        <span className="ui-hint ui-count" aria-live="polite">
          {maxLength - used} characters left
        </span>
      )}
      <FieldMistake mistake={mistake} />
    </AriaTextField>
  );
}
