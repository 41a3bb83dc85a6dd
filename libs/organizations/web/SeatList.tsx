import { Avatar, type AvatarShape, Tag, TextLink, VisuallyHidden } from '@app/ui';
import { placeLabel, type Side, sideOf } from '../contract/templates.js';
import type { SeatFactsFragment } from './organizations.generated.js';
import { placeWords } from './place-words.js';
import { words } from './words.js';

const SHAPES: Record<Side, AvatarShape> = { management: 'disc', governance: 'square', labor: 'hexagon', neither: 'disc' };

/** The word for a place in a team, as the district says it. */
export function seatName(role: string, laborWord: string | null = null): string {
  return role === 'labor_leader' ? words.laborRole(laborWord) : placeLabel(role);
}

/** The word that an organization uses for its labor leader, where the question asked for it. */
export function laborWordOf(organization: object): string | null {
  return 'laborWord' in organization && typeof organization.laborWord === 'string' ? organization.laborWord : null;
}

export interface SeatListProps {
  seats: readonly SeatFactsFragment[];
  laborWord?: string | null;
  /** Where a vacant seat is claimed; without it vacant seats are only shown. */
  claimTo?: (role: string) => string;
  claimWords?: string;
}

/** The seats of a team: who sits there, and which are vacant. */
export function SeatList({ seats, laborWord = null, claimTo, claimWords = words.profile.claimThis }: SeatListProps) {
  return (
    <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
      {seats.map((seat) => (
        <li key={seat.id ?? seat.role} className="flex items-start gap-2 border-t border-line pt-2">
          {seat.holder ? <Avatar name={seat.holder.name} shape={SHAPES[sideOf(seat.role)]} /> : <span className="mt-0.5 block size-5 shrink-0 rounded-full border border-dashed border-quiet" aria-hidden="true" />}
          <div className="min-w-0">
            <p className="text-note text-quiet">{seat.deputyFor ? placeWords.deputyOf(seatName(seat.deputyFor, laborWord).toLowerCase()) : (seat.title ?? seatName(seat.role, laborWord))}</p>
            {seat.holder ? (
              <p className="font-semibold">{seat.holder.name}</p>
            ) : (
              <>
                <p className="font-serif italic text-quiet">{seat.need === 'encouraged' ? words.profile.mayBeFilled : words.profile.vacant}</p>
                {claimTo && (
                  <p>
                    <TextLink to={claimTo(seat.role)}>
                      {claimWords}
                      <VisuallyHidden>: {seatName(seat.role, laborWord)}</VisuallyHidden>
                    </TextLink>
                  </p>
                )}
              </>
            )}
            {seat.holder && seat.need === null && seat.title && !seat.deputyFor && <Tag>{placeLabel(seat.role)}</Tag>}
          </div>
        </li>
      ))}
    </ul>
  );
}
