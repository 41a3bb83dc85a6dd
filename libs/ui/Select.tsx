import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { type FieldBasics, FieldHead, FieldMistake } from './FieldFrame.js';
import { Icon } from './Icon.js';
import { useMistake } from './mistakes.js';
import { words } from './words.js';

export interface Option {
  value: string;
  label: string;
  /** A second, quieter line. */
  note?: string;
}

export interface SelectProps extends FieldBasics {
  options: readonly Option[];
  value?: string | null;
  defaultValue?: string;
  onChange?: (value: string) => void;
  placeholder?: string;
  width?: 'short' | 'medium' | 'full';
}

/** One choice out of a known list of more than five; up to five, use RadioGroup. */
export function Select({ label, hint, error, required = false, disabled = false, options, value, defaultValue, onChange, placeholder = words.chooseOne, name, width = 'full' }: SelectProps) {
  const mistake = useMistake(name, error);
  return (
    <AriaSelect
      {...(name ? { name } : {})}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      onChange={(key) => key !== null && onChange?.(String(key))}
      placeholder={placeholder}
      className="ui-field"
      data-field={name}
      data-width={width}
      isRequired={required}
      isDisabled={disabled}
      validationBehavior="aria"
      isInvalid={mistake !== undefined}
    >
      <FieldHead label={label} hint={hint} required={required} />
      <Button className="ui-input ui-select">
        <SelectValue className="ui-select-value" />
        <Icon name="down" />
      </Button>
      <FieldMistake mistake={mistake} />
      <Popover className="ui-popover">
        <ListBox className="ui-list" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="ui-option">
              <span>{option.label}</span>{' '}
              {option.note && (
                <span className="ui-option-note">{option.note}</span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
