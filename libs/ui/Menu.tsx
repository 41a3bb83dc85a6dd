import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button, type ButtonLook } from './Button.js';

export interface MenuEntry {
  label: string;
  /** Where it leads, or what it does. */
  to?: string;
  onAction?: () => void;
  danger?: boolean;
  disabled?: boolean;
}

export interface MenuProps {
  label: string;
  entries: readonly MenuEntry[];
  look?: ButtonLook;
}

/** Several lesser acts behind one button. */
export function Menu({ label, entries, look = 'quiet' }: MenuProps) {
  return (
    <MenuTrigger>
      <Button look={look} iconAfter="down">
        {label}
      </Button>
      <Popover className="ui-popover" placement="bottom end">
        <AriaMenu className="ui-list">
          {entries.map((entry) => (
            <MenuItem
              key={entry.label}
              id={entry.label}
              className="ui-option"
              isDisabled={entry.disabled ?? false}
              data-danger={entry.danger || undefined}
              {...(entry.to ? { href: entry.to } : {})}
              {...(entry.onAction ? { onAction: entry.onAction } : {})}
            >
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
