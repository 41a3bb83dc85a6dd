import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from './Icon.js';
import { useMistake } from './mistakes.js';

export interface CheckboxProps {
  children: ReactNode;
  /** Inside a CheckboxGroup: the value it stands for. */
  value?: string;
  name?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  onChange?: (checked: boolean) => void;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  disabled?: boolean;
}

/** A statement that you agree to or not. */
export function Checkbox({ children, checked, defaultChecked, hint, error, required = false, disabled = false, name, ...rest }: CheckboxProps) {
  const mistake = useMistake(name, error);
  return (
    <div className="ui-check-row" data-field={name}>
      <AriaCheckbox
        {...rest}
        {...(name ? { name } : {})}
        {...(checked === undefined ? {} : { isSelected: checked })}
        {...(defaultChecked === undefined ? {} : { defaultSelected: defaultChecked })}
        isRequired={required}
        isDisabled={disabled}
        validationBehavior="aria"
        isInvalid={mistake !== undefined}
        className="ui-check"
      >
        <span className="ui-box">
          <Icon name="check" />
        </span>
        <span className="ui-check-words">
          {children}
          {hint && <span className="ui-hint">{hint}</span>}
        </span>
      </AriaCheckbox>
      {mistake && (
        <p className="ui-mistake" role="alert">
          <Icon name="attention" />
          <span>{mistake}</span>
        </p>
      )}
    </div>
  );
}
