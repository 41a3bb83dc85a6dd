import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case study that is out is revised by a second one, which takes its place once it is signed and approved; the former versions are kept. */
export class ReviseCaseStudies1700000035130 implements MigrationInterface {
  name = 'ReviseCaseStudies1700000035130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_study
        add version integer not null default 1,
        add revises uuid constraint case_study_revises_fkey references case_study (id) on delete cascade,
        drop constraint case_study_state_check,
        add constraint case_study_state_check check (state in ('draft', 'confirming', 'confirmed', 'published', 'retired', 'closed', 'taken_up')),
        drop constraint case_study_confirmed,
        add constraint case_study_confirmed check ((state in ('confirmed', 'published', 'retired', 'taken_up')) = (confirmed_at is not null)),
        add constraint case_study_revision_is_not_out check (revises is null or published_at is null)`);
    await runner.query(`create unique index case_study_one_revision on case_study (revises) where state in ('draft', 'confirming', 'confirmed')`);
    await runner.query(`create index case_study_revises on case_study (revises) where revises is not null`);
    await runner.query(`
      create table case_study_version (
        case_study_id uuid not null constraint case_study_version_fkey references case_study (id) on delete cascade,
        number integer not null,
        title text not null,
        act_id uuid not null,
        published_at timestamptz not null,
        replaced_at timestamptz not null default now(),
        constraint case_study_version_pkey primary key (case_study_id, number)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table case_study_version`);
    await runner.query(`delete from case_study where revises is not null`);
    await runner.query(`
      alter table case_study drop constraint case_study_revision_is_not_out, drop constraint case_study_state_check, drop constraint case_study_confirmed, drop revises, drop version,
        add constraint case_study_state_check check (state in ('draft', 'confirming', 'confirmed', 'published', 'retired', 'closed')),
        add constraint case_study_confirmed check ((state in ('confirmed', 'published', 'retired')) = (confirmed_at is not null))`);
  }
}
