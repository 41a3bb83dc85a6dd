import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStatements1700000005600 implements MigrationInterface {
  name = 'CreateStatements1700000005600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statement (
        organization_id uuid primary key constraint statement_organization_fkey references organization (id) on delete cascade,
        audience text not null generated always as ('team:' || organization_id::text) stored,
        draft text check (length(draft) between 1 and 6000),
        drafted_by uuid constraint statement_drafter_fkey references account (id) on delete set null,
        drafted_at timestamptz,
        revision integer not null default 0,
        constraint statement_drafted check ((draft is null) = (drafted_at is null))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table statement`);
  }
}
