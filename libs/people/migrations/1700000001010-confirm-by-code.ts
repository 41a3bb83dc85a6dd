import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A code may confirm one deed of somebody who is signed in: `about` names it, so that it confirms no other. */
export class ConfirmByCode1700000001010 implements MigrationInterface {
  name = 'ConfirmByCode1700000001010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table challenge drop constraint challenge_purpose_check`);
    await runner.query(`alter table challenge add column about text,
      add constraint challenge_purpose_check check (purpose in ('sign-in', 'join', 'change-address', 'confirm')),
      add constraint challenge_confirms_something check ((purpose = 'confirm') = (about is not null))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from challenge where purpose = 'confirm'`);
    await runner.query(`alter table challenge drop constraint challenge_confirms_something, drop constraint challenge_purpose_check, drop column about`);
    await runner.query(`alter table challenge add constraint challenge_purpose_check check (purpose in ('sign-in', 'join', 'change-address'))`);
  }
}
