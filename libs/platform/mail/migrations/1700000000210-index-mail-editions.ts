import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexMailEditions1700000000210 implements MigrationInterface {
  name = 'IndexMailEditions1700000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index mail_ledger_edition on mail_ledger (edition, kind)`);
    await runner.query(`create index mailbox_message_order on mailbox_message (id desc)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index mailbox_message_order, mail_ledger_edition`);
  }
}
