import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJointActs1700000002500 implements MigrationInterface {
  name = 'CreateJointActs1700000002500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table joint_act (
        id uuid primary key,
        audience text not null,
        audience_when_complete text not null,
        subject_kind text not null,
        subject_id uuid not null,
        version integer not null check (version > 0),
        title text not null check (length(title) between 1 and 200),
        text text not null check (length(text) between 1 and 20000),
        document text not null,
        text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
        state text not null default 'open' check (state in ('open', 'complete', 'retracted', 'superseded', 'ended')),
        proposed_by uuid constraint joint_act_proposer_fkey references account (id) on delete set null,
        proposer_name text not null,
        proposed_for uuid not null constraint joint_act_proposed_for_fkey references organization (id) on delete cascade,
        reminders smallint not null default 0,
        created_at timestamptz not null default now(),
        completed_at timestamptz,
        closed_at timestamptz,
        closed_by uuid constraint joint_act_closer_fkey references account (id) on delete set null,
        closer_name text,
        close_reason text check (length(close_reason) between 1 and 600),
        constraint joint_act_version unique (subject_kind, subject_id, version),
        constraint joint_act_completed check (case state when 'open' then completed_at is null when 'retracted' then completed_at is null when 'complete' then completed_at is not null when 'ended' then completed_at is not null else true end),
        constraint joint_act_closed check ((state in ('retracted', 'superseded', 'ended')) = (closed_at is not null))
      )`);
    await runner.query(`create unique index joint_act_one_open on joint_act (subject_kind, subject_id) where state = 'open'`);
    await runner.query(`create unique index joint_act_one_complete on joint_act (subject_kind, subject_id) where state = 'complete'`);
    await runner.query(`create index joint_act_open on joint_act (created_at) where state = 'open'`);
    await runner.query(`
      create table joint_act_seat (
        id uuid primary key,
        act_id uuid not null constraint joint_act_seat_act_fkey references joint_act (id) on delete cascade,
        organization_id uuid not null constraint joint_act_seat_organization_fkey references organization (id) on delete cascade,
        role text not null,
        words text not null,
        place smallint not null,
        constraint joint_act_seat_once unique (act_id, organization_id, role)
      )`);
    await runner.query(`create index joint_act_seat_of on joint_act_seat (organization_id, role)`);
    await runner.query(`
      create table joint_signature (
        id uuid primary key,
        act_id uuid not null constraint joint_signature_act_fkey references joint_act (id) on delete cascade,
        seat_id uuid not null constraint joint_signature_seat_fkey references joint_act_seat (id) on delete cascade,
        account_id uuid constraint joint_signature_account_fkey references account (id) on delete set null,
        name text not null check (length(name) between 1 and 120),
        title text not null,
        organization_name text not null,
        text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
        method text not null check (method in ('mailed_code')),
        signed_at timestamptz not null default now(),
        withdrawn_at timestamptz,
        withdrawn_by uuid constraint joint_signature_withdrawer_fkey references account (id) on delete set null,
        withdrawer_name text,
        withdrawal_reason text check (length(withdrawal_reason) between 1 and 600),
        constraint joint_signature_withdrawn check ((withdrawn_at is null) = (withdrawer_name is null))
      )`);
    // The rule that nothing may break, in the database itself: a seat signs an act once, until it takes that back.
    await runner.query(`create unique index joint_signature_once on joint_signature (seat_id) where withdrawn_at is null`);
    await runner.query(`create index joint_signature_act on joint_signature (act_id)`);
    await runner.query(`create index joint_signature_account on joint_signature (account_id) where account_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table joint_signature, joint_act_seat, joint_act`);
  }
}
