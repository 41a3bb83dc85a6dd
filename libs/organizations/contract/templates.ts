/** A place that leads an organization, a place beside those, or one that only reads. */
export type SeatRole =
  | 'superintendent' | 'board_president' | 'labor_leader'
  | 'state_chief' | 'nea_president' | 'aft_president' | 'boards_leader' | 'administrators_leader'
  | 'representative'
  | 'deputy' | 'staff' | 'observer' | 'guest';

export type TemplateKind = 'district' | 'state_team' | 'co_sponsor' | 'foundation' | 'other';

/** Which side of the table a seat brings; `neither` for organizations that stand beside it. */
export type Side = 'management' | 'governance' | 'labor' | 'neither';

/** One leading seat of a kind of organization. */
export interface SeatTemplate {
  role: SeatRole;
  label: string;
  note: string;
  /** A required seat is missed while it is vacant; an encouraged one may be filled. */
  need: 'required' | 'encouraged';
  /** Seats that share a word here are required together: one of them must sit, the others may. */
  oneOf?: string;
  side: Side;
  signs: boolean;
  /** One person at a time, or several side by side. */
  holders: 'one' | 'several';
}

const spokesperson = (signs: boolean): SeatTemplate => ({
  role: 'representative', label: 'Representative', note: 'Speaks for the organization', need: 'required', side: 'neither', signs, holders: 'several',
});

/** The leading seats of every kind of organization, in the order in which they are shown. */
export const SEAT_TEMPLATES: Readonly<Record<TemplateKind, readonly SeatTemplate[]>> = {
  district: [
    { role: 'superintendent', label: 'Superintendent', note: 'Leads the district’s management, or an equivalent', need: 'required', side: 'management', signs: true, holders: 'one' },
    { role: 'board_president', label: 'Board president', note: 'Leads the governing board, or an equivalent', need: 'required', side: 'governance', signs: true, holders: 'one' },
    { role: 'labor_leader', label: 'Union or association leader', note: 'Leads the teachers’ union or association, or an equivalent', need: 'required', side: 'labor', signs: true, holders: 'one' },
  ],
  state_team: [
    { role: 'state_chief', label: 'State chief', note: 'Leads the state’s education agency', need: 'required', side: 'management', signs: true, holders: 'one' },
    { role: 'nea_president', label: 'NEA state president', note: 'Leads the state’s NEA affiliate', need: 'required', oneOf: 'union', side: 'labor', signs: true, holders: 'one' },
    { role: 'aft_president', label: 'AFT state president', note: 'Leads the state’s AFT affiliate', need: 'required', oneOf: 'union', side: 'labor', signs: true, holders: 'one' },
    { role: 'boards_leader', label: 'School-boards association leader', note: 'Leads the state’s association of school boards', need: 'encouraged', side: 'governance', signs: false, holders: 'one' },
    { role: 'administrators_leader', label: 'Administrators association leader', note: 'Leads the state’s association of administrators', need: 'encouraged', side: 'management', signs: false, holders: 'one' },
  ],
  co_sponsor: [spokesperson(true)],
  foundation: [spokesperson(false)],
  other: [spokesperson(false)],
};

/** The places beside the leading seats, which every kind of organization may have. */
export const OTHER_PLACES: readonly { role: SeatRole; label: string; note: string }[] = [
  { role: 'deputy', label: 'Deputy', note: 'Stands in for one leading seat: reads and writes for the team; signs nothing' },
  { role: 'staff', label: 'Staff', note: 'Reads and writes for the team; signs nothing' },
  { role: 'observer', label: 'Observer', note: 'Reads what the team’s members read; writes and signs nothing' },
  { role: 'guest', label: 'Guest', note: 'Reads the team’s own space until a date; writes and signs nothing' },
];

/** Every role that leads some kind of organization. */
export const LEADING_ROLES: readonly SeatRole[] = [...new Set(Object.values(SEAT_TEMPLATES).flatMap((seats) => seats.map(({ role }) => role)))];

/** The places that read and never speak. */
export const READING_ROLES: readonly SeatRole[] = ['observer', 'guest'];

/** The name of a place, as a page's label. */
export function placeLabel(role: string): string {
  return placeOf(role)?.label ?? role;
}

/** What a place is for, in half a sentence. */
export function placeNote(role: string): string {
  return placeOf(role)?.note ?? '';
}

/** The side of the table that a role brings: told apart by shape, never by colour. */
export function sideOf(role: string): Side {
  return Object.values(SEAT_TEMPLATES).flat().find((seat) => seat.role === role)?.side ?? 'neither';
}

function placeOf(role: string): { label: string; note: string } | undefined {
  return [...Object.values(SEAT_TEMPLATES).flat(), ...OTHER_PLACES].find((place) => place.role === role);
}
