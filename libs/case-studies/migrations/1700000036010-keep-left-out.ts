import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What did not fit into the first draft stays beside it, for its writer. */
export class KeepLeftOut1700000036010 implements MigrationInterface {
  name = 'KeepLeftOut1700000036010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table case_study add column left_out jsonb not null default '[]' check (jsonb_typeof(left_out) = 'array')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table case_study drop column left_out`);
  }
}
