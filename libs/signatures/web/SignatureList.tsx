import { Instant } from '@app/ui';
import type { ActOnPageFragment, ActSeatFragment, SignatureFragment } from './signatures.generated.js';
import { words } from './words.js';

/** Seat by seat: who signed and when, what was taken back, and who sits there now if it is somebody else. */
export function SignatureList({ act }: { act: ActOnPageFragment }) {
  return (
    <ul>
      {act.seats.map((seat) => (
        <li key={seat.id} className="border-t border-line py-2">
          <h3 className="font-semibold">{seat.words}</h3>
          {seat.withdrawn.map((one) => (
            <Signature key={one.id} signature={one} />
          ))}
          {seat.signature ? <Signature signature={seat.signature} /> : <Unsigned act={act} seat={seat} />}
          {seat.signature?.holderChanged && <p className="text-note text-quiet">{seat.holders.length > 0 ? words.sitsNow(names(seat)) : words.sitsNobody}</p>}
        </li>
      ))}
    </ul>
  );
}

function Signature({ signature }: { signature: SignatureFragment }) {
  const { name, title, signedAt, withdrawnAt, withdrawerName, withdrawalReason } = signature;
  return (
    <div className="mb-1">
      <p className={withdrawnAt ? 'font-serif text-lead text-quiet line-through' : 'font-serif text-lead'}>{name}</p>
      <p className="text-note text-quiet">
        {title}; <Instant at={signedAt} />, {words.by}
      </p>
      {withdrawnAt && (
        <p className="text-note text-attention">
          <Instant at={withdrawnAt} />: {words.takenBack(withdrawerName ?? name)}
          {withdrawalReason && <q className="block text-ink">{withdrawalReason}</q>}
        </p>
      )}
    </div>
  );
}

function Unsigned({ act, seat }: { act: ActOnPageFragment; seat: ActSeatFragment }) {
  if (act.state === 'open' && seat.holders.length === 0) return <p className="text-attention">{words.vacant}</p>;
  return (
    <p className="text-quiet">
      {names(seat)} {act.state === 'open' ? words.unsigned : words.unsignedClosed}
    </p>
  );
}

const names = (seat: ActSeatFragment): string => seat.holders.map((holder) => holder.name).join(', ');
