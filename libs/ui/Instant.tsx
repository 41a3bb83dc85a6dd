import { agoWords, dayWords, momentWords, ownZone } from './dates.js';

export interface InstantProps {
  /** UTC, ISO 8601. */
  at: string;
  /** The IANA zone in which it was agreed; the reader's own when left out. */
  zone?: string;
  /** 'moment' in full words, 'day' only the date, 'ago' how long since. */
  form?: 'moment' | 'day' | 'ago';
  /** Midnight then ends the day instead of beginning it. */
  deadline?: boolean;
}

/** A point in time in words, with its zone, and the reader's own hour where that differs. */
export function Instant({ at, zone, form = 'moment', deadline = false }: InstantProps) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const reader = ownZone();
  const now = new Date();
  const { there, here } = momentWords(date, zone ?? reader, reader, now, deadline);
  if (form === 'moment')
    return (
      <time dateTime={at}>
        {there}
        {here && <span className="ui-here"> — {here}</span>}
      </time>
    );
  return (
    <time dateTime={at} title={there}>
      {form === 'ago' ? agoWords(date, now) : dayWords(date, zone ?? reader, now, false)}
    </time>
  );
}
