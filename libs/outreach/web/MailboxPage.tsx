import { EmptyState, ErrorState, Instant, Loading, PageHeader, Pagination, Select, TextLink } from '@app/ui';
import { useGraph, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { MailboxPageDocument } from './mailbox.generated.js';
import { words } from './words.js';

const EVERYBODY = 'everybody';
const PAGE = 25;
const REFRESH_MS = 3000;

/** The mail that the demo's people get, the newest first. */
export default function MailboxPage() {
  useTitle(words.mailboxTitle);
  const [search, setSearch] = useSearchParams();
  const [first, setFirst] = useState(PAGE);
  const address = search.get('to');
  const { data, error, refetch, isFetching } = useGraph(MailboxPageDocument, { address, first }, { every: REFRESH_MS, keepPrevious: true });
  if (error && !data)
    return (
      <ErrorState level={1} onRetry={() => void refetch()} retrying={isFetching}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <Loading page lines={8} />;
  const nameOf = new Map(data.mailboxOwners.map((owner) => [owner.address, owner.name]));
  const choose = (value: string) => {
    setFirst(PAGE);
    setSearch(value === EVERYBODY ? {} : { to: value });
  };
  return (
    <>
      <PageHeader title={words.mailboxTitle} lead={words.mailboxLead} />
      <Select
        label={words.whose}
        name="to"
        width="medium"
        required
        value={address ?? EVERYBODY}
        onChange={choose}
        options={[
          { value: EVERYBODY, label: words.everybody },
          ...data.mailboxOwners.map((owner) => ({ value: owner.address, label: owner.name ?? owner.address, note: owner.name ? `${owner.address}, ${words.count(owner.count)}` : words.count(owner.count) })),
        ]}
      />
      {data.mailbox.nodes.length === 0 ? (
        <EmptyState title={words.noMailTitle}>{words.noMail}</EmptyState>
      ) : (
        <ul className="mt-3">
          {data.mailbox.nodes.map((mail) => (
            <li key={mail.id} className="border-t border-line py-2">
              <TextLink to={`/mailbox/${mail.id}`}>{mail.subject}</TextLink>
              <span className="block text-note text-quiet">
                {words.toWhom(nameOf.get(mail.to) ?? mail.to)}, <Instant at={mail.at} form="ago" />
              </span>
            </li>
          ))}
        </ul>
      )}
      {data.mailbox.pageInfo.hasNextPage && first < 100 && <Pagination shown={data.mailbox.nodes.length} hasMore pending={isFetching} onMore={() => setFirst(Math.min(100, first + PAGE))} />}
    </>
  );
}
