import type { ComponentPropsWithoutRef } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';

const allowed = ['p', 'em', 'strong', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** A heading inside a letter would break the outline of the page, so it becomes a strong line. */
function StrongLine({ children }: ComponentPropsWithoutRef<'p'>) {
  return (
    <p>
      <strong>{children}</strong>
    </p>
  );
}

const components: Components = {
  a: ({ href, children }) =>
    href ? (
      <a href={href} className="ui-link" rel="nofollow noopener ugc">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  // Line ends are kept by the style sheet, and a hard break carries one of its own.
  br: () => null,
  h1: StrongLine,
  h2: StrongLine,
  h3: StrongLine,
  h4: StrongLine,
  h5: StrongLine,
  h6: StrongLine,
};

function safeAddress(address: string): string {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol) ? address : '';
  } catch {
    return '';
  }
}

/** Turns the members' Markdown into the few elements that are allowed. */
export default function MarkdownBody({ text }: { text: string }) {
  return (
    <ReactMarkdown allowedElements={allowed} unwrapDisallowed skipHtml urlTransform={safeAddress} components={components}>
      {text}
    </ReactMarkdown>
  );
}
