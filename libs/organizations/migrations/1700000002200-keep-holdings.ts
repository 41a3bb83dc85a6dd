import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepHoldings1700000002200 implements MigrationInterface {
  name = 'KeepHoldings1700000002200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table seat add column equivalent boolean not null default false`);
    await runner.query(`
      create table seat_holding (
        id uuid primary key,
        seat_id uuid constraint seat_holding_seat_fkey references seat (id) on delete set null,
        organization_id uuid not null constraint seat_holding_organization_fkey references organization (id) on delete cascade,
        role text not null,
        title text check (length(title) <= 120),
        account_id uuid constraint seat_holding_account_fkey references account (id) on delete set null,
        since timestamptz not null,
        term_ends date,
        term_warned date,
        until timestamptz,
        ended text check (ended in ('handed_over', 'left', 'term_ended', 'found_gone', 'taken_off', 'unknown')),
        confirmed_at timestamptz,
        asked_at timestamptz,
        reminded_at timestamptz,
        constraint seat_holding_ended check ((until is null) = (ended is null))
      )`);
    await runner.query(`create unique index seat_holding_one_open on seat_holding (seat_id) where until is null`);
    await runner.query(`create index seat_holding_organization on seat_holding (organization_id)`);
    await runner.query(`create index seat_holding_account on seat_holding (account_id) where account_id is not null`);
    await runner.query(`create index seat_holding_to_ask on seat_holding (coalesce(greatest(confirmed_at, asked_at), since)) where until is null`);
    await runner.query(`create index seat_holding_asked on seat_holding (asked_at) where until is null and asked_at is not null`);
    await runner.query(`create index seat_holding_terms on seat_holding (term_ends) where until is null and term_ends is not null`);
    // Who sits somewhere today has a history from the day on which they took their seat.
    await runner.query(`
      insert into seat_holding (id, seat_id, organization_id, role, title, account_id, since)
      select gen_random_uuid(), id, organization_id, role, left(title, 120), account_id, since from seat where account_id is not null`);
    await runner.query(`
      create table seat_handover (
        id uuid primary key,
        seat_id uuid not null constraint seat_handover_seat_fkey references seat (id) on delete cascade,
        organization_id uuid not null constraint seat_handover_organization_fkey references organization (id) on delete cascade,
        role text not null,
        title text check (length(title) <= 120),
        from_account_id uuid constraint seat_handover_from_fkey references account (id) on delete set null,
        email text not null check (email = lower(email) and length(email) <= 254),
        words text check (length(words) <= 2000),
        day date,
        effective_at timestamptz not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        accepted_by uuid constraint seat_handover_to_fkey references account (id) on delete set null,
        accepted_at timestamptz,
        done_at timestamptz,
        withdrawn_at timestamptz
      )`);
    await runner.query(`create unique index seat_handover_one_open on seat_handover (seat_id) where done_at is null and withdrawn_at is null`);
    await runner.query(`create index seat_handover_due on seat_handover (effective_at) where accepted_at is not null and done_at is null and withdrawn_at is null`);
    await runner.query(`create index seat_handover_organization on seat_handover (organization_id)`);
    await runner.query(`create index seat_handover_from on seat_handover (from_account_id) where from_account_id is not null`);
    await runner.query(`create index seat_handover_to on seat_handover (accepted_by) where accepted_by is not null`);
    await runner.query(`
      create table seat_check (
        id uuid primary key,
        holding_id uuid not null constraint seat_check_holding_fkey references seat_holding (id) on delete cascade,
        organization_id uuid not null constraint seat_check_organization_fkey references organization (id) on delete cascade,
        reason text not null check (reason in ('bounced', 'unconfirmed', 'asked')),
        opened_at timestamptz not null default now(),
        vacates_at timestamptz,
        closed_at timestamptz,
        outcome text check (outcome in ('here', 'left', 'over')),
        constraint seat_check_closed check ((closed_at is null) = (outcome is null))
      )`);
    await runner.query(`create unique index seat_check_one_open on seat_check (holding_id) where closed_at is null`);
    await runner.query(`create index seat_check_holding on seat_check (holding_id)`);
    await runner.query(`create index seat_check_open on seat_check (organization_id) where closed_at is null`);
    await runner.query(`
      create table seat_check_answer (
        check_id uuid not null constraint seat_check_answer_check_fkey references seat_check (id) on delete cascade,
        account_id uuid not null constraint seat_check_answer_account_fkey references account (id) on delete cascade,
        answer text not null check (answer in ('here', 'left', 'unknown')),
        address text check (length(address) <= 254),
        at timestamptz not null default now(),
        primary key (check_id, account_id)
      )`);
    await runner.query(`create index seat_check_answer_account on seat_check_answer (account_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table seat_check_answer, seat_check, seat_handover, seat_holding`);
    await runner.query(`alter table seat drop column equivalent`);
  }
}
