import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until now a note could stay in the search after the thing it stood on was gone. No shelf is found before it has been read again, within the hour. */
export class ReadNotesAgain1700000036500 implements MigrationInterface {
  name = 'ReadNotesAgain1700000036500';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['search_entry', 'search_word']) await runner.query(`update ${table} set audience = 'shut:' || audience where kind = 'collection' and not starts_with(audience, 'shut:')`);
  }

  async down(): Promise<void> {}
}
