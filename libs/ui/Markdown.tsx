import { lazy, Suspense } from 'react';

// The parser is large and many pages have no member's text, so it loads when first needed.
const MarkdownBody = /* @__PURE__ */ lazy(() => import('./MarkdownBody.js'));

/** What a member wrote: paragraphs, emphasis, lists, quotations and links, nothing else. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="ui-prose ui-markdown">
      <Suspense fallback={<p className="whitespace-pre-line">{text}</p>}>
        <MarkdownBody text={text} />
      </Suspense>
    </div>
  );
}
