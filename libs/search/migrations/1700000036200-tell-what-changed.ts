import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved searches look at what has changed, not only at what is new; what was there when a search was saved is noted without a batch. */
export class TellWhatChanged1700000036200 implements MigrationInterface {
  name = 'TellWhatChanged1700000036200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table search_entry rename column entered_at to changed_at`);
    await runner.query(`alter index search_entry_entered rename to search_entry_changed`);
    await runner.query(`alter table saved_search_told alter column batch drop not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from saved_search_told where batch is null`);
    await runner.query(`alter table saved_search_told alter column batch set not null`);
    await runner.query(`alter index search_entry_changed rename to search_entry_entered`);
    await runner.query(`alter table search_entry rename column changed_at to entered_at`);
  }
}
