import type { ReactElement } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import { safeAddress } from '@app/platform/markdown/contract';
import { Button, mailTemplate, type MailToWrite, Paragraph, TextLink, type WrittenMail } from '@app/platform/mail';
import { Messages } from './messages.service.js';

export const MESSAGE_MAIL = 'outreach.message';

const ALLOWED = ['p', 'em', 'strong', 'a', 'ul', 'ol', 'li', 'blockquote', 'br'];
const listStyle = { margin: '0 0 16px', padding: '0 0 0 20px', fontSize: '17px', lineHeight: '27px' };

const components: Components = {
  p: ({ children }) => <Paragraph>{children}</Paragraph>,
  a: ({ href, children }) => (href ? <TextLink to={href}>{children}</TextLink> : <span>{children}</span>),
  ul: ({ children }) => <ul style={listStyle}>{children}</ul>,
  ol: ({ children }) => <ol style={listStyle}>{children}</ol>,
  blockquote: ({ children }) => <blockquote style={{ margin: '0 0 16px', padding: '0 0 0 16px', borderLeft: '2px solid #14523f' }}>{children}</blockquote>,
};

/** A letter of a co-sponsor's named leader. Whatever it holds beyond a few plain marks is shown as text or left out. */
export const messageMail = mailTemplate({
  kind: MESSAGE_MAIL,
  render: async (get, mail): Promise<WrittenMail | null> => {
    const message = await get(Messages).find(mail.edition);
    if (!message) return null;
    return {
      subject: message.subject,
      preheader: `${message.fromName}, ${message.fromOrganization}`,
      because:
        message.audience === 'attended'
          ? `You get this because your team was at ${message.conference}. ${message.fromOrganization} is one of its sponsors.`
          : `You get this because your team was invited to ${message.conference}. ${message.fromOrganization} is one of its sponsors.`,
      element: <MessageBody mail={mail} message={message} />,
    };
  },
});

function MessageBody({ mail, message }: { mail: MailToWrite; message: NonNullable<Awaited<ReturnType<Messages['find']>>> }): ReactElement {
  return (
    <>
      <ReactMarkdown allowedElements={ALLOWED} unwrapDisallowed skipHtml urlTransform={safeAddress} components={components}>
        {message.body}
      </ReactMarkdown>
      <Paragraph>
        <strong>{message.fromName}</strong>
        <br />
        {[message.fromTitle, message.fromOrganization].filter(Boolean).join(', ')}
      </Paragraph>
      <Button to={mail.link(`/conferences/${message.slug}`)}>{message.audience === 'attended' ? 'What has happened since' : 'See what the teams brought home'}</Button>
    </>
  );
}
