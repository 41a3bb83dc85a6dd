import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Videos and captions, uploads that can be taken up again, and what is found out about a file after it has come. */
export class AddFileCare1700000032001 implements MigrationInterface {
  name = 'AddFileCare1700000032001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table file drop constraint file_ending_check, drop constraint file_size_check`);
    await runner.query(`
      alter table file
        add constraint file_ending_check check (ending in ('pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpg', 'webp', 'csv', 'txt', 'mp4', 'vtt')),
        add constraint file_size_check check (size between 1 and case when ending = 'mp4' then 524288000 else 26214400 end),
        add column charged_to uuid,
        add column scan text check (scan in ('clean', 'infected')),
        add column reading text not null default 'waiting' check (reading in ('waiting', 'read', 'no_text', 'unreadable', 'not_read')),
        add column reading_tries smallint not null default 0,
        add column reading_since timestamptz,
        add column advice text[] not null default '{}',
        add column findings jsonb not null default '[]',
        add column cleared_at timestamptz,
        add column cleared_by uuid,
        add column captions_of uuid constraint file_captions_of_fkey references file (id) on delete set null`);
    await runner.query(`create index file_captions on file (captions_of) where captions_of is not null`);
    await runner.query(`create index file_charged on file (charged_to) include (size) where charged_to is not null`);
    await runner.query(`create index file_to_read on file (created_at) where reading = 'waiting'`);
    await runner.query(`create index file_to_scan on file (created_at) where scan is null`);
    await runner.query(`
      create table file_text (
        file_id uuid not null constraint file_text_file_fkey references file (id) on delete cascade,
        number integer not null check (number >= 1),
        kind text not null check (kind in ('page', 'slide', 'sheet', 'heading', 'text')),
        label text not null check (length(label) between 1 and 200),
        text text not null,
        constraint file_text_pkey primary key (file_id, number)
      )`);
    await runner.query(`
      create table file_preview (
        file_id uuid constraint file_preview_pkey primary key constraint file_preview_file_fkey references file (id) on delete cascade,
        stored_name text not null constraint file_preview_stored_name_key unique check (stored_name ~ '^[0-9a-f]{48}$'),
        size integer not null check (size between 1 and 5242880),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        width integer not null check (width between 1 and 4000),
        height integer not null check (height between 1 and 8000)
      )`);
    await runner.query(`
      create table upload (
        id uuid primary key,
        account_id uuid not null,
        charged_to uuid,
        original_name text not null check (length(original_name) between 1 and 200),
        ending text not null,
        size integer not null check (size between 1 and 524288000),
        place text not null,
        held_by uuid,
        held_until timestamptz,
        wanted_at timestamptz,
        created_at timestamptz not null default now()
      )`);
    await runner.query(`create index upload_account on upload (account_id, created_at)`);
    await runner.query(`create index upload_charged on upload (charged_to) include (size) where charged_to is not null`);
    await runner.query(`create index upload_oldest on upload (created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table upload, file_preview, file_text`);
    await runner.query(`delete from file where ending in ('mp4', 'vtt')`);
    await runner.query(`drop index file_charged, file_to_read, file_to_scan`);
    await runner.query(`
      alter table file
        drop column charged_to, drop column scan, drop column reading, drop column reading_tries, drop column reading_since,
        drop column advice, drop column findings, drop column cleared_at, drop column cleared_by, drop column captions_of,
        drop constraint file_ending_check, drop constraint file_size_check`);
    await runner.query(`
      alter table file
        add constraint file_ending_check check (ending in ('pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpg', 'webp', 'csv', 'txt')),
        add constraint file_size_check check (size between 1 and 26214400)`);
  }
}
