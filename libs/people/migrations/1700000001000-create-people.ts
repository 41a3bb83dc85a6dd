import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePeople1700000001000 implements MigrationInterface {
  name = 'CreatePeople1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        id uuid primary key,
        email text not null constraint account_email_key unique check (email = lower(email) and length(email) <= 254),
        name text not null check (length(name) between 1 and 120),
        is_steward boolean not null default false,
        invented boolean not null default false,
        created_at timestamptz not null default now()
      )`);
    await runner.query(`
      create table session (
        id uuid primary key,
        account_id uuid not null constraint session_account_fkey references account (id) on delete cascade,
        token_hash text not null constraint session_token_hash_key unique,
        browser text not null,
        created_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        ended_at timestamptz
      )`);
    await runner.query(`create index session_account_id on session (account_id) where ended_at is null`);
    await runner.query(`
      create table challenge (
        id uuid primary key,
        address text not null,
        purpose text not null check (purpose in ('sign-in', 'join', 'change-address')),
        account_id uuid constraint challenge_account_fkey references account (id) on delete cascade,
        tries integer not null default 0,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      )`);
    await runner.query(`create index challenge_expires_at on challenge (expires_at)`);
    await runner.query(`
      create table attempt (
        key text not null,
        window_start timestamptz not null,
        count integer not null default 1,
        primary key (key, window_start)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table attempt, challenge, session, account`);
  }
}
