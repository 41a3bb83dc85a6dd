import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is open to everybody, the newest first for feeds and the front page, and by title for the plain list. */
export class IndexOpenLibrary1700000035010 implements MigrationInterface {
  name = 'IndexOpenLibrary1700000035010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index resource_open_newest on resource (created_at desc, id desc) where audience = 'public' and hidden_at is null`);
    await runner.query(`create index resource_open_title on resource ((lower(title) collate "C"), id) where audience = 'public' and hidden_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index resource_open_title`);
    await runner.query(`drop index resource_open_newest`);
  }
}
