import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDiscussions1700000006100 implements MigrationInterface {
  name = 'CreateDiscussions1700000006100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table thread (
        id uuid primary key,
        title text not null check (length(title) between 1 and 160),
        subject_kind text,
        subject_id uuid,
        subject_title text,
        subject_path text,
        audience text not null check (audience in ('public', 'members') or audience ~ '^[a-z]+:[0-9a-f-]{36}$'),
        organization_id uuid not null constraint thread_organization_fkey references organization (id),
        author_id uuid constraint thread_author_fkey references account (id) on delete set null,
        seat_role text,
        seat_title text,
        opened_at timestamptz not null default now(),
        reply_count integer not null default 0 check (reply_count >= 0),
        last_post_number integer not null default 0 check (last_post_number >= 0),
        last_post_at timestamptz not null default now(),
        last_post_author uuid constraint thread_last_post_author_fkey references account (id) on delete set null,
        closed_at timestamptz,
        hidden_at timestamptz,
        principles integer[] not null default '{}' check (principles <@ array[1,2,3,4,5,6,7,8,9,10]),
        topics text[] not null default '{}',
        constraint thread_subject check ((subject_kind is null) = (subject_id is null))
      )`);
    await runner.query(`create index thread_newest on thread (last_post_at desc, id desc) where hidden_at is null`);
    await runner.query(`create index thread_audience_newest on thread (audience, last_post_at desc, id desc) where hidden_at is null`);
    await runner.query(`create index thread_subject_newest on thread (subject_kind, subject_id, last_post_at desc, id desc) where subject_id is not null`);
    await runner.query(`create index thread_organization_newest on thread (organization_id, last_post_at desc, id desc)`);
    await runner.query(`create index thread_author on thread (author_id)`);
    await runner.query(`create index thread_principles on thread using gin (principles)`);
    await runner.query(`
      create table post (
        id uuid primary key,
        thread_id uuid not null constraint post_thread_fkey references thread (id) on delete cascade,
        number integer not null check (number >= 1),
        author_id uuid constraint post_author_fkey references account (id) on delete set null,
        organization_id uuid not null constraint post_organization_fkey references organization (id),
        seat_role text,
        seat_title text,
        body text not null,
        at timestamptz not null default now(),
        edited_at timestamptz,
        deleted_at timestamptz,
        hidden_at timestamptz,
        hidden_reason text,
        constraint post_number unique (thread_id, number),
        constraint post_body check (case when deleted_at is null then length(body) between 1 and 8000 else body = '' end)
      )`);
    await runner.query(`create index post_author on post (author_id, thread_id)`);
    await runner.query(`create index post_organization on post (organization_id)`);
    await runner.query(`
      create table thread_read (
        account_id uuid not null constraint thread_read_account_fkey references account (id) on delete cascade,
        thread_id uuid not null constraint thread_read_thread_fkey references thread (id) on delete cascade,
        number integer not null check (number >= 0),
        wrote boolean not null default false,
        at timestamptz not null default now(),
        primary key (account_id, thread_id)
      )`);
    await runner.query(`create index thread_read_thread on thread_read (thread_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table thread_read, post, thread`);
  }
}
