import { Button, Dialog, Instant, say, Table } from '@app/ui';
import { useAct, useGraph } from '@app/platform/web';
import { placeLabel } from '@app/organizations/contract';
import { InviteForm } from './InviteForm.js';
import { Panel } from './Panel.js';
import { seatWords as words } from './seat-words.js';
import { InvitationsOnDeskDocument, type InvitationsOnDeskQuery, WithdrawOnDeskDocument } from './seats.generated.js';

type Invitation = InvitationsOnDeskQuery['openInvitations'][number];

const seatOf = (invitation: Invitation): string => words.seat(placeLabel(invitation.role), invitation.title);

/** Who has been asked to take a seat and has not answered, and the way to ask somebody else. */
export default function InvitationsPanel() {
  const { data, error, refetch } = useGraph(InvitationsOnDeskDocument, {});
  const withdraw = useAct(WithdrawOnDeskDocument, { refreshes: ['InvitationsOnDesk'], onDone: () => say(words.withdrawn) });
  const rows = data?.openInvitations ?? [];
  return (
    <Panel
      title={words.invitationsTitle(data && rows.length)}
      anchor="invitations"
      error={error}
      pending={!data}
      retry={() => void refetch()}
      aside={
        <Dialog title={words.inviteTitle} trigger={<Button>{words.invite}</Button>}>
          {(close) => <InviteForm onClose={close} />}
        </Dialog>
      }
    >
      {() =>
        rows.length === 0 ? (
          <p className="text-quiet">{words.invitationsNone}</p>
        ) : (
          <>
            {withdraw.message && <p role="alert">{withdraw.message}</p>}
            <Table
              caption={words.invitationsCaption}
              rows={rows}
              rowKey={(row) => row.id}
              defaultSort={{ key: 'ends', direction: 'ascending' }}
              columns={[
                { key: 'to', label: words.to, rowHeader: true, cell: (row) => row.email, sortBy: (row) => row.email },
                { key: 'ends', label: words.ends, cell: (row) => <Instant at={row.expiresAt} form="day" />, sortBy: (row) => Date.parse(row.expiresAt) },
                { key: 'seat', label: words.seatLabel, cell: seatOf, sortBy: seatOf },
                { key: 'where', label: words.where, cell: (row) => row.organization.name, sortBy: (row) => row.organization.name },
                { key: 'by', label: words.by, cell: (row) => row.invitedBy?.name ?? words.nobody, sortBy: (row) => row.invitedBy?.name ?? '' },
                {
                  key: 'withdraw',
                  label: words.withdraw,
                  cell: (row) => (
                    <Button look="quiet" aria-label={words.withdrawNamed(row.email)} onPress={() => void withdraw.run({ invitationId: row.id })}>
                      {words.withdraw}
                    </Button>
                  ),
                },
              ]}
            />
          </>
        )
      }
    </Panel>
  );
}
