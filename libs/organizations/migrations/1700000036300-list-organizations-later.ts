import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations stand behind what is shared, in an index that is already filled as well. */
export class ListOrganizationsLater1700000036300 implements MigrationInterface {
  name = 'ListOrganizationsLater1700000036300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update search_entry set weight = 0.9 where kind = 'organization'`);
    await runner.query(`update search_word set weight = 0.9 where kind = 'organization'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update search_entry set weight = 1 where kind = 'organization'`);
    await runner.query(`update search_word set weight = 1 where kind = 'organization'`);
  }
}
