import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Search knows of what the toolkit recorded that only its month is known. */
export class MonthsInSearch1700000036601 implements MigrationInterface {
  name = 'MonthsInSearch1700000036601';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update search_entry e set month = p.as_of from practice p where e.kind = 'practice' and e.id = p.id and p.as_of is not null and p.affirmed_at is null and p.changed_at is null and p.shared_at is null`);
    await runner.query(`update search_entry set month = '2011-07' where kind = 'idea'`);
  }

  async down(): Promise<void> {}
}
