import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of some things only the month is known; a day made of it would be another one in every zone. */
export class TellMonths1700000036600 implements MigrationInterface {
  name = 'TellMonths1700000036600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table search_entry add column month text constraint search_entry_month check (month ~ '^\\d{4}-(0[1-9]|1[0-2])$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table search_entry drop column month`);
  }
}
