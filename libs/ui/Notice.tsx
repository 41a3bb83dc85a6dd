import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.js';
import { words } from './words.js';

export type NoticeKind = 'info' | 'attention' | 'danger' | 'success';

export interface NoticeProps {
  kind?: NoticeKind;
  title?: string;
  children?: ReactNode;
  /** What one can do about it. */
  action?: ReactNode;
  /** It appeared after the page did, so it is read out: danger at once, the rest when there is a pause. */
  live?: boolean;
}

const icons: Record<NoticeKind, IconName | undefined> = { info: undefined, attention: 'attention', danger: 'attention', success: 'check' };

/** Something you ought to know before you read on. */
export function Notice({ kind = 'info', title, children, action, live = false }: NoticeProps) {
  const icon = icons[kind];
  const role = live ? (kind === 'danger' ? 'alert' : 'status') : 'note';
  return (
    <div className="ui-notice" data-kind={kind} role={role} {...(role === 'note' ? { 'aria-label': title ?? words.notice[kind] } : {})}>
      <p className="ui-notice-title">
        {icon && <Icon name={icon} />}
        <strong>{title ?? words.notice[kind]}</strong>
      </p>
      {children && <div className="ui-notice-body">{children}</div>}
      {action && <div className="ui-notice-action">{action}</div>}
    </div>
  );
}
