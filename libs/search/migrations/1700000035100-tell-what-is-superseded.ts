import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under which terms something may be used, who endorses it, and what has taken its place. */
export class TellWhatIsSuperseded1700000035100 implements MigrationInterface {
  name = 'TellWhatIsSuperseded1700000035100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table search_entry add column licence text, add column endorsed text[] not null default '{}', add column superseded_by uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table search_entry drop column licence, drop column endorsed, drop column superseded_by`);
  }
}
