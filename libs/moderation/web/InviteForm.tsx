import { Button, ComboBox, Form, FormActions, say, Select, TextField } from '@app/ui';
import { ask, useAct } from '@app/platform/web';
import { placeLabel, SEAT_TEMPLATES, type SeatRole, type TemplateKind } from '@app/organizations/contract';
import { useState } from 'react';
import { seatWords as words } from './seat-words.js';
import { InviteOnDeskDocument, WhereToInviteDocument } from './seats.generated.js';

type Role = SeatRole;

interface Place {
  value: string;
  label: string;
}

/** A place in the list says what kind of organization it is, which decides the seats that are offered. */
const valueOf = (kind: TemplateKind, id: string): string => `${kind}:${id}`;
const rolesOf = (kind: TemplateKind): SeatRole[] => [...SEAT_TEMPLATES[kind].map(({ role }) => role), 'staff', 'observer'];

async function places(search: string, signal: AbortSignal): Promise<Place[]> {
  const { districts, organizations } = await ask(WhereToInviteDocument, { search }, signal);
  const typed = search.toLowerCase();
  const others = organizations.nodes.filter(({ name, abbreviation }) => `${name} ${abbreviation ?? ''}`.toLowerCase().includes(typed));
  return [
    ...others.map(({ id, kind, name }) => ({ value: valueOf(kind, id), label: name })),
    ...districts.nodes.map(({ id, name, state }) => ({ value: valueOf('district', id), label: state ? `${name}, ${state}` : name })),
  ];
}

/** Asks somebody by mail to take a seat. What is typed stays when something is wrong with it. */
export function InviteForm({ onClose }: { onClose: () => void }) {
  const [place, setPlace] = useState<Place | null>(null);
  const [role, setRole] = useState<Role | null>(null);
  const [email, setEmail] = useState('');
  const [title, setTitle] = useState('');
  const [missing, setMissing] = useState<readonly { field: string; message: string }[]>([]);
  const invite = useAct(InviteOnDeskDocument, {
    idempotent: true,
    refreshes: ['InvitationsOnDesk'],
    onDone: (sent) => {
      onClose();
      say(words.sent(sent.email), 'success');
    },
  });
  const [kind = '', organizationId = ''] = place?.value.split(':') ?? [];
  const roles = rolesOf(kind in SEAT_TEMPLATES ? (kind as TemplateKind) : 'district');
  const chosen = role && roles.includes(role) ? role : null;
  const send = () => {
    const gaps = [...(place ? [] : [{ field: 'organizationId', message: words.chooseOrganization }]), ...(chosen ? [] : [{ field: 'role', message: words.chooseRole }])];
    setMissing(gaps);
    if (place && chosen) void invite.run({ organizationId, role: chosen, email, title: title || null });
  };
  return (
    <Form label={words.inviteTitle} onSubmit={send} errors={missing.length > 0 ? missing : invite.fields} problem={invite.message}>
      <p>{words.inviteLead}</p>
      <ComboBox name="organizationId" label={words.organization} hint={words.organizationHint} load={places} value={place} onChange={setPlace} required />
      <Select name="role" label={words.role} options={roles.map((value) => ({ value, label: placeLabel(value) }))} value={chosen} onChange={(value) => setRole(value as Role)} required />
      <TextField name="email" label={words.email} hint={words.emailHint} type="email" autoComplete="off" value={email} onChange={setEmail} required />
      <TextField name="title" label={words.personTitle} hint={words.personTitleHint} value={title} onChange={setTitle} maxLength={120} />
      <FormActions>
        <Button type="submit" look="primary" pending={invite.pending}>
          {words.send}
        </Button>
        <Button onPress={onClose}>{words.cancel}</Button>
      </FormActions>
    </Form>
  );
}
