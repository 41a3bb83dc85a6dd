import type { ReactNode } from 'react';
import { Button as AriaButton, ProgressBar as AriaProgress, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon, type IconName } from './Icon.js';
import { words } from './words.js';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  children: ReactNode;
  look?: ButtonLook;
  icon?: IconName;
  /** A sign behind the words, such as 'down' where something opens. */
  iconAfter?: IconName;
  /** The act is on its way: the button keeps its place and its focus and does nothing twice. */
  pending?: boolean;
}

/** Does something. One primary button to a page; all others are secondary or quiet. */
export function Button({ children, look = 'secondary', icon, iconAfter, pending = false, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={pending} className="ui-button" data-look={look}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {iconAfter && <Icon name={iconAfter} />}
      {pending && <AriaProgress isIndeterminate aria-label={words.working} className="ui-button-pending" />}
    </AriaButton>
  );
}
