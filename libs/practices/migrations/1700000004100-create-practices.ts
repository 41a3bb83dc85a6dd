import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePractices1700000004100 implements MigrationInterface {
  name = 'CreatePractices1700000004100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table practice (
        id uuid primary key,
        slug text not null constraint practice_slug_key unique,
        organization_id uuid not null constraint practice_organization_fkey references organization (id) on delete cascade,
        principle smallint not null check (principle between 1 and 10),
        title text not null check (length(title) between 1 and 140),
        summary text not null check (length(summary) between 1 and 2000),
        story text check (length(story) <= 8000),
        instrument text check (instrument in ('contract', 'mou', 'policy', 'practice')),
        thresholds jsonb not null default '[]' check (jsonb_typeof(thresholds) = 'array'),
        names text[] not null default '{}',
        start_year smallint check (start_year between 1900 and 2100),
        funder text,
        consultant text,
        pilot boolean,
        status text not null check (status in ('recorded', 'shared')),
        as_of text check (as_of ~ '^[0-9]{4}-[0-9]{2}$'),
        source_file text,
        source_lines text,
        audience text not null default 'public' check (audience in ('public', 'members')),
        author_id uuid constraint practice_author_fkey references account (id) on delete set null,
        shared_at timestamptz,
        changed_at timestamptz,
        withdrawn_at timestamptz,
        hidden_at timestamptz,
        hidden_reason text,
        words tsvector not null generated always as (
          setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', summary), 'B') || setweight(to_tsvector('english', coalesce(story, '')), 'C')
        ) stored,
        constraint practice_recorded_or_shared check (
          (status = 'recorded' and as_of is not null and source_file is not null) or (status = 'shared' and story is not null and shared_at is not null)
        )
      )`);
    await runner.query(`create unique index practice_recorded_once on practice (organization_id, principle) where status = 'recorded'`);
    await runner.query(`create index practice_organization on practice (organization_id, principle)`);
    await runner.query(`create index practice_principle on practice (principle)`);
    await runner.query(`create index practice_shared_at on practice (shared_at) where status = 'shared'`);
    await runner.query(`create index practice_author on practice (author_id) where author_id is not null`);
    await runner.query(`create index practice_words on practice using gin (words)`);
    await runner.query(`
      create table idea (
        principle smallint not null check (principle between 1 and 10),
        position smallint not null check (position > 0),
        title text not null,
        text text not null,
        source_file text not null,
        source_lines text not null,
        primary key (principle, position)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idea, practice`);
  }
}
