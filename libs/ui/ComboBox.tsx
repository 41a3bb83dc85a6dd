import { useState } from 'react';
import { Button, ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { type FieldBasics, FieldHead, FieldMistake } from './FieldFrame.js';
import { Icon } from './Icon.js';
import type { Option } from './Select.js';
import { type SuggestionState, useSuggestions } from './useSuggestions.js';
import { words } from './words.js';

export interface ComboBoxProps extends FieldBasics {
  /** Suggestions for what has been typed so far; the signal ends a look-up that is no longer wanted. */
  load: (text: string, signal: AbortSignal) => Promise<readonly Option[]>;
  value: Option | null;
  onChange: (value: Option | null) => void;
  minLength?: number;
  placeholder?: string;
  /** Takes words that match nothing, as `{ value: '', label: words }`. */
  allowsOther?: boolean;
}

const emptyWords: Record<SuggestionState, string> = {
  idle: words.searching,
  looking: words.searching,
  ready: words.nothingFound,
  failed: words.searchFailed,
};

/** One choice out of a list too long to show: type, and suggestions come. */
export function ComboBox({ label, hint, error, required = false, disabled = false, name, load, value, onChange, minLength = 2, placeholder, allowsOther = false }: ComboBoxProps) {
  const [text, setText] = useState(value?.label ?? '');
  const chosen = value !== null && text === value.label;
  const { options, state } = useSuggestions(load, chosen ? '' : text, minLength);
  const items = chosen ? [value] : options;

  function pick(key: string | number | null) {
    const option = items.find((item) => item.value === key) ?? null;
    if (option) {
      setText(option.label);
      onChange(option);
    } else if (allowsOther && text.trim()) {
      onChange({ value: '', label: text.trim() });
    }
  }

  function write(next: string) {
    setText(next);
    if (value && next !== value.label) onChange(null);
  }

  return (
    <AriaComboBox
      items={items}
      inputValue={text}
      onInputChange={write}
      value={value?.value || null}
      onChange={pick}
      allowsCustomValue
      allowsEmptyCollection={text.trim().length >= minLength}
      defaultFilter={() => true}
      className="ui-field"
      data-field={name}
      isRequired={required}
      isDisabled={disabled}
      validationBehavior="aria"
      {...(name ? { name } : {})}
      {...(error ? { isInvalid: true } : {})}
    >
      <FieldHead label={label} hint={hint} required={required} />
      <div className="ui-input-group">
        <Input className="ui-input" {...(placeholder ? { placeholder } : {})} />
        <Button className="ui-input-end">
          <Icon name="down" />
        </Button>
      </div>
      <FieldMistake error={error} />
      <Popover className="ui-popover">
        <ListBox<Option> className="ui-list" renderEmptyState={() => <p className="ui-list-empty">{emptyWords[state]}</p>}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="ui-option">
              <Text slot="label">{option.label}</Text>
              {option.note && (
                <Text slot="description" className="ui-option-note">
                  {option.note}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
