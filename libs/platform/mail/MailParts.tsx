import { Fragment, type ReactElement, type ReactNode } from 'react';
import { colour, sans, serif } from './mail-style.js';

const body = { fontFamily: sans, fontSize: '17px', lineHeight: '27px', color: colour.ink };

interface Words {
  children: ReactNode;
}

/** The one title of a mail; `level` 2 heads a part of it. */
export function Heading({ level = 1, children }: Words & { level?: 1 | 2 }): ReactElement {
  const size = level === 1 ? { fontSize: '28px', lineHeight: '36px', margin: '0 0 16px' } : { fontSize: '21px', lineHeight: '30px', margin: '32px 0 8px' };
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <Title className="ink" style={{ ...size, fontFamily: serif, fontWeight: 600, color: colour.ink }}>
      {children}
    </Title>
  );
}

export function Paragraph({ quiet = false, children }: Words & { quiet?: boolean }): ReactElement {
  return (
    <p className={quiet ? 'quiet' : 'ink'} style={{ ...body, margin: '0 0 16px', ...(quiet && { fontSize: '15px', lineHeight: '24px', color: colour.quiet }) }}>
      {children}
    </p>
  );
}

/** The one thing to do. It leads to a page; opening that page changes nothing yet, since filters open every link. */
export function Button({ to, children }: Words & { to: string }): ReactElement {
  return (
    <div style={{ margin: '8px 0 24px' }}>
      <a
        href={to}
        className="button"
        style={{ display: 'inline-block', padding: '12px 20px', borderRadius: '3px', fontFamily: sans, fontSize: '17px', lineHeight: '24px', fontWeight: 600, backgroundColor: colour.accent, color: colour.onAccent, textDecoration: 'none' }}
      >
        {children}
      </a>
    </div>
  );
}

export function TextLink({ to, children }: Words & { to: string }): ReactElement {
  return (
    <a href={to} className="accent" style={{ color: colour.accent, textDecoration: 'underline' }}>
      {children}
    </a>
  );
}

/** A code to be typed, set apart so that it can be read aloud and copied. */
export function Code({ children }: { children: string }): ReactElement {
  return (
    <p className="ink" style={{ margin: '0 0 24px', fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: '34px', lineHeight: '40px', letterSpacing: '4px', color: colour.ink }}>
      {children}
    </p>
  );
}

export interface ListItem {
  title: string;
  to?: string;
  /** Who and when, or a line of what it says. */
  note?: string;
}

/** A part of a digest: its name and what is in it. */
export function List({ title, items }: { title?: string; items: ListItem[] }): ReactElement {
  return (
    <Fragment>
      {title && <Heading level={2}>{title}</Heading>}
      <ul style={{ margin: '0 0 16px', padding: '0 0 0 20px' }}>
        {items.map((item, place) => (
          <li key={place} className="ink" style={{ ...body, marginBottom: '8px' }}>
            {item.to ? <TextLink to={item.to}>{item.title}</TextLink> : item.title}
            {item.note && (
              <div className="quiet" style={{ fontSize: '15px', lineHeight: '24px', color: colour.quiet }}>
                {item.note}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Fragment>
  );
}

/** Somebody's own words; line breaks are kept. */
export function Quote({ by, children }: { by?: string; children: string }): ReactElement {
  return (
    <blockquote style={{ margin: '0 0 16px', padding: '0 0 0 16px', borderLeft: `2px solid ${colour.accent}` }}>
      {children.split(/\n{2,}/).map((paragraph, place) => (
        <Paragraph key={place}>
          {paragraph.split('\n').map((line, number) => (
            <Fragment key={number}>
              {number > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </Paragraph>
      ))}
      {by && <Paragraph quiet>{by}</Paragraph>}
    </blockquote>
  );
}
