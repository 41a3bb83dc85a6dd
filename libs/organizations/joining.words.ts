import type { JoinRequestRow } from './joining.queries.js';
import { roleWords } from './seat.words.js';

const DAY_WORDS = new Intl.DateTimeFormat('en-US', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A day as one says it: "Monday, December 7". */
export function dayWords(day: string): string {
  return DAY_WORDS.format(new Date(`${day}T00:00:00Z`));
}

/** What happens with a request now, in words for its asker. */
export function whatHappensWithJoining(request: JoinRequestRow): string {
  const { state, organizationName } = request;
  if (state === 'opened') return `${organizationName} is open. You sit as its ${roleWords(request.role)}.`;
  if (state === 'declined') return `${organizationName} could not be opened. You read the reason below, and you can ask again.`;
  if (state === 'withdrawn') return 'You took this request back.';
  if (state === 'asked_back') return 'Those who decide have asked you something. Your request keeps its place; it is looked at again as soon as you have answered.';
  return [whoMustAnswer(request), turn(request), 'You get a mail when it is decided. Until then you can read everything that is public.'].filter(Boolean).join(' ');
}

function whoMustAnswer({ leaders, complete }: JoinRequestRow): string {
  if (complete) return 'All three leaders want it.';
  const words = leaders.flatMap((leader) => {
    const role = `the ${roleWords(leader.role)}`;
    if (leader.answer === 'wanted') return [];
    if (leader.answer === 'refused') return [`${role} has said no`];
    return [leader.email ? `${role} has been asked by mail` : `we do not know how to reach ${role}`];
  });
  return `Not all three have said yes: ${words.join(', and ')}. Requests that all three want are opened first.`;
}

function turn({ place, expectedWeek }: JoinRequestRow): string {
  if (place === null) return '';
  const where = place === 1 ? 'You are the first in the queue' : `You are number ${place} in the queue`;
  return expectedWeek ? `${where}; at the present pace your turn comes in the week of ${dayWords(expectedWeek)}.` : `${where}.`;
}
