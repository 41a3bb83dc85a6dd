import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLikeness1700000008050 implements MigrationInterface {
  name = 'CreateLikeness1700000008050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table likeness_weighting (
        id uuid primary key,
        levels jsonb not null check (jsonb_typeof(levels) = 'object'),
        author_id uuid constraint likeness_weighting_author_fkey references account (id) on delete set null,
        at timestamptz not null default now()
      )`);
    await runner.query(`create index likeness_weighting_latest on likeness_weighting (at desc, id desc)`);
    await runner.query(`create index likeness_weighting_author on likeness_weighting (author_id) where author_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table likeness_weighting`);
  }
}
