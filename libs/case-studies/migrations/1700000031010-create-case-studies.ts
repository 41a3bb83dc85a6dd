import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCaseStudies1700000031010 implements MigrationInterface {
  name = 'CreateCaseStudies1700000031010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_study (
        id uuid primary key,
        slug text not null constraint case_study_slug_key unique,
        audience text not null,
        district_id uuid not null constraint case_study_district_fkey references organization (id) on delete cascade,
        conference_id uuid constraint case_study_conference_fkey references conference (id) on delete set null,
        title text not null check (length(title) between 1 and 140),
        principles smallint[] not null default '{}' check (principles <@ '{1,2,3,4,5,6,7,8,9,10}' and cardinality(principles) <= 3),
        state text not null default 'draft' check (state in ('draft', 'confirming', 'confirmed', 'published', 'retired', 'closed')),
        writer_id uuid constraint case_study_writer_fkey references account (id) on delete set null,
        assigned_for uuid not null constraint case_study_assigner_fkey references organization (id) on delete cascade,
        assigned_by uuid constraint case_study_assigner_account_fkey references account (id) on delete set null,
        created_at timestamptz not null default now(),
        context text not null default '' check (length(context) <= 3000),
        process text not null default '' check (length(process) <= 4000),
        tools text not null default '' check (length(tools) <= 3000),
        outcomes text not null default '' check (length(outcomes) <= 3000),
        how text not null default '' check (length(how) <= 6000),
        revision integer not null default 0,
        changed_at timestamptz not null default now(),
        returned_words text check (length(returned_words) between 1 and 600),
        act_id uuid,
        confirmed_at timestamptz,
        published_at timestamptz,
        retired_at timestamptz,
        retire_reason text check (length(retire_reason) between 1 and 600),
        hidden_at timestamptz,
        hidden_reason text,
        constraint case_study_how check (state in ('draft', 'closed') or length(how) > 0),
        constraint case_study_confirmed check ((state in ('confirmed', 'published', 'retired')) = (confirmed_at is not null)),
        constraint case_study_published check (case state when 'published' then published_at is not null and audience = 'public' when 'retired' then true else published_at is null end),
        constraint case_study_retired check ((state = 'retired') = (retired_at is not null) and (state = 'retired') = (retire_reason is not null))
      )`);
    await runner.query(`create index case_study_published_at on case_study (published_at desc, id desc) where published_at is not null`);
    await runner.query(`create index case_study_district on case_study (district_id)`);
    await runner.query(`create index case_study_writer on case_study (writer_id) where writer_id is not null`);
    await runner.query(`create index case_study_assigned_for on case_study (assigned_for)`);
    await runner.query(`create index case_study_confirmed_at on case_study (confirmed_at) where state = 'confirmed'`);
    await runner.query(`
      create table case_study_approval (
        case_study_id uuid not null constraint case_study_approval_fkey references case_study (id) on delete cascade,
        organization_id uuid not null constraint case_study_approval_organization_fkey references organization (id) on delete cascade,
        account_id uuid constraint case_study_approval_account_fkey references account (id) on delete set null,
        at timestamptz not null default now(),
        primary key (case_study_id, organization_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table case_study_approval, case_study`);
  }
}
