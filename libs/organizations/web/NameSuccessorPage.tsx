import { Breadcrumbs, Button, EmptyState, ErrorState, Form, FormActions, LinkButton, Loading, PageHeader, RadioGroup, say, Section, TextArea, TextField } from '@app/ui';
import { useAct, useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { seatName } from './SeatList.js';
import { HandOverSeatDocument, MySeatsDocument, type MySeatsQuery } from './succession.generated.js';
import { words } from './words.js';

const my = words.handOver;

/** Where a holder names who follows them. */
export default function NameSuccessorPage() {
  useTitle(my.title);
  const { seatId = '' } = useParams();
  const me = useSessionInfo()?.person?.id;
  const { data, error, isPending, refetch } = useGraph(MySeatsDocument, {});
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={6} />;
  const found = seatIn(data, seatId);
  const above = <Breadcrumbs steps={[{ label: words.team.title, to: '/team/seats' }]} />;
  if (!found || found.seat.holder?.id !== me || found.seat.role === 'staff' || found.seat.role === 'observer') {
    return (
      <>
        <PageHeader above={above} title={my.title} />
        <EmptyState title={my.notYours} action={<LinkButton to="/team/seats">{words.team.title}</LinkButton>}>
          {my.notYoursBody}
        </EmptyState>
      </>
    );
  }
  const { seat, organization } = found;
  return (
    <>
      <PageHeader above={above} title={my.title} lead={my.lead((seat.title ?? seatName(seat.role, organization.laborWord)).toLowerCase(), organization.name)} />
      <NameSuccessor seatId={seatId} />
      <Section title={my.what}>
        <ol className="grid max-w-[46rem] list-decimal gap-1 pl-3">
          {my.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function NameSuccessor({ seatId }: { seatId: string }) {
  const navigate = useNavigate();
  const [when, setWhen] = useState('atOnce');
  const handOver = useAct(HandOverSeatDocument, {
    idempotent: true,
    onDone: ({ email }) => {
      say(my.sent(email ?? ''));
      void navigate('/team/seats');
    },
  });
  const text = (data: FormData, name: string): string | null => String(data.get(name) ?? '').trim() || null;
  return (
    <Form
      label={my.title}
      errors={handOver.fields}
      problem={handOver.message}
      onSubmit={(data) => void handOver.run({ seatId, email: text(data, 'email') ?? '', day: when === 'onDay' ? text(data, 'day') : null, title: text(data, 'title'), words: text(data, 'words') })}
    >
      <TextField name="email" type="email" label={my.email} hint={my.emailHint} autoComplete="off" maxLength={254} required width="medium" />
      <RadioGroup
        label={my.when}
        required
        value={when}
        onChange={setWhen}
        options={[
          { value: 'atOnce', label: my.atOnce },
          { value: 'onDay', label: my.onDay },
        ]}
      />
      {when === 'onDay' && <TextField name="day" type="date" label={my.day} hint={my.dayHint} required width="short" />}
      <TextField name="title" label={my.theirTitle} maxLength={120} width="medium" />
      <TextArea name="words" label={my.words} hint={my.wordsHint} maxLength={2000} rows={5} />
      <FormActions>
        <Button type="submit" look="primary" pending={handOver.pending}>
          {my.send}
        </Button>
        <LinkButton to="/team/seats" look="quiet">
          {my.cancel}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

function seatIn({ myOrganizations }: MySeatsQuery, seatId: string) {
  for (const one of myOrganizations) {
    const [seats, laborWord] = 'districtSeats' in one ? [one.districtSeats, one.laborWord] : 'sponsorSeats' in one ? [one.sponsorSeats, null] : [[], null];
    const seat = seats.find((candidate) => candidate.id === seatId);
    if (seat) return { seat, organization: { name: one.name, laborWord } };
  }
  return null;
}
