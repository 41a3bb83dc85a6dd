import { useEffect, useRef, useState } from 'react';
import { Button, ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { type FieldBasics, FieldHead, FieldMistake } from './FieldFrame.js';
import { Icon } from './Icon.js';
import { useMistake } from './mistakes.js';
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
  const mistake = useMistake(name, error);
  const [text, setText] = useState(value?.label ?? '');
  const told = useRef(value);
  const chosen = value !== null && value.value !== '' && text === value.label;
  const { options, state } = useSuggestions(load, chosen ? '' : text, minLength);
  const items = chosen ? [value] : options;

  useEffect(() => {
    // The page itself chose or emptied: the words follow. What was typed here stays.
    if (value?.value === told.current?.value && value?.label === told.current?.label) return;
    told.current = value;
    setText(value?.label ?? '');
  }, [value]);

  function tell(next: Option | null) {
    told.current = next;
    onChange(next);
  }

  function pick(key: string | number | null) {
    const option = items.find((item) => item.value === key) ?? null;
    if (option) {
      setText(option.label);
      tell(option);
    } else if (allowsOther && text.trim()) {
      tell({ value: '', label: text.trim() });
    } else {
      // Words that match nothing would look like a choice that was never made.
      setText('');
      tell(null);
    }
  }

  function write(next: string) {
    setText(next);
    if (next === told.current?.label) return;
    // Words of one's own are told as they are typed: whoever goes on to the next field has not lost them.
    if (allowsOther && next.trim()) tell({ value: '', label: next });
    else if (told.current) tell(null);
  }

  return (
    <AriaComboBox
      items={items}
      inputValue={text}
      onInputChange={write}
      value={value?.value || null}
      onChange={pick}
      allowsCustomValue={allowsOther}
      // That nothing was found is no news where one's own words do as well.
      allowsEmptyCollection={text.trim().length >= minLength && !(allowsOther && state === 'ready')}
      defaultFilter={() => true}
      className="ui-field"
      data-field={name}
      isRequired={required}
      isDisabled={disabled}
      validationBehavior="aria"
      {...(name ? { name } : {})}
      isInvalid={mistake !== undefined}
    >
      <FieldHead label={label} hint={hint} required={required} />
      <div className="ui-input-group">
        <Input className="ui-input" {...(placeholder ? { placeholder } : {})} />
        <Button className="ui-input-end">
          <Icon name="down" />
        </Button>
      </div>
      <FieldMistake mistake={mistake} />
      <Popover className="ui-popover">
        <ListBox<Option> className="ui-list" renderEmptyState={() => <p className="ui-list-empty">{emptyWords[state]}</p>}>
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
    </AriaComboBox>
  );
}
