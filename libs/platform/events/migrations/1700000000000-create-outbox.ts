import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutbox1700000000000 implements MigrationInterface {
  name = 'CreateOutbox1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id uuid primary key,
        name text not null,
        payload jsonb not null,
        at timestamptz not null default now(),
        relayed_at timestamptz
      )`);
    await runner.query(`create index outbox_waiting on outbox (id) where relayed_at is null`);
    await runner.query(`create index outbox_relayed on outbox (relayed_at) where relayed_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table outbox`);
  }
}
