import { Breadcrumbs, EmptyState, ErrorState, Instant, LinkButton, Loading, PageHeader, Table, Tabs } from '@app/ui';
import { useGraph, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { LetterFrame } from './LetterFrame.js';
import { MailboxLetterDocument } from './mailbox.generated.js';
import { words } from './words.js';

/** One mail of the demo: as a mail program shows it, as plain text, and its headers. */
export default function MailboxLetterPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useGraph(MailboxLetterDocument, { id }, { freshFor: Infinity });
  const mail = data?.mailboxMessage;
  useTitle(mail?.subject ?? (data ? words.letterMissingTitle : undefined));
  if (error)
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} />;
  if (!mail)
    return (
      <>
        <PageHeader title={words.letterMissingTitle} />
        <EmptyState title={words.letterMissingTitle} action={<LinkButton to="/mailbox">{words.back}</LinkButton>}>
          {words.letterMissing}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        above={<Breadcrumbs steps={[{ label: words.back, to: '/mailbox' }]} />}
        title={mail.subject}
        lead={
          <>
            {words.toWhom(mail.to)}, <Instant at={mail.at} form="ago" />
          </>
        }
      />
      <Tabs
        label={words.frame}
        tabs={[
          { id: 'mail', label: words.asMail, content: <LetterFrame html={mail.html} /> },
          { id: 'text', label: words.asText, content: <pre className="overflow-x-auto whitespace-pre-wrap break-words bg-sunk p-2 text-note">{mail.text}</pre> },
          {
            id: 'headers',
            label: words.headers,
            content: (
              <Table
                caption={words.headersCaption}
                rows={mail.headers}
                rowKey={({ name }) => name}
                empty={words.noHeaders}
                dense={false}
                columns={[
                  { key: 'name', label: words.header, cell: ({ name }) => name, rowHeader: true },
                  { key: 'value', label: words.value, cell: ({ value }) => <span className="break-all">{value}</span> },
                ]}
              />
            ),
          },
        ]}
      />
    </>
  );
}
