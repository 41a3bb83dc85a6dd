import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdempotencyKey1700000000100 implements MigrationInterface {
  name = 'CreateIdempotencyKey1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        caller_id uuid not null,
        key text not null,
        request_hash text not null,
        result jsonb,
        at timestamptz not null default now(),
        primary key (caller_id, key)
      )`);
    await runner.query(`create index idempotency_key_at on idempotency_key (at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idempotency_key`);
  }
}
