import { words } from './words.js';

const locale = 'en-US';

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

function parts(at: Date, options: Intl.DateTimeFormatOptions): Parts {
  const found: Parts = {};
  for (const part of new Intl.DateTimeFormat(locale, options).formatToParts(at)) found[part.type] = part.value;
  return found;
}

/** The zone the reader sits in, as an IANA name. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** 'Friday 14 January 2011'; the year is left out within the present one. */
export function dayWords(at: Date, zone: string, now: Date, weekday = true): string {
  const p = parts(at, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const year = p.year === parts(now, { timeZone: zone, year: 'numeric' }).year ? '' : ` ${p.year}`;
  return `${weekday ? `${p.weekday} ` : ''}${p.day} ${p.month}${year}`;
}

/** 'July 2011' for '2011-07'. */
export function monthWords(month: string): string {
  return new Date(`${month}-15T12:00:00Z`).toLocaleDateString(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' });
}

/** '9 a.m.', '4:30 p.m.', 'noon' or 'midnight'. */
export function timeWords(at: Date, zone: string): string {
  const p = parts(at, { timeZone: zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h12' });
  const half = p.dayPeriod?.toLowerCase().startsWith('a') ? 'a.m.' : 'p.m.';
  if (p.minute === '00' && p.hour === '12') return half === 'a.m.' ? words.midnight : words.noon;
  // The hour and its half of the day stay on one line.
  return `${p.hour}${p.minute === '00' ? '' : `:${p.minute}`}\u00a0${half}`;
}

/** 'Eastern' for America/New_York. */
export function zoneWords(at: Date, zone: string): string {
  const name = parts(at, { timeZone: zone, timeZoneName: 'longGeneric' }).timeZoneName ?? zone;
  return name.replace(/ Time$/, '').replace(/^Coordinated Universal$/, 'UTC');
}

/** 'today', 'tonight', 'tomorrow', 'yesterday', or nothing when it is further away. */
export function nearWord(at: Date, zone: string, now: Date): string | undefined {
  const days = dayNumber(at, zone) - dayNumber(now, zone);
  if (days === 1) return words.tomorrow;
  if (days === -1) return words.yesterday;
  if (days !== 0) return undefined;
  const hour = Number(parts(at, { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).hour);
  return hour >= 18 ? words.tonight : words.today;
}

function dayNumber(at: Date, zone: string): number {
  const p = parts(at, { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' });
  return Date.UTC(Number(p.year), Number(p.month) - 1, Number(p.day)) / 86_400_000;
}

const spans: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** '3 hours ago' within a week, a date beyond it. */
export function agoWords(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return dayWords(at, ownZone(), now, false);
  const [unit, length] = spans.find(([, size]) => Math.abs(seconds) >= size) ?? ['minute', 60];
  const count = Math.trunc(seconds / length);
  if (count === 0) return 'just now';
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(count, unit);
}

/**
 * 'Friday 14 January, midnight Eastern', and for a reader elsewhere 'tonight, 9 p.m. your time'.
 * A deadline at 00:00 belongs to the day that ends then, as people say it.
 */
export function momentWords(at: Date, zone: string, reader: string, now: Date, deadline: boolean): { there: string; here?: string } {
  const time = timeWords(at, zone);
  const day = deadline && time === words.midnight ? new Date(at.getTime() - 1) : at;
  const there = `${dayWords(day, zone, now)}, ${time} ${zoneWords(at, zone)}`;
  const near = nearWord(deadline && timeWords(at, reader) === words.midnight ? new Date(at.getTime() - 1) : at, reader, now);
  const sameClock = timeWords(at, reader) === time && dayNumber(at, reader) === dayNumber(at, zone);
  if (sameClock) return near ? { there, here: near } : { there };
  const when = near ?? (dayNumber(at, reader) === dayNumber(day, zone) ? undefined : dayWords(at, reader, now));
  return { there, here: `${when ? `${when}, ` : ''}${timeWords(at, reader)} ${words.yourTime}` };
}
