import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Room of its own for the files of a district. Every change is a row and none is lost: the latest counts, and one without a figure says that the usual holds again. */
export class CreateFileRoom1700000036052 implements MigrationInterface {
  name = 'CreateFileRoom1700000036052';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table file_room (
        id uuid primary key,
        owner_id uuid not null,
        megabytes integer check (megabytes between 1 and 10000000),
        reason text not null check (length(reason) between 1 and 300),
        set_by uuid not null,
        set_at timestamptz not null default clock_timestamp()
      )`);
    await runner.query(`create index file_room_owner on file_room (owner_id, set_at desc, id desc)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table file_room`);
  }
}
