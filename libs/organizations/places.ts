import { Invalid, NotAllowed } from '@app/platform/graphql';
import type { Viewer } from '@app/people';
import { seatsOf } from './membership.js';
import type { Ruled } from './organizations.policy.js';
import type { Place } from './organizations.service.js';
import type { SeatRole } from './seat.entity.js';
import { leadingRoles } from './seat.templates.js';

const LONGEST_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What an invited place carries beside its role: for a deputy the inviter's own seat, for a guest their last moment. */
export function placeOf(viewer: Viewer, organization: Ruled, { role, until }: { role: SeatRole; until?: string | null }): Place {
  if (role === 'guest') return { validUntil: endOfDay(until ?? null) };
  if (until) throw new Invalid({ until: 'Only a guest’s place ends at a date.' });
  if (role !== 'deputy') return {};
  const own = seatsOf(viewer).find((seat) => seat.organizationId === organization.id && leadingRoles(organization.kind).includes(seat.role));
  if (!own) throw new NotAllowed();
  return { deputyFor: own.role };
}

/** The end of a guest's last day, midnight Eastern, as the field's own deadlines are. Throws Invalid outside the coming year. */
export function endOfDay(day: string | null, now = new Date()): Date {
  if (!day) throw new Invalid({ until: 'Choose the last day on which they may read.' });
  const end = midnightEastern(day);
  if (end <= now) throw new Invalid({ until: 'This day is over. Choose a later one.' });
  if (end.getTime() - now.getTime() > LONGEST_DAYS * DAY_MS) throw new Invalid({ until: 'A guest’s place lasts a year at most; you can renew it.' });
  return end;
}

/** The midnight that ends a day in the Eastern zone, whatever the season. */
function midnightEastern(day: string): Date {
  const guess = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS + 5 * 60 * 60 * 1000);
  const hour = Number(new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', hour: 'numeric', hourCycle: 'h23' }).format(guess));
  return new Date(guess.getTime() - hour * 60 * 60 * 1000);
}
