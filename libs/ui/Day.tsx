import { dayWords } from './dates.js';

export interface DayProps {
  /** A calendar day, 'YYYY-MM-DD', the same in every zone. */
  on: string;
  weekday?: boolean;
}

/** A calendar day in words: 'Friday 14 January'. */
export function Day({ on, weekday = false }: DayProps) {
  const date = new Date(`${on}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return null;
  return <time dateTime={on}>{dayWords(date, 'UTC', new Date(), weekday)}</time>;
}
