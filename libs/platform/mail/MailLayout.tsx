import { Body, Container, Head, Hr, Html, Link, Preview, Section, Text } from '@react-email/components';
import type { ReactElement, ReactNode } from 'react';
import { colour, sans, serif } from './mail-style.js';

export interface MailLayoutProps {
  preheader: string;
  because: string;
  /** Where mail of this category is stopped; null where it cannot be. */
  stop: string | null;
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

/** The page every mail is set on: the mark, the words, and in the foot why it came and how to stop it. */
export function MailLayout({ preheader, because, stop, home, postalAddress, children }: MailLayoutProps): ReactElement {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Body className="paper" style={{ margin: 0, padding: 0, backgroundColor: colour.paper, fontFamily: sans }}>
        <Preview>{preheader}</Preview>
        <Container style={{ width: '100%', maxWidth: '600px', margin: '0 auto', padding: '32px 24px 40px' }}>
          <Mark home={home} />
          <Section>{children}</Section>
          <Hr style={{ margin: '40px 0 16px', border: 'none', borderTop: `1px solid ${colour.line}` }} />
          <Foot>{because}</Foot>
          {stop && (
            <Foot>
              <Link href={stop} className="quiet" style={{ color: colour.quiet, textDecoration: 'underline' }}>
                Stop mail of this kind
              </Link>
              , without signing in.
            </Foot>
          )}
          {postalAddress && <Foot>{postalAddress}</Foot>}
        </Container>
      </Body>
    </Html>
  );
}

/** Three strokes beside the name: mail programs show no drawings, so they are three filled cells. */
function Mark({ home }: { home: string }): ReactElement {
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" border={0} style={{ marginBottom: '32px' }}>
      <tbody>
        <tr>
          {[14, 20, 14].map((height, stroke) => (
            <td key={stroke} style={{ verticalAlign: 'bottom', paddingRight: '4px', lineHeight: 0 }}>
              <div className="stroke" style={{ width: '4px', height: `${height}px`, backgroundColor: colour.accent }} />
            </td>
          ))}
          <td style={{ paddingLeft: '6px' }}>
            <Link href={home} className="ink" style={{ fontFamily: serif, fontSize: '21px', lineHeight: '20px', color: colour.ink, textDecoration: 'none' }}>
              Accord
            </Link>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Foot({ children }: { children: ReactNode }): ReactElement {
  return (
    <Text className="quiet" style={{ margin: '0 0 8px', fontSize: '14px', lineHeight: '21px', color: colour.quiet }}>
      {children}
    </Text>
  );
}
