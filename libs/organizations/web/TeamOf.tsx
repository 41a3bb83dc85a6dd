import { Button, Dialog, Disclosure, Form, FormActions, Instant, say, Section, Select, TextField, TextLink } from '@app/ui';
import { useAct, useGraph, useSessionInfo } from '@app/platform/web';
import { useState } from 'react';
import type { SeatFactsFragment } from './organizations.generated.js';
import { seatName } from './SeatList.js';
import { InviteToSeatDocument, LeaveSeatDocument, RemoveFromTeamDocument, TeamInvitationsDocument, WithdrawInvitationDocument } from './seats.generated.js';
import { SeatRecord } from './SeatRecord.js';
import { SeatRecordsDocument } from './succession.generated.js';
import { words } from './words.js';

export interface OwnTeam {
  id: string;
  name: string;
  path: string;
  laborWord: string | null;
  seats: readonly SeatFactsFragment[];
  can: { editProfile: boolean; invite: boolean };
}

/** One of the reader's own teams: who sits there, whom it has invited, whom it invites. */
export function TeamOf({ team }: { team: OwnTeam }) {
  const session = useSessionInfo();
  const remove = useAct(RemoveFromTeamDocument, { onDone: () => say(words.team.removed) });
  const records = useGraph(SeatRecordsDocument, { organizationId: team.id }).data?.seatRecords ?? [];
  return (
    <Section title={team.name} aside={team.can.editProfile ? <TextLink to={`${team.path}/edit`}>{words.team.edit}</TextLink> : undefined}>
      <ul className="grid max-w-[46rem]">
        {team.seats.map((seat) => (
          <li key={seat.id ?? seat.role} className="flex flex-wrap items-center justify-between gap-1 border-t border-line py-1">
            <p>
              {seat.holder ? <strong>{seat.holder.name}</strong> : <span className="font-serif italic text-quiet">{words.profile.vacant}</span>}
              {seat.holder && seat.holder.id === session?.person?.id && ` (${words.team.you})`}
              <span className="block text-note text-quiet">
                {seat.role === 'staff' || seat.role === 'observer' ? [seatName(seat.role), seat.title].filter(Boolean).join(': ') : (seat.title ?? seatName(seat.role, team.laborWord))}
              </span>
            </p>
            {seat.id && seat.holder?.id === session?.person?.id ? (
              <LeaveSeat seatId={seat.id} />
            ) : (
              seat.id &&
              team.can.invite &&
              (seat.role === 'staff' || seat.role === 'observer') && (
                <Button look="quiet" pending={remove.pending} onPress={() => void remove.run({ seatId: seat.id ?? '' })}>
                  {words.team.remove}
                </Button>
              )
            )}
            {seat.id && <SeatRecord record={records.find((record) => record.id === seat.id)} />}
          </li>
        ))}
      </ul>
      {team.can.invite && <Inviting team={team} />}
    </Section>
  );
}

function LeaveSeat({ seatId }: { seatId: string }) {
  // The session ended with the seat, so the next page is the one on which to begin another.
  const leave = useAct(LeaveSeatDocument, { refreshes: 'nothing', onDone: () => window.location.assign('/sign-in?next=%2Fme%2Fwrote') });
  return (
    <Dialog
      title={words.team.leaveTitle}
      role="alertdialog"
      trigger={<Button look="quiet">{words.team.leave}</Button>}
      actions={(close) => (
        <>
          <Button
            look="danger"
            pending={leave.pending}
            onPress={() => {
              void leave.run({ seatId }).then((done) => done && close());
            }}
          >
            {words.team.leave}
          </Button>
          <Button look="quiet" onPress={close}>
            {words.team.keep}
          </Button>
        </>
      )}
    >
      {leave.message ?? words.team.leaveBody}
    </Dialog>
  );
}

function Inviting({ team }: { team: OwnTeam }) {
  const invitations = useGraph(TeamInvitationsDocument, { organizationId: team.id });
  const vacant = team.seats.filter((seat) => seat.holder === null || seat.role === 'representative').map((seat) => seat.role);
  const roles = [...new Set([...vacant, 'staff' as const, 'observer' as const])];
  const [role, setRole] = useState<(typeof roles)[number]>('staff');
  const [sent, setSent] = useState(0);
  const invite = useAct(InviteToSeatDocument, {
    idempotent: true,
    onDone: ({ email }) => {
      setSent((count) => count + 1);
      say(words.team.invited(email));
    },
  });
  const takeBack = useAct(WithdrawInvitationDocument, { onDone: () => say(words.team.takenBack) });
  const open = invitations.data?.teamInvitations ?? [];
  return (
    <div className="mt-3 grid max-w-[46rem] gap-2">
      {open.length > 0 && (
        <div>
          <h3 className="font-semibold">{words.team.open}</h3>
          <ul className="grid">
            {open.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-1 border-t border-line py-1">
                <p>
                  {one.email}
                  <span className="block text-note text-quiet">
                    {seatName(one.role, team.laborWord)}, {words.team.until} <Instant at={one.expiresAt} form="day" />
                  </span>
                </p>
                <Button look="quiet" pending={takeBack.pending} onPress={() => void takeBack.run({ invitationId: one.id })}>
                  {words.team.takeBack}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Disclosure title={words.team.invite}>
        <Form
          key={sent}
          errors={invite.fields}
          problem={invite.message}
          onSubmit={(data) => void invite.run({ organizationId: team.id, role, email: String(data.get('email') ?? ''), title: String(data.get('title') ?? '').trim() || null })}
        >
          <Select
            name="role"
            label={words.team.inviteTo}
            required
            width="medium"
            value={role}
            onChange={(value) => setRole(roles.find((one) => one === value) ?? 'staff')}
            options={roles.map((one) => ({ value: one, label: seatName(one, team.laborWord), note: words.roleNotes[one] ?? '' }))}
          />
          <TextField name="email" type="email" label={words.team.email} hint={words.team.emailHint} autoComplete="off" maxLength={254} required width="medium" />
          <TextField name="title" label={words.team.theirTitle} maxLength={120} width="medium" />
          <FormActions>
            <Button type="submit" pending={invite.pending}>
              {words.team.sendInvitation}
            </Button>
          </FormActions>
        </Form>
      </Disclosure>
    </div>
  );
}
