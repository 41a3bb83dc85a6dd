import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import type { ButtonLook } from './Button.js';
import { Icon, type IconName } from './Icon.js';

export interface LinkButtonProps {
  to: string;
  children: ReactNode;
  look?: ButtonLook;
  icon?: IconName;
  /** Offers the file under this name instead of opening it. */
  download?: string | boolean;
  /** Only where leaving would lose what is written; the words say that it opens beside this page. */
  newTab?: boolean;
}

/** Goes somewhere, with the weight of a button. */
export function LinkButton({ to, children, look = 'secondary', icon, download, newTab = false }: LinkButtonProps) {
  return (
    <Link href={to} className="ui-button" data-look={look} {...(download === undefined ? {} : { download })} {...(newTab ? { target: '_blank' } : {})}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}
