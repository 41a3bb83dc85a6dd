import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddOutboxCause1700000000070 implements MigrationInterface {
  name = 'AddOutboxCause1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table outbox add column cause text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table outbox drop column cause`);
  }
}
