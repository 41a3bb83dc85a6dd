import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The districts by name, for the plain list that crawlers turn page by page. */
export class IndexOpenDistricts1700000035020 implements MigrationInterface {
  name = 'IndexOpenDistricts1700000035020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index organization_open_name on organization ((lower(name) collate "C"), id) where kind = 'district'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index organization_open_name`);
  }
}
