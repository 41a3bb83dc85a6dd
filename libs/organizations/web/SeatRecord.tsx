import { Button, Checkbox, Day, Disclosure, Form, FormActions, Instant, Notice, say, TextField, TextLink } from '@app/ui';
import { useAct } from '@app/platform/web';
import { useState } from 'react';
import { ConfirmOwnSeatDocument, DescribeSeatDocument, type FormerHolderFactsFragment, type SeatRecordFactsFragment, WithdrawHandoverDocument } from './succession.generated.js';
import { words } from './words.js';

const my = words.record;

/** How one leading seat is held: its term, what is open about it, and who sat there before. */
export function SeatRecord({ record }: { record: SeatRecordFactsFragment | undefined }) {
  if (!record) return null;
  return (
    <div className="grid w-full gap-1 text-note text-quiet">
      <Held record={record} />
      {record.isMine && record.isAsked && <AskedOf seatId={record.id} />}
      {record.handover && <OnItsWay record={record} handover={record.handover} />}
      {record.isMine && (
        <>
          <p className="flex flex-wrap gap-x-3">
            {!record.handover && <TextLink to={`/team/seats/${record.id}/hand-over`}>{my.handOver}</TextLink>}
            <TextLink to={`/team/seats/${record.id}/brief`}>{my.brief}</TextLink>
          </p>
          <Disclosure title={my.describe} level={3}>
            <Describe record={record} />
          </Disclosure>
        </>
      )}
      <Former former={record.former} />
    </div>
  );
}

/** Since when, until when, and whether that is still so. */
export function Held({ record }: { record: SeatRecordFactsFragment }) {
  return (
    <>
      {record.holder && record.since && (
        <p>
          {my.since} <Instant at={record.since} form="day" />
          {record.termEnds && (
            <>
              . {my.until} <Day on={record.termEnds} />
            </>
          )}
          {record.equivalent && ` (${my.equivalent})`}
        </p>
      )}
      {record.notConfirmedSince && (
        <p className="text-attention">
          {my.notConfirmed} <Instant at={record.notConfirmedSince} form="day" />
        </p>
      )}
      {record.checkId && !record.isMine && (
        <p>
          <TextLink to={`/seat-checks/${record.checkId}`}>{my.check}</TextLink>
        </p>
      )}
    </>
  );
}

function AskedOf({ seatId }: { seatId: string }) {
  const confirm = useAct(ConfirmOwnSeatDocument, { onDone: () => say(my.confirmed) });
  return (
    <Notice
      kind="attention"
      title={my.askedTitle}
      action={
        <Button pending={confirm.pending} onPress={() => void confirm.run({ seatId })}>
          {my.confirm}
        </Button>
      }
    >
      {confirm.message ?? my.asked}
    </Notice>
  );
}

function OnItsWay({ record, handover }: { record: SeatRecordFactsFragment; handover: NonNullable<SeatRecordFactsFragment['handover']> }) {
  const withdraw = useAct(WithdrawHandoverDocument, { onDone: () => say(my.takenBack) });
  return (
    <div className="flex flex-wrap items-center justify-between gap-1">
      <p className="text-ink">
        {[my.handingOver, handover.email && my.to(handover.email)].filter(Boolean).join(' ')}, {handover.day ? my.from : my.atOnce} {handover.day && <Day on={handover.day} />}
        {handover.successor && `. ${my.saidYes(handover.successor)}.`}
        {withdraw.message && <span className="block text-danger">{withdraw.message}</span>}
      </p>
      {record.isMine && (
        <Button look="quiet" pending={withdraw.pending} onPress={() => void withdraw.run({ handoverId: handover.id })}>
          {my.takeBack}
        </Button>
      )}
    </div>
  );
}

function Describe({ record }: { record: SeatRecordFactsFragment }) {
  const [equivalent, setEquivalent] = useState(record.equivalent);
  const describe = useAct(DescribeSeatDocument, { onDone: () => say(my.saved) });
  return (
    <Form
      label={my.describe}
      errors={describe.fields}
      problem={describe.message}
      onSubmit={(data) =>
        void describe.run({ seatId: record.id, equivalent, title: String(data.get('title') ?? '').trim() || null, termEnds: String(data.get('termEnds') ?? '') || null })
      }
    >
      <TextField name="title" label={my.title} hint={my.titleHint} defaultValue={record.title ?? ''} maxLength={120} width="medium" />
      <Checkbox checked={equivalent} onChange={setEquivalent}>
        {my.isEquivalent}
      </Checkbox>
      <TextField name="termEnds" type="date" label={my.termEnds} hint={my.termHint} defaultValue={record.termEnds ?? ''} width="short" />
      <FormActions>
        <Button type="submit" pending={describe.pending}>
          {my.save}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Who sat there before, the latest first. */
export function Former({ former }: { former: readonly FormerHolderFactsFragment[] }) {
  if (former.length === 0) return null;
  return (
    <div>
      <p className="font-semibold">{my.former}</p>
      <ul>
        {former.map((one) => (
          <li key={one.id}>
            <span className="text-ink">{one.person?.name ?? my.somebody}</span>
            {one.title && `, ${one.title}`}: <Instant at={one.since} form="day" /> – <Instant at={one.until} form="day" />, {my.ended[one.ended]}
          </li>
        ))}
      </ul>
    </div>
  );
}
