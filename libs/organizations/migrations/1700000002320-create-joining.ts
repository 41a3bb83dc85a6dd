import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whole districts that ask to join, the leaders they name, and how many are opened a week. */
export class CreateJoining1700000002320 implements MigrationInterface {
  name = 'CreateJoining1700000002320';

  async up(runner: QueryRunner): Promise<void> {
    // Milliseconds, because the place in the queue is a cursor too.
    await runner.query(`
      create table join_request (
        id uuid primary key,
        organization_id uuid not null constraint join_request_organization_fkey references organization (id) on delete cascade,
        account_id uuid not null constraint join_request_account_fkey references account (id) on delete cascade,
        role text not null check (role in ('superintendent', 'board_president', 'labor_leader')),
        statement text not null check (length(statement) between 1 and 4000),
        state text not null default 'waiting' check (state in ('waiting', 'asked_back', 'opened', 'declined', 'withdrawn')),
        question text check (length(question) between 1 and 2000),
        reply text check (length(reply) between 1 and 2000),
        answer text check (length(answer) between 1 and 2000),
        decided_by uuid constraint join_request_decider_fkey references account (id) on delete set null,
        created_at timestamptz(3) not null default now(),
        decided_at timestamptz,
        constraint join_request_decided check ((state in ('waiting', 'asked_back')) = (decided_at is null)),
        constraint join_request_asked_back check (state <> 'asked_back' or question is not null),
        constraint join_request_reason check (state <> 'declined' or answer is not null)
      )`);
    await runner.query(`create unique index join_request_one_open on join_request (organization_id) where state in ('waiting', 'asked_back')`);
    await runner.query(`create index join_request_queue on join_request (created_at, id) where state in ('waiting', 'asked_back')`);
    await runner.query(`create index join_request_opened on join_request (decided_at) where state = 'opened'`);
    await runner.query(`create index join_request_account on join_request (account_id)`);
    await runner.query(`
      create table join_leader (
        id uuid primary key,
        request_id uuid not null constraint join_leader_request_fkey references join_request (id) on delete cascade,
        role text not null check (role in ('superintendent', 'board_president', 'labor_leader')),
        name text check (length(name) between 1 and 120),
        title text check (length(title) between 1 and 120),
        email text check (email = lower(email) and length(email) <= 254),
        answer text check (answer in ('wanted', 'refused')),
        answered_at timestamptz,
        constraint join_leader_one_each unique (request_id, role),
        constraint join_leader_answered check ((answer is null) = (answered_at is null))
      )`);
    await runner.query(`create unique index join_leader_one_address on join_leader (request_id, email)`);
    await runner.query(`
      create table joining_pace (
        id uuid primary key,
        per_week integer not null check (per_week between 0 and 500),
        from_day date not null,
        set_by uuid constraint joining_pace_account_fkey references account (id) on delete set null,
        set_at timestamptz not null default now()
      )`);
    await runner.query(`create index joining_pace_day on joining_pace (from_day desc, set_at desc)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table joining_pace, join_leader, join_request`);
  }
}
