import { useSyncExternalStore } from 'react';
import { Button } from './Button.js';
import { Icon } from './Icon.js';
import { currentToasts, unsay, watchToasts } from './toasts.js';
import { words } from './words.js';

/** The place where `say` speaks. The shell has exactly one. */
export function Toasts() {
  const messages = useSyncExternalStore(watchToasts, currentToasts);
  return (
    <section className="ui-toasts" aria-label={words.messages}>
      <div role="status" aria-live="polite">
        {messages.map((message) => (
          <div key={message.id} className="ui-toast" data-kind={message.kind}>
            <Icon name={message.kind === 'success' ? 'check' : 'attention'} />
            <span>{message.text}</span>
            <Button look="quiet" onPress={() => unsay(message.id)}>
              {words.dismiss}
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
}
