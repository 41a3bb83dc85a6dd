import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOpenGone1700000035000 implements MigrationInterface {
  name = 'CreateOpenGone1700000035000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table open_gone (path text primary key, gone_at timestamptz not null default now())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table open_gone`);
  }
}
