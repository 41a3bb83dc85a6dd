import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who finds a person by the search is theirs to narrow; unless they do, it is as their seat has it. */
export class ChooseWhoFinds1700000036150 implements MigrationInterface {
  name = 'ChooseWhoFinds1700000036150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table account add column findable_by text not null default 'as_seated', add constraint account_findable_by_check check (findable_by in ('as_seated', 'members', 'team'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table account drop column findable_by`);
  }
}
