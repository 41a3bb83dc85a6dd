import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProcessInstance1700000000060 implements MigrationInterface {
  name = 'CreateProcessInstance1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table process_instance (
        id uuid primary key,
        kind text not null,
        host text not null,
        pid integer not null,
        storage text not null,
        key_print text not null,
        started_at timestamptz not null default now(),
        seen_at timestamptz not null default now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table process_instance`);
  }
}
