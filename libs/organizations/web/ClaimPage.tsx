import { Button, ComboBox, ErrorState, Form, FormActions, LinkButton, Loading, Notice, PageHeader, RadioGroup, Section, TextArea, TextField } from '@app/ui';
import { ask, type FieldMessage, useAct, useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { LEADING_ROLES, placeNote } from '../contract/templates.js';
import { ClaimList } from './ClaimList.js';
import { DirectoryDocument, DistrictProfileDocument, OrganizationProfileDocument, type SeatFactsFragment } from './organizations.generated.js';
import { seatName } from './SeatList.js';
import { ClaimSeatDocument, MyClaimsDocument } from './seats.generated.js';
import { words } from './words.js';

const none: readonly FieldMessage[] = [];

interface Place {
  id: string;
  name: string;
  laborWord: string | null;
  seats: readonly SeatFactsFragment[];
  mayClaim: boolean;
}

/** Find your district, choose your seat, say who you are; then what happens now. */
export default function ClaimPage() {
  useTitle(words.claim.title);
  const session = useSessionInfo();
  const { pathname, search } = useLocation();
  if (session === null) return <Loading page lines={4} />;
  if (!session.person) {
    return (
      <PageHeader
        title={words.claim.title}
        lead={words.claim.signInLead}
        action={
          <LinkButton look="primary" to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>
            {words.claim.signIn}
          </LinkButton>
        }
      />
    );
  }
  return <Claiming />;
}

function Claiming() {
  const [params, setParams] = useSearchParams();
  const [slug, other] = [params.get('district') ?? '', params.get('organization') ?? ''];
  const claims = useGraph(MyClaimsDocument, {});
  const district = useGraph(DistrictProfileDocument, { slug }, { when: slug !== '' });
  const organization = useGraph(OrganizationProfileDocument, { slug: other }, { when: other !== '' });
  const place = placeIn(district.data?.district ?? null) ?? placeIn(organization.data?.organization ?? null);
  const error = claims.error ?? district.error ?? organization.error;
  const [made, setMade] = useState(false);
  const waits = claims.data?.myClaims.some((claim) => claim.state === 'waiting' && claim.organization.id === place?.id) ?? false;

  return (
    <>
      <PageHeader title={words.claim.title} lead={words.claim.lead} />
      {made && (
        <div className="mb-3 max-w-[46rem]">
          <Notice kind="success" title={words.claim.done} live>
            {claims.data?.myClaims[0]?.whatHappens}
          </Notice>
        </div>
      )}
      {error && <ErrorState onRetry={() => void claims.refetch()}>{error.message}</ErrorState>}
      {!made && (
        <>
          {other === '' && (
            <div className="mb-3 max-w-[46rem]">
              <ComboBox
                label={words.claim.district}
                hint={words.claim.districtHint}
                required
                value={place && slug ? { value: slug, label: place.name } : null}
                onChange={(option) => setParams(option ? { district: option.value } : {}, { replace: true })}
                load={findDistricts}
              />
            </div>
          )}
          {(district.isLoading || organization.isLoading) && <Loading lines={4} />}
          {place && !waits && <ClaimForm key={place.id} place={place} wanted={params.get('seat')} onMade={() => setMade(true)} />}
        </>
      )}
      {claims.data && claims.data.myClaims.length > 0 && (
        <div className="mt-4">
          <Section title={words.claim.mine}>
            <ClaimList claims={claims.data.myClaims} />
          </Section>
        </div>
      )}
    </>
  );
}

async function findDistricts(text: string, signal: AbortSignal) {
  const { districts } = await ask(DirectoryDocument, { search: text, first: 8 }, signal);
  return districts.nodes.map(({ slug, name, city, state }) => ({ value: slug, label: name, note: [city, state].filter(Boolean).join(', ') }));
}

function ClaimForm({ place, wanted, onMade }: { place: Place; wanted: string | null; onMade: () => void }) {
  const seats = place.seats.filter((seat) => LEADING_ROLES.includes(seat.role));
  // A representative's place takes several people; the three seats take one each.
  const free = seats.filter((seat) => seat.holder === null || seat.role === 'representative');
  const roles = [...new Set(free.map((seat) => seat.role))];
  const [role, setRole] = useState<(typeof roles)[number] | null>(roles.find((one) => one === wanted) ?? (roles.length === 1 ? (roles[0] ?? null) : null));
  const [unchosen, setUnchosen] = useState(none);
  const claim = useAct(ClaimSeatDocument, { idempotent: true, onDone: onMade });
  if (!place.mayClaim) return <Notice title={words.claim.youSit} action={<LinkButton to="/team/seats">{words.team.title}</LinkButton>} />;
  if (roles.length === 0) {
    return (
      <Notice title={words.claim.allTaken}>
        <ul>
          {seats.map((seat) => (
            <li key={seat.role}>
              {seatName(seat.role, place.laborWord)}: {seat.holder?.name}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <Form
      errors={unchosen.length > 0 ? unchosen : claim.fields}
      problem={claim.message}
      onSubmit={(data) => {
        const title = String(data.get('title') ?? '').trim();
        setUnchosen(role === null ? [{ field: 'role', message: words.claim.chooseSeat }] : none);
        if (role !== null) void claim.run({ organizationId: place.id, role, title: title || null, words: String(data.get('words') ?? '') });
      }}
    >
      <RadioGroup
        name="role"
        label={words.claim.seat}
        required
        value={role}
        onChange={(value) => setRole(roles.find((one) => one === value) ?? null)}
        options={roles.map((one) => ({ value: one, label: seatName(one, place.laborWord), note: placeNote(one) }))}
      />
      <TextField name="title" label={words.claim.yourTitle} maxLength={120} width="medium" />
      <TextArea name="words" label={words.claim.words} hint={words.claim.wordsHint} maxLength={1000} rows={3} required />
      <FormActions>
        <Button type="submit" look="primary" pending={claim.pending}>
          {words.claim.send}
        </Button>
      </FormActions>
    </Form>
  );
}

interface Asked {
  id: string;
  name: string;
  laborWord?: string | null;
  seats?: readonly SeatFactsFragment[];
  viewerCan?: { claimSeat: boolean };
}

function placeIn(organization: Asked | null): Place | null {
  if (!organization?.seats) return null;
  return { id: organization.id, name: organization.name, laborWord: organization.laborWord ?? null, seats: organization.seats, mayClaim: organization.viewerCan?.claimSeat ?? false };
}
