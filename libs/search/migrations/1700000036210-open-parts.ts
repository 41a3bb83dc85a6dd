import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A part may open at a place of its own, such as a letter in its thread. */
export class OpenParts1700000036210 implements MigrationInterface {
  name = 'OpenParts1700000036210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table search_part add column path text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table search_part drop column path`);
  }
}
