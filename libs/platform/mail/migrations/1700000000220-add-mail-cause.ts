import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddMailCause1700000000220 implements MigrationInterface {
  name = 'AddMailCause1700000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mail_ledger add column cause text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mail_ledger drop column cause`);
  }
}
