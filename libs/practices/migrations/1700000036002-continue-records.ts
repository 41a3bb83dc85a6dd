import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a district shares can name the record of 2011 that it goes on from; one at a time stands for it. */
export class ContinueRecords1700000036002 implements MigrationInterface {
  name = 'ContinueRecords1700000036002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table practice add column continues_id uuid constraint practice_continues_fkey references practice (id) on delete set null`);
    await runner.query(`create unique index practice_continues on practice (continues_id) where continues_id is not null and withdrawn_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table practice drop column continues_id`);
  }
}
