import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Icon } from './Icon.js';

export interface DisclosureProps {
  title: ReactNode;
  children: ReactNode;
  defaultOpen?: boolean;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  level?: 2 | 3 | 4;
  /** Without lines and in small letters, for a row of a list. */
  quiet?: boolean;
}

/** Something that most readers can pass by, one press away. */
export function Disclosure({ title, children, defaultOpen = false, open, onOpenChange, level = 3, quiet = false }: DisclosureProps) {
  return (
    <AriaDisclosure
      className="ui-disclosure"
      data-quiet={quiet || undefined}
      defaultExpanded={defaultOpen}
      {...(open === undefined ? {} : { isExpanded: open })}
      {...(onOpenChange ? { onExpandedChange: onOpenChange } : {})}
    >
      <Heading level={level} className="ui-disclosure-head">
        <Button slot="trigger" className="ui-disclosure-button">
          <Icon name="right" />
          <span>{title}</span>
        </Button>
      </Heading>
      <DisclosurePanel className="ui-disclosure-panel">
        <div className="ui-disclosure-body">{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
