import { TextLink } from '@app/ui';
import { words } from './words.js';

/** Says on every page of a demonstration that nobody in it is real. */
export function DemoBanner() {
  return (
    <aside className="shell-demo" aria-label={words.demo}>
      <div className="shell-wide">
        <strong>{words.demo}</strong>
        <TextLink to="/mailbox">{words.demoMailbox}</TextLink>
        <TextLink to="/sign-in">{words.demoCast}</TextLink>
      </div>
    </aside>
  );
}
