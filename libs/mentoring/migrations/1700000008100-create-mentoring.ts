import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMentoring1700000008100 implements MigrationInterface {
  name = 'CreateMentoring1700000008100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mentoring_link (
        id uuid primary key,
        audience text not null generated always as ('link:' || id::text) stored,
        mentor_organization_id uuid not null constraint mentoring_link_mentor_fkey references organization (id) on delete cascade,
        mentee_organization_id uuid not null constraint mentoring_link_mentee_fkey references organization (id) on delete cascade,
        principle smallint check (principle between 1 and 10),
        state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'withdrawn', 'ended')),
        asked_by uuid constraint mentoring_link_asker_fkey references account (id) on delete set null,
        words text not null check (length(words) between 1 and 600),
        answered_by uuid constraint mentoring_link_answerer_fkey references account (id) on delete set null,
        answer_words text check (length(answer_words) between 1 and 600),
        thread_id uuid,
        created_at timestamptz not null default now(),
        answered_at timestamptz,
        answer_seen_at timestamptz,
        ended_by uuid constraint mentoring_link_ender_fkey references account (id) on delete set null,
        ended_at timestamptz,
        constraint mentoring_link_two_districts check (mentor_organization_id <> mentee_organization_id),
        constraint mentoring_link_answered check ((state in ('accepted', 'declined', 'ended')) = (answered_at is not null)),
        constraint mentoring_link_ended check ((state in ('withdrawn', 'ended')) = (ended_at is not null))
      )`);
    await runner.query(`create unique index mentoring_link_one_open on mentoring_link (mentor_organization_id, mentee_organization_id) where state in ('asked', 'accepted')`);
    await runner.query(`create unique index mentoring_link_audience on mentoring_link (audience)`);
    await runner.query(`create index mentoring_link_mentor on mentoring_link (mentor_organization_id, state)`);
    await runner.query(`create index mentoring_link_mentee on mentoring_link (mentee_organization_id, state)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table mentoring_link`);
  }
}
