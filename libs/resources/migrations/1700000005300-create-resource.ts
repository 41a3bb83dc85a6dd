import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateResource1700000005300 implements MigrationInterface {
  name = 'CreateResource1700000005300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table resource (
        id uuid primary key,
        form text not null check (form in ('link', 'file', 'text')),
        title text not null check (length(title) between 1 and 160),
        summary text not null check (length(summary) <= 400),
        body text check (length(body) between 1 and 20000),
        url text check (url ~ '^https?://' and length(url) <= 2000),
        file_id uuid constraint resource_file_key unique,
        organization_id uuid not null constraint resource_organization_fkey references organization (id) on delete cascade,
        author_id uuid constraint resource_author_fkey references account (id) on delete set null,
        audience text not null check (audience in ('public', 'members') or audience ~ '^(team|conference):[0-9a-f-]{36}$'),
        principles smallint[] not null default '{}',
        topics text[] not null default '{}',
        hidden_at timestamptz,
        hidden_reason text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint resource_has_its_thing check ((form = 'link') = (url is not null) and (form = 'file') = (file_id is not null) and (form = 'text') = (body is not null)),
        constraint resource_five_tags check (cardinality(principles) + cardinality(topics) <= 5)
      )`);
    await runner.query(`create index resource_organization on resource (organization_id, created_at desc)`);
    await runner.query(`create index resource_author on resource (author_id) where author_id is not null`);
    await runner.query(`create index resource_newest on resource (created_at desc, id desc) where hidden_at is null`);
    await runner.query(`
      create table resource_useful (
        resource_id uuid not null constraint resource_useful_resource_fkey references resource (id) on delete cascade,
        organization_id uuid not null constraint resource_useful_organization_fkey references organization (id) on delete cascade,
        account_id uuid constraint resource_useful_account_fkey references account (id) on delete set null,
        at timestamptz not null default now(),
        constraint resource_useful_pkey primary key (resource_id, organization_id)
      )`);
    await runner.query(`create index resource_useful_organization on resource_useful (organization_id)`);
    await runner.query(`create index resource_useful_account on resource_useful (account_id) where account_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table resource_useful, resource`);
  }
}
