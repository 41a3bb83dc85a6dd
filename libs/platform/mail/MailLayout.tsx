import type { ReactElement, ReactNode } from 'react';
import { colour, sans, serif } from './mail-style.js';

export interface MailLayoutProps {
  subject: string;
  preheader: string;
  because: string;
  /** Where mail of this category is stopped; null where it cannot be. */
  stop: string | null;
  stopWords?: string | undefined;
  home: string;
  postalAddress: string;
  children?: ReactNode;
}

// Inline styles serve every mail program; these few rules are for those that show mail on a dark page.
const DARK = `
@media (prefers-color-scheme: dark) {
  .paper { background-color: #121815 !important; }
  .ink { color: #e8ede9 !important; }
  .quiet { color: #aab5af !important; }
  .accent { color: #86cbae !important; }
  .button { background-color: #86cbae !important; color: #0b1f17 !important; }
  .stroke { background-color: #86cbae !important; }
}`;

// Inboxes fill the line beside the subject from the body; these invisible characters keep it to the preheader.
const NOTHING_MORE = '\u00a0\u200c\u200b'.repeat(60);

/** The page every mail is set on: the mark, the words, and in the foot why it came and how to stop it. */
export function MailLayout({ subject, preheader, because, stop, stopWords = 'Stop mail of this kind', home, postalAddress, children }: MailLayoutProps): ReactElement {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=UTF-8" />
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </head>
      <body className="paper" style={{ margin: 0, padding: 0, backgroundColor: colour.paper, fontFamily: sans }}>
        <div data-skip-in-text="true" style={{ display: 'none', overflow: 'hidden', maxHeight: 0, maxWidth: 0, lineHeight: '1px', opacity: 0 }}>
          {preheader}
          {NOTHING_MORE}
        </div>
        <table role="presentation" align="center" width="100%" cellPadding="0" cellSpacing="0" border={0} style={{ maxWidth: '600px', margin: '0 auto' }}>
          <tbody>
            <tr>
              <td style={{ padding: '32px 24px 40px' }}>
                <Mark home={home} />
                {children}
                <hr style={{ margin: '40px 0 16px', border: 'none', borderTop: `1px solid ${colour.line}` }} />
                <Foot>{because}</Foot>
                {stop && (
                  <Foot>
                    <a href={stop} className="quiet" style={{ color: colour.quiet, textDecoration: 'underline' }}>
                      {stopWords}
                    </a>
                    , without signing in.
                  </Foot>
                )}
                {postalAddress && <Foot>{postalAddress}</Foot>}
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

/** Three strokes that meet, beside the name: mail programs show no drawings, so they are filled cells. */
function Mark({ home }: { home: string }): ReactElement {
  const stroke = { width: '4px', height: '14px', backgroundColor: colour.accent, fontSize: 0, lineHeight: 0 };
  const gap = { ...stroke, backgroundColor: 'transparent' };
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" border={0} style={{ marginBottom: '32px' }}>
      <tbody>
        <tr>
          <td className="stroke" style={stroke} />
          <td style={gap} />
          <td className="stroke" style={stroke} />
          <td style={gap} />
          <td className="stroke" style={stroke} />
          <td rowSpan={2} style={{ paddingLeft: '10px' }}>
            <a href={home} className="ink" style={{ fontFamily: serif, fontSize: '21px', lineHeight: '18px', color: colour.ink, textDecoration: 'none' }}>
              Accord
            </a>
          </td>
        </tr>
        <tr>
          <td className="stroke" colSpan={5} style={{ ...stroke, width: '20px', height: '4px' }} />
        </tr>
      </tbody>
    </table>
  );
}

function Foot({ children }: { children: ReactNode }): ReactElement {
  return (
    <p className="quiet" style={{ margin: '0 0 8px', fontSize: '14px', lineHeight: '21px', color: colour.quiet }}>
      {children}
    </p>
  );
}
