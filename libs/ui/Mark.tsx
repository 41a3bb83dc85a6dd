import { markStrokes } from './mark-strokes.js';
import { words } from './words.js';

export interface MarkSeat {
  label: string;
  signed: boolean;
}

export interface MarkProps {
  /** The seats of a joint act, in their order. Without them the mark is the product's own sign. */
  seats?: readonly MarkSeat[];
  size?: 'line' | 'small' | 'medium' | 'large';
  /** Writes beside the mark who has signed and who has not. */
  spelled?: boolean;
}

/** Three strokes that meet: closed for each seat that has signed, open for each that has yet to. */
export function Mark({ seats, size = 'medium', spelled = false }: MarkProps) {
  const count = Math.min(8, Math.max(3, seats?.length ?? 3));
  const drawing = (
    <svg
      className="ui-mark"
      data-size={size}
      viewBox="0 0 48 48"
      focusable="false"
      {...(seats && !spelled ? { role: 'img', 'aria-label': sentence(seats) } : { 'aria-hidden': true })}
    >
      {markStrokes(count).map((d, at) => (
        <path key={d} d={d} className="ui-stroke" data-open={seats && !seats[at]?.signed ? true : undefined} />
      ))}
    </svg>
  );
  if (!seats || !spelled) return drawing;
  return (
    <div className="ui-mark-spelled">
      {drawing}
      <ul>
        {seats.map((seat) => (
          <li key={seat.label} data-open={seat.signed ? undefined : true}>
            <strong>{seat.label}</strong> {seat.signed ? words.signed : words.waiting}
          </li>
        ))}
      </ul>
    </div>
  );
}

function sentence(seats: readonly MarkSeat[]): string {
  const open = seats.filter((seat) => !seat.signed);
  if (open.length === 0) return words.allSigned;
  const list = (some: readonly MarkSeat[]) => some.map((seat) => seat.label).join(', ');
  const signed = seats.filter((seat) => seat.signed);
  return [signed.length > 0 ? `${list(signed)} ${words.signed}` : '', `${list(open)} ${words.waiting}`].filter(Boolean).join('; ');
}
