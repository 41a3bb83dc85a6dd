import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed texts that a steward has taken down. The texts and their signatures stay in signatures, as they are. */
export class TakeDownStatements1700000035210 implements MigrationInterface {
  name = 'TakeDownStatements1700000035210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statement_take_down (
        act_id uuid primary key constraint statement_take_down_act_fkey references joint_act (id) on delete cascade,
        organization_id uuid not null constraint statement_take_down_organization_fkey references organization (id) on delete cascade,
        reason text not null check (length(reason) between 1 and 2000),
        at timestamptz not null default now()
      )`);
    await runner.query(`create index statement_take_down_organization on statement_take_down (organization_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table statement_take_down`);
  }
}
