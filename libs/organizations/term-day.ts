/**
 * Terms and hand-overs are counted in days, and a day begins in one zone for everybody: the deadlines of this field
 * are Eastern, as its documents say them.
 */
export const DAY_ZONE = 'America/New_York';

/** Today in that zone, as 2026-07-01. */
export function easternToday(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: DAY_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}

/** A day in words: "July 1, 2026". */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' }).format(new Date(`${day}T12:00:00Z`));
}
