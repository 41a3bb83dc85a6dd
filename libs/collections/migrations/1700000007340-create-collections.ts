import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCollections1700000007340 implements MigrationInterface {
  name = 'CreateCollections1700000007340';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table collection (
        id uuid constraint collection_pkey primary key,
        slug text not null constraint collection_slug_key unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        organization_id uuid not null constraint collection_organization_fkey references organization (id) on delete cascade,
        conference_id uuid constraint collection_conference_fkey references conference (id) on delete set null constraint collection_one_a_conference unique,
        title text not null check (length(title) between 1 and 120),
        summary text not null check (length(summary) <= 600),
        audience text not null check (audience in ('public', 'members') or audience ~ '^(team|conference):[0-9a-f-]{36}$'),
        author_id uuid constraint collection_author_fkey references account (id) on delete set null,
        hidden_at timestamptz,
        hidden_reason text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      )`);
    await runner.query(`create index collection_organization on collection (organization_id, created_at desc)`);
    await runner.query(`create index collection_author on collection (author_id) where author_id is not null`);
    await runner.query(`create index collection_newest on collection (created_at desc, id desc) where hidden_at is null`);
    await runner.query(`
      create table collection_item (
        id uuid constraint collection_item_pkey primary key,
        collection_id uuid not null constraint collection_item_collection_fkey references collection (id) on delete cascade,
        resource_id uuid not null constraint collection_item_resource_fkey references resource (id) on delete cascade,
        place int not null,
        note text not null default '' check (length(note) <= 400),
        added_by uuid constraint collection_item_adder_fkey references account (id) on delete set null,
        added_at timestamptz not null default now(),
        constraint collection_item_once unique (collection_id, resource_id)
      )`);
    await runner.query(`create index collection_item_order on collection_item (collection_id, place, id)`);
    await runner.query(`create index collection_item_resource on collection_item (resource_id)`);
    await runner.query(`create index collection_item_adder on collection_item (added_by) where added_by is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table collection_item, collection`);
  }
}
