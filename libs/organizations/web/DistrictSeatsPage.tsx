import { Breadcrumbs, Button, EmptyState, ErrorState, LinkButton, Loading, PageHeader, say, Section } from '@app/ui';
import { useAct, useGraph, useSessionInfo, useTitle } from '@app/platform/web';
import { useParams } from 'react-router';
import { seatName } from './SeatList.js';
import { Former, Held } from './SeatRecord.js';
import { AskAfterSeatDocument, SeatRecordsDocument, SeatsOfDistrictDocument } from './succession.generated.js';
import { words } from './words.js';

const my = words.stewardSeats;

/** For stewards: how a district's seats are held and were held before, and whom to ask after. */
export default function DistrictSeatsPage() {
  const { slug = '' } = useParams();
  const isSteward = useSessionInfo()?.isSteward ?? false;
  const found = useGraph(SeatsOfDistrictDocument, { slug });
  const district = found.data?.district;
  const records = useGraph(SeatRecordsDocument, { organizationId: district?.id ?? '' }, { when: district != null });
  useTitle(district ? my.title(district.name) : my.link);
  const error = found.error ?? records.error;
  if (error) {
    return (
      <ErrorState level={1} onRetry={() => void (found.error ? found : records).refetch()}>
        {error.message}
      </ErrorState>
    );
  }
  if (found.isPending || (district && records.isPending)) return <Loading page lines={6} />;
  const seats = records.data?.seatRecords ?? [];
  if (!district || (seats.length === 0 && !isSteward)) return <PageHeader title={my.missing} action={<LinkButton to={`/districts/${slug}`}>{my.back}</LinkButton>} />;
  return (
    <>
      <PageHeader above={<Breadcrumbs steps={[{ label: district.name, to: `/districts/${slug}` }]} />} title={my.title(district.name)} lead={my.lead} />
      {seats.length === 0 && (
        <EmptyState title={my.none} action={<LinkButton to={`/districts/${slug}`}>{my.back}</LinkButton>}>
          {my.noneBody}
        </EmptyState>
      )}
      {seats.map((record) => (
        <Section key={record.id} title={record.title ?? seatName(record.role, district.laborWord)}>
          <p>{record.holder ? <strong>{record.holder.name}</strong> : <span className="font-serif italic text-quiet">{words.profile.vacant}</span>}</p>
          <div className="grid gap-1 text-note text-quiet">
            <Held record={record} />
            {isSteward && record.holder && !record.checkId && <AskAfter seatId={record.id} name={record.holder.name} />}
            <Former former={record.former} />
          </div>
        </Section>
      ))}
    </>
  );
}

function AskAfter({ seatId, name }: { seatId: string; name: string }) {
  const ask = useAct(AskAfterSeatDocument, { onDone: () => say(my.asked) });
  return (
    <div>
      {ask.message && (
        <p className="text-danger" role="alert">
          {ask.message}
        </p>
      )}
      <Button look="quiet" pending={ask.pending} onPress={() => void ask.run({ seatId })}>
        {my.ask(name)}
      </Button>
    </div>
  );
}
