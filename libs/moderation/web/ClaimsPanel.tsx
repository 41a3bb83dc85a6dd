import { Dialog, Instant, Pagination, Table } from '@app/ui';
import { useGraphPages } from '@app/platform/web';
import { placeLabel } from '@app/organizations/contract';
import { useState } from 'react';
import { ClaimDecision } from './ClaimDecision.js';
import { Panel } from './Panel.js';
import { RowButton } from './RowButton.js';
import { seatWords as words } from './seat-words.js';
import { ClaimsOnDeskDocument, type ClaimsOnDeskQuery } from './seats.generated.js';

type Claim = ClaimsOnDeskQuery['claimsToDecide']['nodes'][number];

const seatOf = (claim: Claim): string => words.seat(placeLabel(claim.role), claim.title);

/** People who say that a seat is theirs, the longest-waiting first. */
export default function ClaimsPanel() {
  const { nodes, total, hasMore, more, morePending, isPending, error, refetch } = useGraphPages(ClaimsOnDeskDocument, { first: 50 }, (answer) => answer.claimsToDecide);
  const [reading, setReading] = useState<string | null>(null);
  const claim = nodes.find((node) => node.id === reading);
  return (
    <Panel title={words.claimsTitle(total ?? (isPending || hasMore ? undefined : nodes.length))} anchor="claims" error={error} pending={isPending} retry={refetch}>
      {() =>
        nodes.length === 0 ? (
          <p className="text-quiet">{words.claimsNone}</p>
        ) : (
          <>
            <Table
              caption={words.claimsCaption}
              rows={nodes}
              rowKey={(row) => row.id}
              defaultSort={{ key: 'waits', direction: 'ascending' }}
              columns={[
                {
                  key: 'who',
                  label: words.who,
                  rowHeader: true,
                  sortBy: (row) => row.claimant.name,
                  cell: (row) => (
                    <RowButton onPress={() => setReading(row.id)}>{row.claimant.name}</RowButton>
                  ),
                },
                { key: 'waits', label: words.waits, cell: (row) => <Instant at={row.createdAt} form="ago" />, sortBy: (row) => Date.parse(row.createdAt) },
                { key: 'seat', label: words.seatLabel, cell: seatOf, sortBy: seatOf },
                { key: 'where', label: words.where, cell: (row) => row.organization.name, sortBy: (row) => row.organization.name },
              ]}
            />
            {hasMore && <Pagination shown={nodes.length} {...(total === undefined ? {} : { total })} hasMore pending={morePending} onMore={more} />}
            <Dialog title={words.claimTitle(claim?.claimant.name ?? '')} open={claim !== undefined} onOpenChange={(open) => !open && setReading(null)}>
              {claim && (
                <ClaimDecision
                  key={claim.id}
                  id={claim.id}
                  seat={words.claimLead(seatOf(claim), claim.organization.name)}
                  email={claim.claimantEmail}
                  said={claim.words}
                  onClose={() => setReading(null)}
                />
              )}
            </Dialog>
          </>
        )
      }
    </Panel>
  );
}
