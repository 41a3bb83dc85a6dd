import { ELEMENTS, HEADINGS, safeAddress } from '@app/platform/markdown/contract';
import type { ComponentPropsWithoutRef } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';

const allowed = [...ELEMENTS, ...HEADINGS];

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
  ...Object.fromEntries(HEADINGS.map((heading) => [heading, StrongLine])),
};

/** Turns the members' Markdown into the few elements that are allowed. */
export default function MarkdownBody({ text }: { text: string }) {
  return (
    <ReactMarkdown allowedElements={allowed} unwrapDisallowed skipHtml urlTransform={safeAddress} components={components}>
      {text}
    </ReactMarkdown>
  );
}
