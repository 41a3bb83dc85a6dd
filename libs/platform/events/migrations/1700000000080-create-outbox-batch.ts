import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each listener has still to hear, so that a queue that forgets costs nobody an event. */
export class CreateOutboxBatch1700000000080 implements MigrationInterface {
  name = 'CreateOutboxBatch1700000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox_batch (
        id uuid primary key,
        listener text not null,
        events uuid[] not null,
        cause text,
        tries int not null default 0,
        due_at timestamptz not null default now() + interval '20 seconds',
        created_at timestamptz not null default now()
      )`);
    await runner.query(`create index outbox_batch_due on outbox_batch (due_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table outbox_batch`);
  }
}
