import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a very long file only the beginning is read, and whoever searches should know. */
export class TellWhatIsCut1700000036100 implements MigrationInterface {
  name = 'TellWhatIsCut1700000036100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table file add column cut boolean not null default false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table file drop column cut`);
  }
}
