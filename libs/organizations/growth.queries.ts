/**
 * People who took their first seat and organizations whose first seat was taken, for each of the last `$1` weeks,
 * the present one first. Answers `week` (its Monday), `people`, `organizations`.
 */
export const SEATS_BY_WEEK = `
  with weeks as (
    select generate_series(date_trunc('week', now() at time zone 'utc') - make_interval(weeks => $1::int - 1), date_trunc('week', now() at time zone 'utc'), interval '1 week') as monday
  ),
  newcomers as (select date_trunc('week', min(since) at time zone 'utc') as monday from seat_holding where account_id is not null group by account_id),
  joined as (select date_trunc('week', member_since at time zone 'utc') as monday from organization where member_since is not null)
  select to_char(w.monday, 'YYYY-MM-DD') as week,
    (select count(*)::int from newcomers n where n.monday = w.monday) as people,
    (select count(*)::int from joined j where j.monday = w.monday) as organizations
  from weeks w order by w.monday desc`;
