import { words } from './words.js';

/** The first stop of the keyboard: past the navigation, to the main part. */
export function SkipLink({ target = 'main' }: { target?: string }) {
  return (
    <a className="ui-skip" href={`#${target}`}>
      {words.skip}
    </a>
  );
}
