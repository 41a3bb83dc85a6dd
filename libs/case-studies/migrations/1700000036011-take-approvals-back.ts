import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which co-sponsors have taken their approval of a case study back, and why. */
export class TakeApprovalsBack1700000036011 implements MigrationInterface {
  name = 'TakeApprovalsBack1700000036011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_study_unapproval (
        id uuid primary key,
        case_study_id uuid not null constraint case_study_unapproval_fkey references case_study (id) on delete cascade,
        organization_id uuid not null constraint case_study_unapproval_organization_fkey references organization (id) on delete cascade,
        at timestamptz not null default now(),
        reason text not null check (length(reason) between 1 and 600)
      )`);
    await runner.query(`create index case_study_unapproval_of on case_study_unapproval (case_study_id, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table case_study_unapproval`);
  }
}
