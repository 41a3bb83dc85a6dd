import { useState } from 'react';
import { words } from './words.js';

// Without allow-scripts nothing in a mail can run, so reading its height by allow-same-origin is safe. Links leave the frame when pressed.
const SANDBOX = 'allow-same-origin allow-popups allow-top-navigation-by-user-activation';

/** A mail in a frame of its own, in which nothing can run. */
export function LetterFrame({ html }: { html: string }) {
  const [height, setHeight] = useState(640);
  return (
    <iframe
      title={words.frame}
      srcDoc={withTarget(html)}
      sandbox={SANDBOX}
      className="w-full border border-line"
      style={{ height }}
      onLoad={(event) => {
        const page = event.currentTarget.contentDocument?.documentElement;
        if (page) setHeight(Math.min(4000, page.scrollHeight + 16));
      }}
    />
  );
}

/** Links of a mail open in place of the page around the frame, as they would from a mail program. */
function withTarget(html: string): string {
  return html.replace(/<head([^>]*)>/i, '<head$1><base target="_top">');
}
