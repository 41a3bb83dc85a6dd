import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { type FieldBasics, FieldHead, FieldMistake } from './FieldFrame.js';
import { useMistake } from './mistakes.js';
import type { Option } from './Select.js';

export interface RadioGroupProps extends FieldBasics {
  options: readonly Option[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (value: string) => void;
  /** Short answers beside one another. */
  inline?: boolean;
}

/** One choice out of two to five, all in view. */
export function RadioGroup({ label, hint, error, required = false, disabled = false, options, name, inline = false, ...rest }: RadioGroupProps) {
  const mistake = useMistake(name, error);
  return (
    <AriaRadioGroup
      {...rest}
      {...(name ? { name } : {})}
      className="ui-field"
      data-field={name}
      isRequired={required}
      isDisabled={disabled}
      validationBehavior="aria"
      isInvalid={mistake !== undefined}
    >
      <FieldHead label={label} hint={hint} required={required} />
      <div className="ui-choices" data-inline={inline || undefined}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="ui-check">
            <span className="ui-disc" />
            <span className="ui-check-words">
              {option.label}
              {option.note && <span className="ui-hint">{option.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldMistake mistake={mistake} />
    </AriaRadioGroup>
  );
}
