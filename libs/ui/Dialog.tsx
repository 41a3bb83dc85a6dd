import type { ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button.js';
import { words } from './words.js';

export interface DialogProps {
  title: string;
  /** The button that opens it; leave out when `open` is steered from outside. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The text, or a function that is given `close`. */
  children: ReactNode | ((close: () => void) => ReactNode);
  /** Buttons at the foot, the primary one first. */
  actions?: (close: () => void) => ReactNode;
  /** 'alertdialog' interrupts: for what cannot be undone. */
  role?: 'dialog' | 'alertdialog';
}

/** A question that must be answered before you go on. Prefer a page where you can. */
export function Dialog({ title, trigger, open, onOpenChange, children, actions, role = 'dialog' }: DialogProps) {
  const steering = {
    ...(open === undefined ? {} : { isOpen: open }),
    ...(onOpenChange ? { onOpenChange } : {}),
  };
  const overlay = (
    <ModalOverlay className="ui-veil" isDismissable={role === 'dialog'} {...(trigger ? {} : steering)}>
      <Modal className="ui-modal">
        <AriaDialog className="ui-dialog" role={role}>
          {({ close }) => (
            <>
              <header className="ui-dialog-head">
                <Heading slot="title" className="ui-dialog-title">
                  {title}
                </Heading>
                <Button look="quiet" icon="close" onPress={close}>
                  {words.close}
                </Button>
              </header>
              <div className="ui-dialog-body">{typeof children === 'function' ? children(close) : children}</div>
              {actions && <footer className="ui-dialog-foot">{actions(close)}</footer>}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
  if (!trigger) return overlay;
  return (
    <DialogTrigger {...steering}>
      {trigger}
      {overlay}
    </DialogTrigger>
  );
}
