import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFile1700000005100 implements MigrationInterface {
  name = 'CreateFile1700000005100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table file (
        id uuid primary key,
        stored_name text not null constraint file_stored_name_key unique check (stored_name ~ '^[0-9a-f]{48}$'),
        original_name text not null check (length(original_name) between 1 and 200 and original_name !~ '[/\\\\[:cntrl:]]'),
        mime text not null,
        ending text not null check (ending in ('pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpg', 'webp', 'csv', 'txt')),
        size integer not null check (size between 1 and 26214400),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        uploaded_by uuid not null,
        attached_kind text,
        attached_id uuid,
        created_at timestamptz not null default now(),
        constraint file_attached_whole check ((attached_kind is null) = (attached_id is null))
      )`);
    await runner.query(`create index file_uploader on file (uploaded_by, created_at)`);
    await runner.query(`create index file_attached on file (attached_kind, attached_id) where attached_id is not null`);
    await runner.query(`create index file_waiting on file (created_at) where attached_id is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table file`);
  }
}
