import { Button, ComboBox, ErrorState, Form, FormActions, LinkButton, Loading, Notice, PageHeader, RadioGroup, say, Section, TextArea, TextField } from '@app/ui';
import { ask, type FieldMessage, useAct, useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { placeNote, SEAT_TEMPLATES, type SeatRole } from '../contract/templates.js';
import { MyJoiningDocument, RequestToJoinDocument } from './joining.generated.js';
import { joiningWords as words } from './joining-words.js';
import { JoinRequestCard } from './JoinRequestCard.js';
import { DirectoryDocument, DistrictProfileDocument } from './organizations.generated.js';
import { seatName } from './SeatList.js';

const SEATS = SEAT_TEMPLATES.district.map(({ role }) => role);
const none: readonly FieldMessage[] = [];

/** A whole district asks to join; then where its request stands. */
export default function JoiningPage() {
  useTitle(words.title);
  const session = useSessionInfo();
  const { pathname, search } = useLocation();
  if (session === null) return <Loading page lines={4} />;
  if (!session.person) {
    return (
      <PageHeader
        title={words.title}
        lead={`${words.lead} ${words.signInLead}`}
        action={
          <LinkButton look="primary" to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
            {words.signIn}
          </LinkButton>
        }
      />
    );
  }
  return <Joining />;
}

function Joining() {
  const { data, error, isPending, refetch } = useGraph(MyJoiningDocument, {});
  const [again, setAgain] = useState(false);
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={6} />;
  const requests = data.myJoinRequests;
  const [latest, ...earlier] = requests;
  const asking = again || !latest || latest.state === 'withdrawn';
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      {asking ? (
        <JoinForm onMade={() => setAgain(false)} />
      ) : (
        <Section title={words.mine}>
          <JoinRequestCard request={latest} />
          {latest.state === 'declined' && (
            <p className="mt-3">
              <Button onPress={() => setAgain(true)}>{words.again}</Button>
            </p>
          )}
        </Section>
      )}
      {(asking ? requests : earlier).length > 0 && (
        <Section title={words.earlier}>
          <ul className="grid gap-3">
            {(asking ? requests : earlier).map((request) => (
              <li key={request.id}>
                <JoinRequestCard request={request} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

async function findDistricts(text: string, signal: AbortSignal) {
  const { districts } = await ask(DirectoryDocument, { search: text, first: 8 }, signal);
  return districts.nodes.map(({ slug, name, city, state }) => ({ value: slug, label: name, note: [city, state].filter(Boolean).join(', ') }));
}

function JoinForm({ onMade }: { onMade: () => void }) {
  const [params, setParams] = useSearchParams();
  const slug = params.get('district') ?? '';
  const found = useGraph(DistrictProfileDocument, { slug }, { when: slug !== '' });
  const district = slug === '' ? null : (found.data?.district ?? null);
  const [role, setRole] = useState<SeatRole | null>(null);
  const [missing, setMissing] = useState(none);
  const request = useAct(RequestToJoinDocument, {
    idempotent: true,
    onDone: () => {
      say(words.sent, 'success');
      onMade();
    },
  });
  const others = SEATS.filter((seat) => seat !== role);
  const here = district?.seats.some((seat) => seat.need === 'required' && seat.holder) ?? false;

  function submit(data: FormData) {
    const text = (name: string): string | null => String(data.get(name) ?? '').trim() || null;
    const gaps = [...(district ? [] : [{ field: 'organizationId', message: words.chooseDistrict }]), ...(role ? [] : [{ field: 'role', message: words.chooseSeat }])];
    setMissing(gaps.length > 0 ? gaps : none);
    if (!district || !role) return;
    const leaders = others.map((seat, at) => ({ role: seat, name: text(`leaders.${at}.name`), title: text(`leaders.${at}.title`), email: text(`leaders.${at}.email`) }));
    void request.run({ organizationId: district.id, role, title: text('title'), statement: String(data.get('statement') ?? ''), leaders });
  }

  return (
    <Form errors={missing.length > 0 ? missing : request.fields} problem={request.message} onSubmit={submit}>
      <ComboBox
        name="organizationId"
        label={words.district}
        hint={words.districtHint}
        required
        value={district ? { value: slug, label: district.name } : null}
        onChange={(option) => setParams(option ? { district: option.value } : {}, { replace: true })}
        load={findDistricts}
      />
      {here && district ? (
        <Notice kind="attention" title={words.here(district.name)} action={<LinkButton to={`/claim?district=${slug}`}>{words.claim}</LinkButton>}>
          {words.hereBody}
        </Notice>
      ) : (
        <>
          <RadioGroup
            name="role"
            label={words.yourSeat}
            required
            value={role}
            onChange={(value) => setRole(SEATS.find((seat) => seat === value) ?? null)}
            options={SEATS.map((seat) => ({ value: seat, label: seatName(seat, district?.laborWord ?? null), note: placeNote(seat) }))}
          />
          <TextField name="title" label={words.yourTitle} maxLength={120} width="medium" />
          <TextArea name="statement" label={words.statement} hint={words.statementHint} maxLength={4000} rows={5} required />
          {role && (
            <Section title={words.others} level={3}>
              <p className="mb-2 text-quiet">{words.othersHint}</p>
              {others.map((seat, at) => (
                <fieldset key={seat} className="mb-3 grid gap-2 border-t border-line pt-2">
                  <legend className="pr-1 font-semibold">{seatName(seat, district?.laborWord ?? null)}</legend>
                  <TextField name={`leaders.${at}.name`} label={words.name} maxLength={120} autoComplete="off" width="medium" />
                  <TextField name={`leaders.${at}.email`} label={words.email} type="email" maxLength={254} autoComplete="off" width="medium" />
                  <TextField name={`leaders.${at}.title`} label={words.theirTitle} maxLength={120} autoComplete="off" width="medium" />
                </fieldset>
              ))}
            </Section>
          )}
          <FormActions>
            <Button type="submit" look="primary" pending={request.pending}>
              {words.send}
            </Button>
          </FormActions>
        </>
      )}
    </Form>
  );
}
