import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A grant is a fact like others: with the year of its award and where that can be read. */
export class SourceGrants1700000036251 implements MigrationInterface {
  name = 'SourceGrants1700000036251';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization_grant
        add column year smallint check (year between 1965 and 2100),
        add column source text check (length(source) between 1 and 300)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table organization_grant drop column year, drop column source`);
  }
}
