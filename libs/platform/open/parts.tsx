import { ELEMENTS, HEADINGS, safeAddress } from '@app/platform/markdown/contract';
import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import type { Named } from './open.js';

/** A part of an open page under a heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="ui-section">
      <h2 className="ui-section-title">{title}</h2>
      {children}
    </section>
  );
}

/** What was typed, by paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim())
    .map((paragraph, at) => <p key={at}>{paragraph}</p>);
}

/** Facts as a list of names and values; what is not known is left out. */
export function FactList({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  if (known.length === 0) return null;
  return (
    <dl>
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Links to other pages, each with a line about it where there is one. */
export function Links({ to }: { to: readonly (Named & { note?: string | null })[] }) {
  return (
    <ul>
      {to.map(({ title, path, note }) => (
        <li key={path}>
          <a href={path} className="ui-link">
            {title}
          </a>
          {note ? <p>{note}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** An instant as a day. */
export function DayOf({ at }: { at: Date | string }) {
  const date = new Date(at);
  return <time dateTime={date.toISOString().slice(0, 10)}>{date.toLocaleDateString('en-US', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}</time>;
}

const allowed = [...ELEMENTS, ...HEADINGS];

// A heading of a member would break the outline of the page, so it becomes a strong line.
const StrongLine = ({ children }: { children?: ReactNode }) => (
  <p>
    <strong>{children}</strong>
  </p>
);

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

/** The members' Markdown, in the same few elements as on the page of the web app. */
export function Marked({ text }: { text: string }) {
  return (
    <ReactMarkdown allowedElements={allowed} unwrapDisallowed skipHtml urlTransform={safeAddress} components={components}>
      {text}
    </ReactMarkdown>
  );
}
