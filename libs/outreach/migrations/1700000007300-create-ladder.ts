import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLadder1700000007300 implements MigrationInterface {
  name = 'CreateLadder1700000007300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ladder_step (
        id uuid primary key,
        conference_id uuid not null constraint ladder_step_conference_fkey references conference (id) on delete cascade,
        kind text not null check (kind in ('digest', 'message')),
        audience text not null check (audience in ('attended', 'absent')),
        after_end interval not null,
        due_at timestamptz,
        state text not null default 'planned' check (state in ('planned', 'sending', 'sent', 'cancelled')),
        opened_at timestamptz,
        sent_at timestamptz,
        recipients integer,
        from_organization_id uuid constraint ladder_step_from_fkey references organization (id) on delete restrict,
        from_name text,
        from_title text,
        subject text,
        body text,
        planned_by uuid,
        created_at timestamptz not null default now(),
        constraint ladder_step_after_the_end check (after_end >= interval '0'),
        constraint ladder_step_digest_is_for_those_who_came check (kind <> 'digest' or audience = 'attended'),
        constraint ladder_step_message_is_signed check ((kind = 'message') = (from_organization_id is not null and from_name is not null and subject is not null and body is not null)),
        constraint ladder_step_sent_is_dated check ((state = 'sent') = (sent_at is not null)),
        constraint ladder_step_opened_when_due check (state in ('planned', 'cancelled') or (opened_at is not null and due_at is not null))
      )`);
    await runner.query(`create index ladder_step_conference on ladder_step (conference_id)`);
    await runner.query(`create index ladder_step_due on ladder_step (due_at) where state in ('planned', 'sending')`);
    await runner.query(`create unique index ladder_step_one_digest_at_a_time on ladder_step (conference_id, after_end) where kind = 'digest' and state <> 'cancelled'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ladder_step`);
  }
}
