import type { StepAudience, StepKind, StepState } from './ladder-step.entity.js';

/**
 * The moment that lies an interval after an end. Days are counted on the calendar of the zone, so that "three days
 * later" is the same hour there when the clocks were changed between; hours and minutes are counted by the clock.
 */
export const momentAfter = (end: string, zone: string, interval: string): string => `
  (((${end}) at time zone (${zone})) + make_interval(days => extract(day from ${interval})::int)) at time zone (${zone})
    + make_interval(secs => extract(epoch from ${interval} - make_interval(days => extract(day from ${interval})::int))::double precision)`;

export interface StepRow {
  id: string;
  conferenceId: string;
  kind: StepKind;
  audience: StepAudience;
  days: number;
  minutes: number;
  /** When it is or was to be sent; before the end, as far as the end is known. */
  dueAt: Date;
  certain: boolean;
  state: StepState;
  sentAt: Date | null;
  recipients: number | null;
  fromOrganizationId: string | null;
  fromOrganization: string | null;
  fromName: string | null;
  fromTitle: string | null;
  subject: string | null;
  body: string | null;
}

/** The ladders of conferences, step by step, as their pages show them. $1 is the conferences. */
export const LADDERS = `
  select s.id, s.conference_id as "conferenceId", s.kind, s.audience,
    extract(day from s.after_end)::int as days, (extract(hour from s.after_end) * 60 + extract(minute from s.after_end))::int as minutes,
    coalesce(s.due_at, ${momentAfter('c.ends_at', 'c.zone', 's.after_end')}) as "dueAt", s.due_at is not null as certain,
    s.state, s.sent_at as "sentAt", s.recipients, s.from_organization_id as "fromOrganizationId", o.name as "fromOrganization",
    s.from_name as "fromName", s.from_title as "fromTitle", s.subject, s.body
  from ladder_step s join conference c on c.id = s.conference_id left join organization o on o.id = s.from_organization_id
  where s.conference_id = any($1::uuid[]) and s.state <> 'cancelled'
  order by "dueAt", s.kind, s.id`;

/** Dates the steps of conferences that have ended; before that the end can still move. */
export const DATE_STEPS = `
  update ladder_step s set due_at = ${momentAfter('c.ends_at', 'c.zone', 's.after_end')}
  from conference c where c.id = s.conference_id and s.due_at is null and s.state = 'planned' and c.closed_at is not null`;

/** The step that is due the longest and that no other worker has in hand. $1 are steps to be left out. */
export const NEXT_DUE = `
  select id, conference_id as "conferenceId", kind, audience, state, opened_at as "openedAt", due_at as "dueAt"
  from ladder_step where state in ('planned', 'sending') and due_at <= now() and not (id = any($1::uuid[]))
  order by due_at, id limit 1 for update skip locked`;

/** What those who came will get next, beyond what is due at this moment too. $1 the conference. */
export const STEP_AFTER = `
  select s.kind, s.audience, s.from_name as "fromName", s.due_at as "dueAt"
  from ladder_step s where s.conference_id = $1 and s.audience = 'attended' and s.state = 'planned' and s.due_at > now()
  order by s.due_at, s.id limit 1`;
