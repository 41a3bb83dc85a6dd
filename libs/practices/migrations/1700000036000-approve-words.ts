import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each approval names the text that was approved, so that it never counts for other words. */
export class ApproveWords1700000036000 implements MigrationInterface {
  name = 'ApproveWords1700000036000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table practice_approval add column act_id uuid`);
    await runner.query(`update practice_approval a set act_id = p.affirmed_act_id from practice p where p.id = a.practice_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table practice_approval drop column act_id`);
  }
}
