import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components';
import { Checkbox } from './Checkbox.js';
import { type FieldBasics, FieldHead, FieldMistake } from './FieldFrame.js';
import { useMistake } from './mistakes.js';
import type { Option } from './Select.js';

export interface CheckboxGroupProps extends FieldBasics {
  options: readonly Option[];
  value?: string[];
  defaultValue?: string[];
  onChange?: (value: string[]) => void;
}

/** Any number of choices out of a short list. */
export function CheckboxGroup({ label, hint, error, required = false, disabled = false, options, name, ...rest }: CheckboxGroupProps) {
  const mistake = useMistake(name, error);
  return (
    <AriaCheckboxGroup
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
      <div className="ui-choices">
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} hint={option.note}>
            {option.label}
          </Checkbox>
        ))}
      </div>
      <FieldMistake mistake={mistake} />
    </AriaCheckboxGroup>
  );
}
