import type { MigrationInterface, QueryRunner } from 'typeorm';

const OLD_LEADING = `'superintendent', 'board_president', 'labor_leader', 'representative'`;
const STATE = `'state_chief', 'nea_president', 'aft_president', 'boards_leader', 'administrators_leader'`;
const SINGLE = `'superintendent', 'board_president', 'labor_leader', ${STATE}`;
const EVERY = `${OLD_LEADING}, ${STATE}, 'deputy', 'staff', 'observer', 'guest'`;

/** The seats of a state team, deputies, and guests with a last day. */
export class AddPlaces1700000002300 implements MigrationInterface {
  name = 'AddPlaces1700000002300';

  async up(runner: QueryRunner): Promise<void> {
    await this.roles(runner, `${OLD_LEADING}, ${STATE}`, EVERY, SINGLE);
    // A deputy stands in for a role of the team, so the place stays when the role's holder changes.
    for (const table of ['seat', 'seat_invitation']) {
      await runner.query(`alter table ${table} add column deputy_for text, add column valid_until timestamptz`);
      await runner.query(`alter table ${table} add constraint ${table}_deputy check ((role = 'deputy') = (deputy_for is not null)), add constraint ${table}_guest check ((role = 'guest') = (valid_until is not null))`);
    }
    await runner.query(`create index seat_guests on seat (valid_until) where valid_until is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['seat', 'seat_invitation', 'seat_claim']) await runner.query(`delete from ${table} where role in (${STATE}, 'deputy', 'guest')`);
    await runner.query(`drop index seat_guests`);
    for (const table of ['seat', 'seat_invitation']) await runner.query(`alter table ${table} drop constraint ${table}_deputy, drop constraint ${table}_guest, drop column deputy_for, drop column valid_until`);
    await this.roles(runner, OLD_LEADING, `${OLD_LEADING}, 'staff', 'observer'`, `'superintendent', 'board_president', 'labor_leader'`);
  }

  private async roles(runner: QueryRunner, claimed: string, every: string, single: string): Promise<void> {
    await runner.query(`alter table seat drop constraint seat_role_check, add constraint seat_role_check check (role in (${every}))`);
    await runner.query(`alter table seat_invitation drop constraint seat_invitation_role_check, add constraint seat_invitation_role_check check (role in (${every}))`);
    await runner.query(`alter table seat_claim drop constraint seat_claim_role_check, add constraint seat_claim_role_check check (role in (${claimed}))`);
    await runner.query(`drop index seat_one_holder`);
    await runner.query(`create unique index seat_one_holder on seat (organization_id, role) where role in (${single})`);
  }
}
