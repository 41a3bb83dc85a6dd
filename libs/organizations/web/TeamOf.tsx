import { Button, Dialog, Disclosure, Form, FormActions, Instant, say, Section, Select, TextField, TextLink } from '@app/ui';
import { useAct, useGraph, useSessionInfo } from '@app/platform/web';
import { useState } from 'react';
import { LEADING_ROLES, placeNote } from '../contract/templates.js';
import { KeepGuest } from './KeepGuest.js';
import type { SeatFactsFragment } from './organizations.generated.js';
import { placeWords } from './place-words.js';
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
  const mine = team.seats.find((seat) => LEADING_ROLES.includes(seat.role) && seat.holder && seat.holder.id === session?.person?.id)?.role ?? null;
  const records = useGraph(SeatRecordsDocument, { organizationId: team.id }).data?.seatRecords ?? [];
  return (
    <Section title={team.name} aside={team.can.editProfile ? <TextLink to={`${team.path}/edit`}>{words.team.edit}</TextLink> : undefined}>
      <ul className="grid max-w-[46rem]">
        {team.seats.map((seat) => (
          <li key={seat.id ?? seat.role} className="flex flex-wrap items-center justify-between gap-1 border-t border-line py-1">
            <p>
              {seat.holder ? <strong>{seat.holder.name}</strong> : <span className="font-serif italic text-quiet">{seat.need === 'encouraged' ? words.profile.mayBeFilled : words.profile.vacant}</span>}
              {seat.holder && seat.holder.id === session?.person?.id && ` (${words.team.you})`}
              <span className="block text-note text-quiet">
                <PlaceName seat={seat} laborWord={team.laborWord} />
              </span>
            </p>
            {seat.id && seat.holder?.id === session?.person?.id ? (
              <LeaveSeat seatId={seat.id} />
            ) : (
              seat.id &&
              team.can.invite &&
              (seat.deputyFor ? mine === seat.deputyFor : !LEADING_ROLES.includes(seat.role)) && (
                <span className="flex flex-wrap gap-1">
                  {seat.until && <KeepGuest seatId={seat.id} name={seat.holder?.name ?? ''} />}
                  <Button look="quiet" pending={remove.pending} onPress={() => void remove.run({ seatId: seat.id ?? '' })}>
                    {words.team.remove}
                  </Button>
                </span>
              )
            )}
            {seat.id && <SeatRecord record={records.find((record) => record.id === seat.id)} />}
          </li>
        ))}
      </ul>
      {remove.message && <p className="text-danger" role="alert">{remove.message}</p>}
      {team.can.invite && <Inviting team={team} mine={mine} />}
    </Section>
  );
}

function PlaceName({ seat, laborWord }: { seat: SeatFactsFragment; laborWord: string | null }) {
  if (seat.deputyFor) return placeWords.deputyOf(seatName(seat.deputyFor, laborWord).toLowerCase());
  if (LEADING_ROLES.includes(seat.role)) return seat.title ?? seatName(seat.role, laborWord);
  const name = [seatName(seat.role), seat.title].filter(Boolean).join(': ');
  if (!seat.until) return name;
  return (
    <>
      {name}, {placeWords.until} <Instant at={seat.until} form="day" zone="America/New_York" deadline />
    </>
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

function Inviting({ team, mine }: { team: OwnTeam; mine: string | null }) {
  const invitations = useGraph(TeamInvitationsDocument, { organizationId: team.id });
  const vacant = team.seats.filter((seat) => seat.holder === null || seat.role === 'representative').map((seat) => seat.role);
  // A deputy stands in for the seat of whoever invites, and a guest sits at the team's own table.
  const roles = [...new Set([...vacant, ...(mine ? (['deputy', 'guest'] as const) : []), 'staff' as const, 'observer' as const])];
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
                    {one.deputyFor ? placeWords.deputyOf(seatName(one.deputyFor, team.laborWord).toLowerCase()) : seatName(one.role, team.laborWord)}, {words.team.until} <Instant at={one.expiresAt} form="day" />
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
          onSubmit={(data) => void invite.run({ organizationId: team.id, role, email: String(data.get('email') ?? ''), title: String(data.get('title') ?? '').trim() || null, until: role === 'guest' ? String(data.get('until') ?? '') || null : null })}
        >
          <Select
            name="role"
            label={words.team.inviteTo}
            required
            width="medium"
            value={role}
            onChange={(value) => setRole(roles.find((one) => one === value) ?? 'staff')}
            options={roles.map((one) => ({ value: one, label: seatName(one, team.laborWord), note: one === 'deputy' ? placeWords.deputyNote(seatName(mine ?? '', team.laborWord).toLowerCase()) : placeNote(one) }))}
          />
          <TextField name="email" type="email" label={words.team.email} hint={words.team.emailHint} autoComplete="off" maxLength={254} required width="medium" />
          {role === 'guest' && <TextField name="until" type="date" label={placeWords.lastDay} hint={placeWords.lastDayHint} required width="medium" />}
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
