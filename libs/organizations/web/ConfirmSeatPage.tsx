import { Button, ErrorState, LinkButton, Loading, PageHeader, Section } from '@app/ui';
import { useAct, useGraph, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { laborWordOf, seatName } from './SeatList.js';
import { ConfirmSeatDocument, SeatConfirmationDocument } from './succession.generated.js';
import { words } from './words.js';

const my = words.confirmation;

/** The yearly question, from its mail. Opening the page changes nothing; the button answers. */
export default function ConfirmSeatPage() {
  const { token = '' } = useParams();
  useTitle(my.title);
  const { data, error, isPending, refetch } = useGraph(SeatConfirmationDocument, { token });
  const confirm = useAct(ConfirmSeatDocument);
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (isPending) return <Loading page lines={4} />;
  const asked = data.seatConfirmation;
  const toTeam = <LinkButton to="/team/seats">{words.team.title}</LinkButton>;
  if (!asked) return <PageHeader title={my.bad} lead={my.badBody} action={toTeam} />;
  if (asked.state === 'over') return <PageHeader title={my.over} lead={my.overBody} action={toTeam} />;
  if (asked.state === 'confirmed') return <PageHeader title={my.confirmed} lead={my.confirmedBody} action={toTeam} />;
  return (
    <>
      <PageHeader title={my.title} lead={my.lead(asked.holderName, asked.title ?? seatName(asked.role, laborWordOf(asked.organization)).toLowerCase(), asked.organization.name)} />
      {confirm.message && (
        <p className="mb-2 text-danger" role="alert">
          {confirm.message}
        </p>
      )}
      <p className="mb-3">
        <Button look="primary" pending={confirm.pending} onPress={() => void confirm.run({ token })}>
          {my.yes}
        </Button>
      </p>
      <Section title={my.left}>
        <p className="mb-2">{my.leftBody}</p>
        <LinkButton to="/sign-in?next=%2Fteam%2Fseats">{my.toSeat}</LinkButton>
      </Section>
    </>
  );
}
