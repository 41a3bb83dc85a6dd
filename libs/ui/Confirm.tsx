import type { ReactNode } from 'react';
import { Button } from './Button.js';
import { Dialog } from './Dialog.js';
import { Notice } from './Notice.js';

export interface ConfirmProps {
  title: string;
  /** What the button says that asks. */
  button: string;
  /** What happens then, in a sentence or two. */
  children: ReactNode;
  yes: string;
  no: string;
  /** 'danger' for what cannot be undone. */
  look?: 'danger' | 'primary';
  pending: boolean;
  /** Why it could not be done. */
  problem: string | null;
  /** Does it; answers nothing when it was refused, and then the question stays open. */
  onYes: () => Promise<object | null>;
}

/** A button that asks once more before it does something. */
export function Confirm({ title, button, children, yes, no, look = 'danger', pending, problem, onYes }: ConfirmProps) {
  return (
    <Dialog
      role="alertdialog"
      title={title}
      trigger={<Button look="quiet">{button}</Button>}
      actions={(close) => (
        <>
          <Button look={look} pending={pending} onPress={() => void onYes().then((done) => done && close())}>
            {yes}
          </Button>
          <Button onPress={close}>{no}</Button>
        </>
      )}
    >
      <p>{children}</p>
      {problem && (
        <Notice kind="danger" live>
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
