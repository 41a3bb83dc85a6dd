import { Button, Input, Label, SearchField as AriaSearchField } from 'react-aria-components';
import { Icon } from './Icon.js';
import { words } from './words.js';

export interface SearchFieldProps {
  label: string;
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onSubmit?: (value: string) => void;
  placeholder?: string;
  name?: string;
  hideLabel?: boolean;
  autoFocus?: boolean;
}

/** The box you look things up with; Escape empties it. */
export function SearchField({ label, hideLabel = false, placeholder, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className="ui-field ui-search">
      <Label className={hideLabel ? 'ui-hidden' : 'ui-label'}>{label}</Label>
      <div className="ui-input-group">
        <span className="ui-input-start">
          <Icon name="search" />
        </span>
        <Input className="ui-input" {...(placeholder ? { placeholder } : {})} />
        <Button className="ui-input-end" aria-label={words.clearSearch}>
          <Icon name="close" />
        </Button>
      </div>
    </AriaSearchField>
  );
}
