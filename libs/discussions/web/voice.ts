import type { AvatarShape } from '@app/ui';
import { placeLabel, type Side, sideOf } from '@app/organizations/contract';
import type { VoicePartsFragment } from './Voice.generated.js';
import { words } from './words.js';

export type VoiceWords = VoicePartsFragment;

const shapes: Record<Side, AvatarShape | null> = { management: 'disc', governance: 'square', labor: 'hexagon', neither: null };

/** A writer as `Letter` sets them: name, seat in their organization's own word, place and the shape of their seat. */
export function signatureOf({ person, role, title, organization }: VoiceWords) {
  const shape = shapes[sideOf(role ?? '')];
  return {
    name: person?.name ?? words.somebody,
    seat: seatWords(role, title, organization.laborWord),
    ...(shape ? { shape } : {}),
    place: organization.name,
    placeTo: organization.path,
    stateCode: organization.state ?? undefined,
  };
}

function seatWords(role: VoiceWords['role'], title: string | null | undefined, laborWord: string | null | undefined): string | undefined {
  if (title) return title;
  if (!role) return undefined;
  if (role === 'labor_leader' && (laborWord === 'union' || laborWord === 'association')) return words.laborSeat[laborWord];
  return placeLabel(role);
}
