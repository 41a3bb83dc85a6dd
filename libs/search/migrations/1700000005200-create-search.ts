import type { MigrationInterface, QueryRunner } from 'typeorm';

// Stands between the parts, so that no phrase begins in one and ends in the next.
const GAP = `'"·":1'::tsvector`;

export class CreateSearch1700000005200 implements MigrationInterface {
  name = 'CreateSearch1700000005200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_entry (
        kind text not null,
        id uuid not null,
        title text not null,
        body text not null,
        audience text not null,
        path text not null,
        organization_id uuid,
        organization_name text,
        state text,
        principles smallint[] not null default '{}',
        topics text[] not null default '{}',
        form text,
        weight real not null default 1 check (weight > 0),
        at timestamptz not null,
        tsv tsvector not null generated always as (
          setweight(to_tsvector('english', title), 'A') || ${GAP} || setweight(to_tsvector('simple', title), 'A') || ${GAP} ||
          setweight(to_tsvector('english', body), 'B') || ${GAP} || setweight(to_tsvector('simple', coalesce(organization_name, '')), 'C')
        ) stored,
        constraint search_entry_pkey primary key (kind, id)
      )`);
    await runner.query(`create index search_entry_tsv on search_entry using gin (tsv)`);
    await runner.query(`create index search_entry_newest on search_entry (at desc, id desc)`);
    await runner.query(`create index search_entry_organization on search_entry (organization_id) where organization_id is not null`);
    // The words of titles, for mending misspelt ones. Each carries the audience of its entry, so that a private title mends nobody else's query.
    await runner.query(`
      create table search_word (
        word text not null,
        kind text not null,
        id uuid not null,
        audience text not null,
        constraint search_word_pkey primary key (kind, id, word),
        constraint search_word_entry_fkey foreign key (kind, id) references search_entry (kind, id) on delete cascade
      )`);
    await runner.query(`create index search_word_trgm on search_word using gin (word gin_trgm_ops)`);
    await runner.query(`create index search_word_exact on search_word (word, audience)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table search_word, search_entry`);
  }
}
