import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateModeration1700000005500 implements MigrationInterface {
  name = 'CreateModeration1700000005500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report (
        id uuid primary key,
        kind text not null check (length(kind) between 1 and 60),
        subject_id uuid not null,
        reporter_id uuid constraint report_reporter_fkey references account (id) on delete set null,
        reporter_organization_id uuid constraint report_reporter_organization_fkey references organization (id) on delete set null,
        reason text not null check (reason in ('names_a_student', 'confidential', 'hostile', 'misleading', 'advertising', 'not_theirs', 'other')),
        words text check (length(words) between 1 and 2000),
        title text not null,
        text text not null,
        path text not null,
        author_id uuid constraint report_author_fkey references account (id) on delete set null,
        author_organization_id uuid constraint report_author_organization_fkey references organization (id) on delete set null,
        state text not null check (state in ('open', 'dismissed', 'taken_down', 'restored')),
        decision_id uuid,
        decided_by uuid constraint report_decided_by_fkey references account (id) on delete set null,
        decision_words text,
        created_at timestamptz not null default now(),
        decided_at timestamptz,
        constraint report_is_decided_by_a_decision check ((state = 'open') = (decision_id is null) and (state = 'open') = (decided_at is null))
      )`);
    await runner.query(`create unique index report_open_once on report (kind, subject_id, reporter_id) where state = 'open'`);
    await runner.query(`create index report_open on report (created_at, id) where state = 'open'`);
    await runner.query(`create index report_decided on report (decided_at desc, id desc) where state <> 'open'`);
    await runner.query(`create index report_subject on report (subject_id, kind)`);
    await runner.query(`create index report_decision on report (decision_id) where decision_id is not null`);
    await runner.query(`
      create table decision (
        id uuid primary key,
        verb text not null check (verb in ('dismissed', 'taken_down', 'restored', 'answered', 'upheld')),
        kind text not null,
        subject_id uuid not null,
        report_id uuid not null constraint decision_report_fkey references report (id),
        answers_id uuid constraint decision_answers_fkey references decision (id),
        by_id uuid not null,
        words text not null check (length(words) between 1 and 2000),
        at timestamptz not null default now(),
        constraint decision_answers_something check ((verb in ('answered', 'upheld')) = (answers_id is not null))
      )`);
    // The race of two stewards ends here, whatever the code above it does.
    await runner.query(`create unique index decision_once on decision (report_id, verb) where answers_id is null`);
    await runner.query(`create index decision_subject on decision (subject_id, id)`);
    await runner.query(`create index decision_answers on decision (answers_id) where answers_id is not null`);
    await runner.query(`
      create function decision_stands() returns trigger language plpgsql as $$
      begin
        raise exception 'the trail of decisions is only ever added to';
      end $$`);
    await runner.query(`create trigger decision_stands before update or delete on decision for each row execute function decision_stands()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table decision, report`);
    await runner.query(`drop function decision_stands`);
  }
}
