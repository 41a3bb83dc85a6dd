import { Button, Disclosure, Instant, Notice, say, Section, StateOutline, TextLink } from '@app/ui';
import { useAct } from '@app/platform/web';
import { recordWords as words } from './record-words.js';
import { EndorseResourceDocument, WithdrawEndorsementDocument } from './resources.generated.js';
import type { RecordShown, ResourceShown } from './ResourceView.js';

type Endorsement = RecordShown['endorsements'][number];
const SIDES = ['labor', 'management'] as const;

/** Which seats of which districts endorse a resource, labor and management apart. */
export function EndorsedBy({ resource, record }: { resource: ResourceShown; record: RecordShown }) {
  const present = record.endorsements.filter((one) => one.version === resource.version);
  const former = record.endorsements.filter((one) => one.version < resource.version);
  return (
    <Section screenOnly={record.endorsements.length === 0} title={words.endorsed}>
      {present.length > 0 ? <p className="mb-2 font-semibold">{words.bothSides(resource.bothSidesCount)}</p> : <p className="text-quiet">{former.length > 0 ? words.nobodyEndorsesThis(resource.version) : words.nobodyEndorses}</p>}
      <Districts endorsements={present} />
      {former.length > 0 && (
        <Disclosure title={words.ofFormer} level={3} quiet>
          <Districts endorsements={former} versions />
        </Disclosure>
      )}
      {record.mySeats.map((seat) => (
        <MySeat key={seat.seatId} seat={seat} resource={resource} />
      ))}
    </Section>
  );
}

/** The seats by district, the two sides of the table beside each other. */
function Districts({ endorsements, versions = false }: { endorsements: readonly Endorsement[]; versions?: boolean }) {
  const ids = [...new Set(endorsements.map((one) => one.team.id))];
  const districts = ids.map((id) => endorsements.filter((one) => one.team.id === id));
  if (districts.length === 0) return null;
  return (
    <ul className="list-none p-0">
      {districts.map((of) => (
        <li key={of[0]?.team.id} className="border-0 border-t border-solid border-line py-2">
          <p>
            {of[0]?.team.state && <StateOutline code={of[0].team.state} />} <TextLink to={of[0]?.team.path ?? '/districts'}>{of[0]?.team.name}</TextLink>
            {of[0]?.team.state ? `, ${of[0].team.state}` : ''}
          </p>
          <dl className="m-0 grid gap-x-3 gap-y-1 sm:grid-cols-2">
            {SIDES.map((side) => (
              <div key={side}>
                <dt className="text-note font-semibold">{words[side]}</dt>
                <dd className="m-0 text-note">
                  <Side endorsements={of.filter((one) => one.side === side)} versions={versions} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Side({ endorsements, versions }: { endorsements: readonly Endorsement[]; versions: boolean }) {
  if (endorsements.length === 0) return <span className="text-quiet">{words.notYet}</span>;
  return endorsements.map((one) => (
    <span key={one.role} className="block">
      {words.roles[one.role]}
      {one.by && `, ${one.by}`}, {words.since} <Instant at={one.at} form="day" />
      {versions && `, ${words.ofVersion(one.version)}`}
      {!one.sitsThere && <span className="text-quiet"> ({words.left})</span>}
    </span>
  ));
}

function MySeat({ seat, resource }: { seat: RecordShown['mySeats'][number]; resource: ResourceShown }) {
  const endorse = useAct(EndorseResourceDocument, { onDone: () => say(words.endorsedSay) });
  const withdraw = useAct(WithdrawEndorsementDocument, { onDone: () => say(words.withdrawnSay) });
  const input = { resourceId: resource.id, seatId: seat.seatId };
  const failed = endorse.message ?? withdraw.message;
  return (
    <div className="mt-2 print:hidden">
      {seat.endorses !== null && seat.endorses < resource.version && <p className="mb-1">{words.changedSince(seat.endorses)}</p>}
      <div className="flex flex-wrap gap-1">
        {seat.endorses === null && (
          <Button pending={endorse.pending} onPress={() => void endorse.run(input)}>
            {words.endorse(words.places[seat.role] ?? seat.role)}
          </Button>
        )}
        {seat.endorses !== null && seat.endorses < resource.version && (
          <Button pending={endorse.pending} onPress={() => void endorse.run(input)}>
            {words.endorseAgain(resource.version)}
          </Button>
        )}
        {seat.endorses !== null && (
          <Button look="quiet" pending={withdraw.pending} onPress={() => void withdraw.run(input)}>
            {words.withdraw}
          </Button>
        )}
      </div>
      <p className="mt-1 text-note text-quiet">{words.endorseText}</p>
      {failed && <Notice kind="danger" live title={failed} />}
    </div>
  );
}
